import { expect, test } from 'vitest';
import * as z from 'zod';
import { deliveredCodeList, SERVICE_TASKS } from '../../shared/documents/code-lists.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { caseAt, openedCase } from '../support/cases.ts';
import { aDraft, begun, finalise, loadedCodeList, opened } from '../support/documents.ts';
import { testWorld } from '../support/world.ts';

/** A whole list of service tasks as an operator loads it: an invented code for each, that of families until midsummer. */
const VERSION = '2099.1.1';
function tasksUntilMidsummer() {
  const delivered = deliveredCodeList(SERVICE_TASKS);
  if (delivered === undefined) throw new Error('no list of service tasks');
  const codes = delivered.codes.map((entry, nth) => ({
    ...entry,
    code: String(900 + nth),
    ...(entry.key === 'families' ? { validTo: '2026-06-30' } : {}),
  }));
  return { ...delivered, version: VERSION, complete: true, codes };
}
const IS_OVER = {
  findings: expect.arrayContaining([expect.objectContaining({ rule: 'document.codeNotInForce' })]),
};

test('what an operator has loaded is what entries and documents are judged by, each by its own day', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['childWelfare'] });
  expect((await write(worker, clientId, anEntry())).status).toBe(201);
  const older = await begun(worker, clientId, aDraft({ documentAt: '2026-06-30T09:00:00.000Z' }));
  const newer = await begun(worker, clientId);

  await loadedCodeList(world, tasksUntilMidsummer());
  expect(await write(worker, clientId, anEntry())).toMatchObject({ status: 422, json: IS_OVER });
  expect((await write(worker, clientId, anEntry({ serviceTasks: ['childWelfare'] }))).status).toBe(201);
  expect(await finalise(worker, clientId, newer)).toMatchObject({ status: 422, json: IS_OVER });

  const final = await finalise(worker, clientId, older);
  expect(final.status).toBe(201);
  const { documentId } = z.looseObject({ documentId: z.string() }).parse(final.json);
  expect(JSON.stringify((await opened(worker, clientId, documentId)).json['content'])).toContain(
    `urn:oid:${SERVICE_TASKS}.${VERSION}`,
  );
  const told = await worker.call('GET', `${caseAt(clientId, caseId)}/document`);
  expect(told.json).toMatchObject({
    content: {
      asia_asiakirja: {
        asian_tiedot: {
          palvelutehtava: {
            system: `urn:oid:${SERVICE_TASKS}.${VERSION}`,
            code: expect.stringMatching(/^9/),
          },
        },
      },
    },
  });
  const relationship = await worker.call('GET', `/v1/clients/${clientId}/relationship-document`);
  expect(JSON.stringify(relationship.json)).toContain(`urn:oid:${SERVICE_TASKS}.${VERSION}`);
});
