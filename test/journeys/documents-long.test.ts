import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sweepObjects } from '../../functions/attachments/sweep-objects.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
import {
  aDraft,
  begin,
  begun,
  documentsAt,
  draftsAt,
  finalise,
  finished,
  opened,
  summaryOf,
} from '../support/documents.ts';
import { betweenStore, named } from '../support/faults.ts';
import { asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const KB = 1024;
/** A text of so many bytes, in words that a reader may look for. */
const longText = (bytes: number, word = 'kotipalvelua'): string =>
  `${word} `.repeat(Math.ceil(bytes / (word.length + 1))).slice(0, bytes);
const longDraft = (bytes: number, word?: string) => aDraft({ content: summaryOf(longText(bytes, word)) });

const objectsOf = async ({ services, controller }: World): Promise<string[]> =>
  (await services.documents.list(controller, 'bodies/')).objects.map(({ name }) => name);
const sweep = (world: World) => sweepObjects(world.services, [world.controller], { days: 3, minutes: 120 });

type Started = { world: World; worker: Worker; clientId: ClientId };
async function started(): Promise<Started> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
  return { world, worker, clientId: await newClient(world, worker) };
}

describe('a document longer than the table takes', () => {
  test('is drafted, saved, made final, read, searched, corrected and removed as others are; its content lies sealed in an object', async () => {
    const { world, worker, clientId } = await started();
    const draftId = await begun(worker, clientId, longDraft(300 * KB));
    const [first] = await objectsOf(world);
    expect(first).toMatch(/^bodies\/2026-11-24\/[0-9A-Z]{26}\/[0-9A-Z]{26}$/);
    const sealed = await world.services.documents.getRange(world.controller, first ?? '', {
      from: 0,
      to: 400 * KB,
    });
    expect(Buffer.from(sealed ?? []).toString('latin1')).not.toContain('kotipalvelua');

    // Saved anew, the object of the old content goes.
    const { definitionOid: _oid, ...drafted } = longDraft(1500 * KB, 'perhetyö');
    const saved = await worker.call('PUT', `${draftsAt(clientId)}/${draftId}`, { version: 1, body: drafted });
    expect(saved.status).toBe(200);
    await world.drained();
    const names = await objectsOf(world);
    expect(names).toHaveLength(1);
    expect(names).not.toContain(first);
    const draft = await worker.call('GET', `${draftsAt(clientId)}/${draftId}`);
    expect(draft.json).toMatchObject({ content: drafted.content });

    const done = await finalise(worker, clientId, draftId, { draftVersion: 2 });
    expect(done.status).toBe(201);
    const documentId = z.object({ documentId: z.string() }).parse(done.json).documentId;
    // What was written stays where it lies.
    expect(await objectsOf(world)).toEqual(names);
    const asisalto = longText(1500 * KB, 'perhetyö');
    const content = { sosiaalihuollon_yhteenveto: { yhteenveto: { asiasisalto: asisalto } } };
    const read = await opened(worker, clientId, documentId);
    expect(read.json).toMatchObject({ state: 'final', content });
    expect(read.body).not.toContain('objectName');
    const found = await worker.call('POST', `/v1/search/clients/${clientId}`, { body: { words: 'perhety' } });
    expect(found.body).toContain(documentId);

    const corrected = await worker.call('POST', `${documentsAt(clientId)}/${documentId}/correct`, {
      version: 1,
      body: {
        document: { serviceTasks: ['families'], content: summaryOf(longText(1400 * KB, 'neuvonta')) },
        reason: { ground: 'erroneous', initiator: 'client', words: 'Teksti oli väärä.' },
      },
    });
    expect(corrected.status).toBe(200);
    const again = await worker.call('POST', `${documentsAt(clientId)}/${documentId}/correct`, {
      version: 2,
      body: {
        document: { serviceTasks: ['families'], content: summaryOf('Lyhyt.') },
        reason: { ground: 'erroneous', initiator: 'client', words: 'Teksti oli yhä väärä.' },
      },
    });
    expect(again.status).toBe(200);
    // Both long versions together do not fit an answer: the latest is whole, and each is by itself.
    const versions = `${documentsAt(clientId)}/${documentId}/versions`;
    expect((await worker.call('GET', versions)).json).toMatchObject({
      versions: [
        { correction: 0, leftOut: true },
        { correction: 1, content: summaryOf(longText(1400 * KB, 'neuvonta')) },
      ],
    });
    expect((await worker.call('GET', `${versions}?correction=0`)).json).toMatchObject({
      versions: [{ correction: 0, content }],
    });
    expect(await objectsOf(world)).toHaveLength(2);

    const removed = await worker.call('POST', `${documentsAt(clientId)}/${documentId}/remove`, {
      version: 3,
      body: { reason: { ground: 'unnecessary', initiator: 'ownInitiative', words: 'Ei kuulu asiaan.' } },
    });
    expect(removed.status).toBe(200);
    await world.drained();
    expect(await objectsOf(world)).toEqual([]);
  });

  test('is printed, and a draft of it that is thrown away leaves nothing', async () => {
    const { world, worker, clientId } = await started();
    const documentId = await finished(worker, clientId, longDraft(110 * KB));
    const told = await asPdf(worker, `${printsAt(clientId)}/documents/${documentId}`);
    expect(bytesOf(told).length).toBeGreaterThan(10 * KB);
    const draftId = await begun(worker, clientId, longDraft(110 * KB));
    expect(await objectsOf(world)).toHaveLength(2);
    expect((await worker.call('DELETE', `/v1/documents/drafts/${draftId}`, { version: 1 })).status).toBe(200);
    await world.drained();
    expect(await objectsOf(world)).toHaveLength(1);
  });

  test('is refused above 2 MB, and nothing of it is kept; an ordinary one needs no object', async () => {
    const { world, worker, clientId } = await started();
    expect(await begin(worker, clientId, longDraft(2049 * KB))).toMatchObject({
      status: 413,
      json: { code: 'document.tooLong', details: { most: 2 * KB * KB } },
    });
    expect(await begin(worker, clientId, longDraft(2200 * KB))).toMatchObject({
      status: 413,
      json: { code: 'request.tooLarge' },
    });
    await begun(worker, clientId, longDraft(99 * KB));
    expect(await objectsOf(world)).toEqual([]);
  });
});

describe('when something fails, a long document', () => {
  test('whose object is gone is a fault that is alarmed of, and no empty document', async () => {
    const { world, worker, clientId } = await started();
    const documentId = await finished(worker, clientId, longDraft(200 * KB));
    const [name = ''] = await objectsOf(world);
    await world.services.documents.remove(world.controller, name);
    const faults: unknown[] = [];
    const { log } = world.services;
    world.services.log = { ...log, error: (code, fields) => void faults.push([code, fields]) };
    const told = await opened(worker, clientId, documentId);
    world.services.log = log;
    expect(told.status).toBe(500);
    expect(told.body).not.toContain('asiasisalto');
    expect(JSON.stringify(faults)).toContain('FAULT');
  });

  test('whose commit fails is not there, and its object is swept when nobody can be writing it any more', async () => {
    const { world, worker, clientId } = await started();
    const kept = await finished(worker, clientId, longDraft(200 * KB));
    const { mend } = betweenStore(world.services, (call) => {
      if (call.name === 'TransactWriteCommand') throw named('Killed');
      return call.send();
    });
    expect((await begin(worker, clientId, longDraft(200 * KB))).status).toBe(500);
    mend();
    expect((await worker.call('GET', '/v1/documents/drafts')).json['drafts']).toEqual([]);
    expect(await objectsOf(world)).toHaveLength(2);
    expect(await sweep(world)).toEqual({ orphans: 0, left: 0 });
    world.clock.advance(180);
    expect(await sweep(world)).toEqual({ orphans: 1, left: 0 });
    expect(await sweep(world)).toEqual({ orphans: 0, left: 0 });
    expect((await opened(worker, clientId, kept)).status).toBe(200);
  });

  test('whose object is put in the place of another’s does not open', async () => {
    const { world, worker, clientId } = await started();
    const documentId = await finished(worker, clientId, longDraft(200 * KB));
    const [own = ''] = await objectsOf(world);
    await finished(worker, clientId, longDraft(200 * KB));
    const other = (await objectsOf(world)).find((name) => name !== own) ?? '';
    const { documents } = world.services;
    world.services.documents = {
      ...documents,
      getRange: (controller, name, range) =>
        documents.getRange(controller, name === own ? other : name, range),
    };
    expect((await opened(worker, clientId, documentId)).status).toBe(500);
    world.services.documents = documents;
    expect((await opened(worker, clientId, documentId)).status).toBe(200);
  });
});
