import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newClient } from '../support/case-notes.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import {
  close,
  FAMILY_WORK_PLAN,
  planned,
  plansOf,
  siblings,
  stateOf,
  summaryDraft,
} from '../support/closing.ts';
import { draftsAt, opened } from '../support/documents.ts';

/** Yhteisen asian päättäminen: for all its clients at once. */

describe('a shared case is closed', () => {
  test('with what each of its clients has: a service of one keeps it open, plans of all end, one summary is in every file', async () => {
    const of = await siblings(1);
    const { worker, clientId, caseId, others } = of;
    const [brother = clientId] = others;
    await planned(of, clientId);
    await planned(of, brother, FAMILY_WORK_PLAN);
    const service = await openedService(worker, brother, caseId);
    const draftId = await summaryDraft(worker, clientId, { caseId });
    const summary = { draftId, draftVersion: 1, alsoOf: others };
    expect(await close(of, { summary })).toMatchObject({ json: { details: { services: 1 } } });
    await actOnService(worker, service, 'end', 1, { endedOn: '2026-11-24', endGround: 'needEnded' });
    const told = await close(of, { summary });
    expect(told.status).toBe(200);
    const { documentId } = z.looseObject({ documentId: z.string() }).parse(told.json);
    for (const client of [clientId, brother]) {
      expect(await stateOf(of, client)).toBe('closed');
      expect(await plansOf(of, client, 'plans')).toMatchObject({ plans: [] });
      expect(await plansOf(of, client, 'ended')).toMatchObject({ plans: [{ endGround: 'caseClosed' }] });
      expect((await opened(worker, client, documentId)).json).toMatchObject({ state: 'final', caseId });
    }
  });

  test('of many clients in parts when all of it does not fit: the summary first, then the case', async () => {
    const of = await siblings(6);
    const { worker, clientId, caseId, others } = of;
    const stranger = await newClient(of.world, worker, { name: 'Vieras Ville' });
    const draftId = await summaryDraft(worker, clientId, { caseId });
    const summary = { draftId, draftVersion: 1, alsoOf: others };
    expect((await close(of, { summary: { ...summary, alsoOf: [stranger] } })).json).toMatchObject({
      code: 'document.notOfCase',
    });
    expect(await close(of, { summary })).toMatchObject({ status: 409, json: { code: 'case.tooMuchAtOnce' } });
    expect(await stateOf(of, clientId)).toBe('open');
    const path = `${draftsAt(clientId)}/${draftId}/finalise`;
    const final = await worker.call('POST', path, { body: { draftVersion: 1, alsoOf: others } });
    expect(final.status).toBe(201);
    expect((await close(of)).status).toBe(200);
  });
});
