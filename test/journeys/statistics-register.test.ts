import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test } from 'vitest';
import { packedCube } from '../../shared/domain/statistics/cubes/pack.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import type { FactItem } from '../../shared/domain/statistics/fact-item.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { anEntry, newClient } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { finished } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { compared, factItemsOf, lose, nothingDiffers } from '../support/rebuilt.ts';
import { approved, at, closedFile, disposed, gathered } from '../support/retention.ts';
import { done, handler, recorded } from '../support/subject-requests.ts';
import { testWorld, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. The facts, held against the register. */

const REASON = { initiator: 'ownInitiative', words: 'Wrong client.', ground: 'erroneous' };

/** Entries of which two were removed and one moved, a document, and a request that was decided anew. */
async function counted() {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('broadResponsibility', { serviceTasks: [] });
  const clientId = await newClient(world, worker, { name: 'Keksitty Oona' });
  const toClientId = await newClient(world, worker, { name: 'Olematon Eino' });
  const notes = `/v1/case-notes/clients/${clientId}/notes`;
  for (const what of ['', 'remove', 'remove', 'move']) {
    const noteId = text(await worker.call('POST', notes, { body: anEntry() }), 'noteId');
    if (what === '') continue;
    const { ground: _, ...moved } = REASON;
    const body = what === 'move' ? { toClientId, reason: moved } : { reason: REASON };
    const told = await worker.call('POST', `${notes}/${noteId}/${what}`, { version: 1, body });
    expect(told.status, told.body).toBe(200);
  }
  await finished(worker, clientId);
  const manager = await handler(world, 'management');
  const request = await recorded(worker, clientId);
  for (const _ of [1, 2]) {
    await done(manager, request, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
  }
  return world;
}

const figuresOf = async ({ services, controller }: World) =>
  (await countPeriod({ services, actor: { controller } }, Period.parse('2026-11'))).cubes.map(packedCube);

const put = ({ services, controller }: World, item: object) =>
  services.tables
    .clientOf(controller)
    .send(new PutCommand({ TableName: services.tables.records, Item: { ...item } }));

const nextMonth = (world: World): void => world.clock.set(Instant.parse('2026-12-02T10:00:00.000Z'));

/** The first that stands, and is not taken back. */
function standingIn(items: readonly FactItem[], { controller }: World): FactItem {
  const names = new Set(items.map(({ sk }) => sk));
  const found = items.find(
    ({ sk, fact }) =>
      fact.undoes !== true && !names.has(workKeys.undoneFact(controller, '2026-11', workKeys.aboutIn(sk)).sk),
  );
  if (found === undefined) throw new Error('Nothing stands.');
  return found;
}

test('whatever is lost is told and made anew, to the same bytes; what says something else is put right', async () => {
  const world = await counted();
  const before = await factItemsOf(world);
  const figures = await figuresOf(world);
  const right = nothingDiffers(before.length);
  expect(await compared(world)).toEqual(right);

  const [undo] = before.filter(({ fact }) => fact.undoes === true);
  const [lost, changed] = before.filter(({ fact }) => fact.undoes !== true);
  if (undo === undefined || lost === undefined || changed === undefined) throw new Error('Too few.');
  await lose(world, undo);
  await lose(world, lost);
  await put(world, { ...changed, fact: { ...changed.fact, code: 'another' } });
  const differs = { ...right, missing: 1, left: 1, differing: 1 };
  expect(await compared(world)).toEqual(differs);
  nextMonth(world);
  expect(await compared(world, true)).toEqual({ ...differs, mended: 3 });
  expect(await factItemsOf(world)).toEqual(before);
  expect(await figuresOf(world)).toEqual(figures);
  expect(await compared(world)).toEqual(right);
  // A month that is over is counted again.
  expect(await dumpOf(world.services, 'records')).toContainEqual(
    expect.objectContaining({ entity: 'lateFacts', months: ['2026-11'] }),
  );
  expect(await linesOf(world.services)).toContainEqual(
    expect.objectContaining({ eventName: 'StatisticsCompared', clients: [], changedFields: ['ended'] }),
  );
});

test('what no thing tells is found, and taken back; what takes back a fact that stands goes', async () => {
  const world = await counted();
  const before = await factItemsOf(world);
  const figures = await figuresOf(world);
  const standing = standingIn(before, world);
  const { kind, on } = standing.fact;
  const stray = workKeys.factAbout(world.controller, '2026-11', 'f'.repeat(32));
  const undoing = workKeys.undoneFact(world.controller, '2026-11', workKeys.aboutIn(standing.sk));
  await put(world, { ...standing, ...stray });
  await put(world, { ...standing, ...undoing, fact: { kind, on, undoes: true } });
  nextMonth(world);
  const right = nothingDiffers(before.length);
  const found = { ...right, stray: [{ kind, month: '2026-11', facts: 2 }] };
  expect(await compared(world)).toEqual(found);
  expect(await compared(world, true)).toEqual({ ...found, mended: 2 });
  expect(await compared(world)).toEqual(right);
  expect(await figuresOf(world)).toEqual(figures);
});

test('a fact without a name, from before facts had one, is told of and left; kinds that older things tell are not judged', async () => {
  const world = await counted();
  const before = await factItemsOf(world);
  const document = before.find(({ fact }) => fact.kind === 'documentFinalised');
  if (document === undefined) throw new Error('There is no document.');
  const nameless = workKeys.fact(world.controller, '2026-11', '01KBN4PZ00000000000000000Z');
  await put(world, { ...document, ...nameless });
  // A document that does not say what it was counted as: its fact seems to be of nothing.
  const items = await dumpOf(world.services, 'records');
  const { countedAs: _, ...older } = items.find(({ entity }) => entity === 'document') ?? {};
  await put(world, older);
  nextMonth(world);
  expect(await compared(world, true)).toEqual({
    ...nothingDiffers(before.length - 1),
    older: { document: 1 },
    nameless: [{ kind: 'documentFinalised', month: '2026-11', facts: 1 }],
  });
  expect(await factItemsOf(world)).toHaveLength(before.length + 1);
});

test('what was disposed of stays counted, and is listed by kind and month', async () => {
  const world = await testWorld();
  const { clientId } = await closedFile(world, { nth: 941 });
  const [archivist, manager] = [await world.worker('archive'), await world.worker('management')];
  const figures = await figuresOf(world);
  at(world, '2036-12-05');
  await gathered(world);
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-13');
  expect(await disposed(world)).toMatchObject({ destroyed: 1, failed: 0 });
  expect(await figuresOf(world)).toEqual(figures);
  // Months are looked for until nothing was done for two years.
  at(world, '2028-10-05');
  const told = await compared(world, true);
  expect(told).toMatchObject({ missing: 0, left: 0, differing: 0, mended: 0, stray: [] });
  const of = (kind: string, facts: number) => ({ kind, month: '2026-11', facts });
  expect(told.disposed).toEqual([
    of('caseOpened', 1),
    of('caseClosed', 1),
    of('caseNoteFinalised', 2),
    of('documentFinalised', 1),
  ]);
  // Which facts were of one thing is nowhere any more.
  const marks = (await dumpOf(world.services, 'records')).filter(({ entity }) => entity === 'goneFact');
  expect(marks).toHaveLength(5);
  expect(JSON.stringify(marks)).not.toContain(clientId);
});
