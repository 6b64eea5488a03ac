import { expect, test } from 'vitest';
import * as z from 'zod';
import type { StoredFact } from '../../shared/statistics-fact.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { act, caseAt, openedCase } from '../support/cases.ts';
import { standingUnit } from '../support/deadlines.ts';
import { storedFactsOf } from '../support/facts.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. An entry is counted once, of whom it is, in the unit where it was written. */

const REASON = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Väärä asiakas.' };
const notesOf = (clientId: string): string => `/v1/case-notes/clients/${clientId}/notes`;

const correct = (worker: Worker, clientId: string, noteId: string, version: number) => {
  const { caseId: _, ...entry } = { caseId: undefined, ...anEntry({}, { text: 'Oikein kirjattuna.' }) };
  const body = { entry, reason: REASON };
  return worker.call('POST', `${notesOf(clientId)}/${noteId}/correct`, { version, body });
};
const remove = (worker: Worker, clientId: string, noteId: string, version: number) =>
  worker.call('POST', `${notesOf(clientId)}/${noteId}/remove`, {
    version,
    body: { reason: { ...REASON, ground: 'unnecessary' } },
  });

async function entriesAndPersons(supervisor: Worker): Promise<(number | undefined)[]> {
  const told = await supervisor.call('GET', '/v1/statistics/figures/workDone?period=2026-11');
  const { figures } = z
    .looseObject({ figures: z.array(z.looseObject({ measure: z.string(), value: z.int() })) })
    .parse(told.json);
  return ['entries', 'personsMet'].map((id) => figures.find(({ measure }) => measure === id)?.value);
}

async function entryMoved(world: World) {
  const worker = await world.worker('broadResponsibility');
  const wrong = await newClient(world, worker, { name: 'Keksitty Oona' });
  const right = await newClient(world, worker, { name: 'Olematon Eino' });
  expect((await worker.call('POST', notesOf(right), { body: anEntry() })).status).toBe(201);
  const noteId = text(await worker.call('POST', notesOf(wrong), { body: anEntry() }), 'noteId');
  const { ground: _, ...reason } = REASON;
  const moved = await worker.call('POST', `${notesOf(wrong)}/${noteId}/move`, {
    version: 1,
    body: { toClientId: right, reason },
  });
  expect(moved.status, moved.body).toBe(200);
  return { worker, right, noteId: text(moved, 'toNoteId') };
}

test('an entry that was written into the wrong file is counted of the right client, whatever becomes of it there', async () => {
  const world = await testWorld();
  const supervisor = await world.worker('supervisor');
  const { worker, right, noteId } = await entryMoved(world);
  expect(await entriesAndPersons(supervisor)).toEqual([2, 1]);
  expect((await correct(worker, right, noteId, 1)).status).toBe(200);
  expect(await entriesAndPersons(supervisor)).toEqual([2, 1]);
  expect((await remove(worker, right, noteId, 2)).status).toBe(200);
  expect(await entriesAndPersons(supervisor)).toEqual([1, 1]);
});

const unitsOfStanding = async (world: World): Promise<unknown[]> => {
  const facts = await storedFactsOf(world, '2026-11');
  const of = (undoes: StoredFact['undoes']) =>
    facts.filter((fact) => fact.kind === 'caseNoteFinalised' && fact.undoes === undoes);
  return of(undefined)
    .slice(0)
    .map(({ unitId }) => unitId);
};

test('an entry that is corrected stays counted in the unit where it was written, though its case was transferred or closed', async () => {
  const world = await testWorld();
  await standingUnit(world, world.units.adults);
  const worker = await world.worker('broadResponsibility', { unitIds: Object.values(world.units) });
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  const noteId = text(await worker.call('POST', notesOf(clientId), { body: anEntry({ caseId }) }), 'noteId');
  const proposed = await act(worker, clientId, caseId, 'transfers', {
    toUnitId: world.units.adults,
    reason: 'Perhe on muuttanut.',
  });
  const transferAt = `${caseAt(clientId, caseId)}/transfers/${text(proposed, 'transferId')}`;
  const accepted = await worker.call('POST', `${transferAt}/accept`, {
    version: z.object({ version: z.int() }).parse((await worker.call('GET', caseAt(clientId, caseId))).json)
      .version,
    body: { responsibleWorkerId: worker.userId },
  });
  expect(accepted.status, accepted.body).toBe(200);
  const corrected = await correct(worker, clientId, noteId, 1);
  expect(corrected.status, corrected.body).toBe(200);
  expect(await unitsOfStanding(world)).toEqual([world.units.families, world.units.families]);
  const closed = await act(worker, clientId, caseId, 'close', {
    closedOn: '2026-11-24',
    ground: 'needEnded',
  });
  expect(closed.status, closed.body).toBe(200);
  const again = await correct(worker, clientId, noteId, 2);
  expect(again.status, again.body).toBe(200);
  expect(new Set(await unitsOfStanding(world))).toEqual(new Set([world.units.families]));
});
