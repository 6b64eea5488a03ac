import { expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { MatterId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { clientKeys, matterKeys } from '../../shared/table/keys.ts';
import { AT, begun } from '../support/assessments.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { workerInPost } from '../support/decisions.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt, matterAt, notification, received, subjectsOf } from '../support/intake.ts';
import { onSiblings } from '../support/siblings.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. What is put right had arrived on the Friday before. */

const FRIDAY = '2026-11-20T09:30:00.000Z';
const WORDS = 'Ilmoitus oli tullut vastaajaan jo perjantaina.';
const REASON = { ground: 'erroneous', initiator: 'ownInitiative', words: WORDS };
const right = (receivedAt = FRIDAY) => ({ receivedAt, reason: REASON });

const timesOf = (world: World, clientId: ClientId) =>
  deadlinesIn(world, clientKeys.partition(world.controller, clientId));

const Listed = z.array(z.looseObject({ matterId: z.string() }));
const InFile = z.looseObject({ open: Listed, handled: Listed });
async function mattersOf(worker: Worker, clientId: ClientId) {
  const told = await worker.call('GET', `/v1/intake/clients/${clientId}/matters`);
  const { open, handled } = InFile.parse(told.json);
  return [...open, ...handled];
}

const countedOf = async (world: World, kind: string) =>
  [...(await factsOf(world, '2026-11')), ...(await factsOf(world, '2026-12'))].filter(
    (fact) => fact.kind === kind,
  );

test('a notification had arrived earlier than was recorded: its case, its times of the law and the figures follow from the right day, and what stood there stays [L-11.5, L-11.8]', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const colleague = await workerInPost(world, 'broadResponsibility');
  const { clientId, caseId, told } = await begun(world, worker, '2026-12-02T08:00:00.000Z');
  expect(told.status).toBe(201);
  const [{ matterId } = { matterId: '' }] = await mattersOf(worker, clientId);
  const at = inFileAt(clientId, matterId);
  const start = async () =>
    (await timesOf(world, clientId)).find(({ rule }) => rule === 'protectionAssessmentStart');
  expect(await start()).toMatchObject({ state: 'met', dueOn: '2026-12-03' });

  const late = await actOn(worker, at, '/correct-arrival', right('2026-12-02T07:00:00.000Z'));
  expect(late.json).toMatchObject({
    code: 'intake.notValid',
    findings: [{ rule: 'intake.arrivedAfterRecording' }, { rule: 'intake.arrivedAfterAct' }],
  });
  expect((await actOn(colleague, at, '/correct-arrival', right())).json).toMatchObject({
    code: 'note.notTheAuthor',
  });
  const corrected = await actOn(worker, at, '/correct-arrival', right());
  expect(corrected).toMatchObject({
    status: 200,
    json: { findings: ['intake.documentBesides', 'intake.fileBesides'] },
  });
  expect((await actOn(worker, at, '/correct-arrival', right())).json).toMatchObject({
    findings: [{ rule: 'intake.sameArrival' }],
  });

  expect(await start()).toMatchObject({ state: 'lateMet', startedOn: '2026-11-20', dueOn: '2026-12-01' });
  expect(
    (await timesOf(world, clientId)).find(({ rule }) => rule === 'protectionAssessmentReady'),
  ).toMatchObject({
    state: 'running',
    startedAt: FRIDAY,
    startedOn: '2026-11-20',
  });
  expect((await worker.call('GET', at)).json).toMatchObject({
    receivedAt: FRIDAY,
    arrivals: [{ is: FRIDAY, by: { userId: worker.userId }, ground: 'erroneous' }],
    handlings: expect.arrayContaining([expect.objectContaining({ kind: 'arrival', words: WORDS })]),
  });
  expect((await worker.call('GET', `/v1/cases/clients/${clientId}/cases/${caseId}`)).json).toMatchObject({
    openedAt: FRIDAY,
  });
  expect((await worker.call('GET', AT(clientId))).json).toMatchObject({ assessments: [{ version: 2 }] });
  const about = (kind: string, on: string, more: object = {}) =>
    expect.objectContaining({ kind, on, ...more });
  for (const kind of ['matterReceived', 'caseOpened']) {
    expect(await countedOf(world, kind)).toEqual(
      expect.arrayContaining([
        about(kind, '2026-11-24', { undoes: true }),
        about(kind, '2026-11-20', { unitId: world.units.families }),
      ]),
    );
  }
  expect(await countedOf(world, 'matterHandled')).toEqual(
    expect.arrayContaining([
      about('matterHandled', '2026-11-24', { days: 0, undoes: true }),
      about('matterHandled', '2026-11-24', { days: 4 }),
    ]),
  );
  expect(await countedOf(world, 'assessmentBegun')).toEqual(
    expect.arrayContaining([
      { kind: 'assessmentBegun', on: '2026-12-02', undoes: true },
      about('assessmentBegun', '2026-12-02', { days: 12, inTime: false }),
    ]),
  );
  expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain(WORDS);
  expect(await linesOf(world.services)).toContainEqual(
    expect.objectContaining({
      eventName: 'MatterArrivalCorrectedInFile',
      clients: [clientId],
      changedFields: ['receivedAt'],
      reasonId: expect.stringMatching(/^erroneous:/),
    }),
  );

  // It was recorded right after all: to and fro leaves one of each that stands.
  const back = await actOn(worker, at, '/correct-arrival', right('2026-11-23T09:30:00.000Z'));
  expect(back).toMatchObject({ status: 200 });
  expect(await start()).toMatchObject({ state: 'met', startedOn: '2026-11-23', dueOn: '2026-12-02' });
  const standing = (await countedOf(world, 'matterReceived')).reduce(
    (sum, { undoes }) => sum + (undoes === true ? -1 : 1),
    0,
  );
  expect(standing).toBe(1);
});

test('of a notification about siblings each file is put right by itself, and the matter with the first of them', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { matterId, aino, eino } = await onSiblings(world, worker);
  const first = await actOn(worker, inFileAt(aino, matterId), '/correct-arrival', right());
  expect(first).toMatchObject({ status: 200, json: { findings: ['intake.fileBesides'] } });
  expect(await mattersOf(worker, aino)).toMatchObject([{ receivedAt: FRIDAY }]);
  expect(await mattersOf(worker, eino)).not.toMatchObject([{ receivedAt: FRIDAY }]);
  expect((await actOn(worker, inFileAt(eino, matterId), '/correct-arrival', right())).status).toBe(200);
  expect(await mattersOf(worker, eino)).toMatchObject([{ receivedAt: FRIDAY }]);
  expect((await countedOf(world, 'matterReceived')).filter(({ undoes }) => undoes === true)).toHaveLength(1);
});

test('while the intake has it in hand its arrival is put right there, with its place in the queue, its times, and whoever it already stands with', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const matterId = MatterId.parse(await received(worker, notification(world)));
  const [, eino = ''] = await subjectsOf(worker, matterId);
  await actOn(worker, matterAt(matterId), '/urgency', { result: 'notUrgent', grounds: 'Ei vaaraa.' });
  const end = { outcome: 'noMeasures', grounds: 'Ei selvinnyt.', inquiries: 'Koululta kysytty.' };
  expect((await actOn(worker, matterAt(matterId), `/subjects/${eino}/close`, end)).status).toBe(200);
  world.clock.set(Instant.parse('2026-11-25T08:00:00.000Z'));
  expect(await actOn(worker, matterAt(matterId), '/correct-arrival', right())).toMatchObject({
    status: 200,
    json: { findings: [] },
  });
  expect((await worker.call('GET', matterAt(matterId))).json).toMatchObject({
    receivedAt: FRIDAY,
    arrivals: [{ is: FRIDAY }],
  });
  const times = await deadlinesIn(world, matterKeys.partition(world.controller, matterId));
  expect(times.find(({ rule }) => rule === 'protectionAssessmentStart')).toMatchObject({
    startedOn: '2026-11-20',
    dueOn: '2026-12-01',
  });
  expect(await countedOf(world, 'matterHandled')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ days: 0, undoes: true }),
      expect.objectContaining({ on: '2026-11-24', days: 4 }),
    ]),
  );
});
