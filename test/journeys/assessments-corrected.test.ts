import { expect, test } from 'vitest';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import { openedItem } from '../../shared/domain/stores/opened.ts';
import { fileOfClient } from '../../shared/domain/stores/walk.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { workerInPost } from '../support/decisions.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** It is Tuesday 24 November 2026. */

const REASON = {
  ground: 'erroneous',
  initiator: 'ownInitiative',
  words: 'Arviointi alkoi jo kotikäynnillä.',
};

const correcting =
  (at: string) =>
  (by: Worker, version: number, days: object, more: object = {}): Promise<Told> =>
    by.call('POST', `${at}/correct`, { version, body: { ...days, reason: { ...REASON, ...more } } });

/** A time of the client under this rule, as it is stored. */
const timeOf = async (world: World, clientId: ClientId, rule: string) =>
  (await deadlinesIn(world, clientKeys.partition(world.controller, clientId))).find(
    (one) => one.rule === rule,
  );

/** The assessments of the file, opened by what the register of stores says of them. */
async function openedIn({ services, controller }: World, clientId: ClientId) {
  const keys = await loadClientKeys(services.tables, controller, clientId);
  if (keys === undefined) throw new Error('The child has keys.');
  const ring = keyRing(services, controller, keys);
  const opened: object[] = [];
  for await (const { store, item } of fileOfClient({ services, actor: { controller } }, clientId)) {
    if (item.entity === 'assessment') opened.push(await openedItem(ring, store, item));
  }
  return opened;
}

const refusedFor = (told: Told) => ({
  status: told.status,
  code: told.json['code'],
  findings: told.json['findings'],
});
const notValid = (rule: string) => ({
  status: 422,
  code: 'assessment.daysNotValid',
  findings: [expect.objectContaining({ rule })],
});

test('a beginning that was recorded on a wrong day is put right in Loimaa by who recorded it, or another in a named person’s presence; its time was met after all, and both days stay readable [L-11.5, L-11.6, L-11.8, L-11.9]', async () => {
  const world = await worldOf(PROFILES.L);
  const worker = await workerInPost(world, 'broadResponsibility', { name: 'Kaisa Niemi' });
  const colleague = await workerInPost(world, 'broadResponsibility');
  const named = await workerInPost(world, 'broadResponsibility', { specialRights: ['correctRecord'] });
  const { clientId, told } = await begun(world, worker, '2026-12-08T08:00:00.000Z');
  const at = `${AT(clientId)}/${text(told, 'assessmentId')}`;
  const correct = correcting(at);
  expect(await timeOf(world, clientId, 'protectionAssessmentStart')).toMatchObject({ state: 'lateMet' });

  for (const [days, rule] of [
    [{ begunOn: '2026-12-08' }, 'assessment.sameDays'],
    [{ begunOn: '2026-11-23' }, 'assessment.begunOn'],
    [{ begunOn: '2026-12-09' }, 'assessment.begunOn'],
    [{ begunOn: '2026-12-02', readyOn: '2026-12-03' }, 'assessment.readyOnState'],
  ] as const) {
    expect(refusedFor(await correct(worker, 1, days))).toEqual(notValid(rule));
  }
  const right = { begunOn: '2026-12-02' };
  expect(await correct(colleague, 1, right)).toMatchObject({
    status: 403,
    json: { code: 'note.notTheAuthor' },
  });
  expect((await correct(worker, 2, right)).status).toBe(412);

  expect(await correct(worker, 1, right)).toMatchObject({ status: 200, json: { version: 2, findings: [] } });
  expect(await timeOf(world, clientId, 'protectionAssessmentStart')).toMatchObject({
    state: 'met',
    endedOn: '2026-12-02',
    dueOn: '2026-12-03',
  });
  const list = await worker.call('GET', AT(clientId));
  expect(list.json).toMatchObject({
    assessments: [
      {
        begunOn: '2026-12-02',
        corrected: {
          name: 'Kaisa Niemi',
          post: 'sosiaalityöntekijä',
          at: world.clock.now(),
          ground: 'erroneous',
        },
      },
    ],
  });
  const kind = 'assessmentBegun';
  const facts = (await factsOf(world, '2026-12')).filter((fact) => fact.kind === kind);
  expect(facts).toHaveLength(3);
  expect(facts).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind, on: '2026-12-08', days: 14, inTime: false }),
      { kind, on: '2026-12-08', undoes: true },
      expect.objectContaining({ kind, on: '2026-12-02', days: 8, inTime: true }),
    ]),
  );

  // Not the author: in the presence of the person responsible for the register, and both are recorded.
  const earlier = { begunOn: '2026-12-01' };
  expect((await correct(named, 2, earlier)).json).toMatchObject({ code: 'note.presenceNeeded' });
  expect(await correct(named, 2, earlier, { presentUserId: worker.userId })).toMatchObject({ status: 200 });
  expect((await named.call('GET', `${at}/corrections`)).json).toMatchObject({
    corrections: [
      { was: { begunOn: '2026-12-08' }, by: { name: 'Kaisa Niemi' }, reason: { words: REASON.words } },
      { was: { begunOn: '2026-12-02' }, by: { userId: named.userId, presentUserId: worker.userId } },
    ],
  });
  expect((await worker.call('GET', `${at}/corrections`)).status).toBe(403);
  expect(await openedIn(world, clientId)).toContainEqual(
    expect.objectContaining({
      corrections: [
        expect.objectContaining({ reason: expect.objectContaining({ words: REASON.words }) }),
        expect.objectContaining({ reason: expect.objectContaining({ words: REASON.words }) }),
      ],
    }),
  );
  expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain(REASON.words);
  expect(await linesOf(world.services)).toContainEqual(
    expect.objectContaining({
      eventName: 'AssessmentCorrected',
      clients: [clientId],
      changedFields: ['begunOn'],
      reasonId: expect.stringMatching(/^erroneous:/),
    }),
  );
});

test('a readiness that was recorded on a wrong day is put right with the times that hang on it, though its month is over', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId, caseId, told } = await begun(world, worker);
  world.clock.set(Instant.parse('2027-03-01T08:00:00.000Z'));
  const draft = await draftOf(worker, clientId, caseId);
  const at = `${AT(clientId)}/${text(told, 'assessmentId')}`;
  const end = { ...draft, result: 'childWelfareClient', specialSupport: false };
  expect((await worker.call('POST', `${at}/finish`, { version: 1, body: end })).status).toBe(200);
  const ready = () => timeOf(world, clientId, 'protectionAssessmentReady');
  const telling = () => timeOf(world, clientId, 'protectionClienthoodTold');
  expect(await ready()).toMatchObject({ state: 'lateMet', dueOn: '2027-02-24' });

  const correct = correcting(at);
  const readyOn = (day: string, version: number) =>
    correct(worker, version, { begunOn: '2026-11-24', readyOn: day });
  expect(refusedFor(await correct(worker, 2, { begunOn: '2026-11-24' }))).toEqual(
    notValid('assessment.readyOnState'),
  );
  expect(refusedFor(await readyOn('2026-11-23', 2))).toEqual(notValid('assessment.readyOn'));
  expect(refusedFor(await readyOn('2027-03-02', 2))).toEqual(notValid('assessment.readyOn'));
  expect(await readyOn('2027-02-22', 2)).toMatchObject({
    status: 200,
    json: { version: 3, findings: ['assessment.documentBesides', 'assessment.relationshipBesides'] },
  });
  expect(await ready()).toMatchObject({ state: 'met', endedOn: '2027-02-22' });
  expect(await telling()).toMatchObject({ state: 'running', startedOn: '2027-02-22', dueOn: '2027-02-25' });
  const kind = 'assessmentReady';
  expect(await factsOf(world, '2027-02')).toEqual([
    expect.objectContaining({ kind, on: '2027-02-22', code: 'childWelfareClient', days: 90, inTime: true }),
  ]);
  expect(await factsOf(world, '2027-03')).toContainEqual({ kind, on: '2027-03-01', undoes: true });
  expect(await dumpOf(world.services, 'records')).toContainEqual(
    expect.objectContaining({ entity: 'lateFacts', months: ['2027-02'] }),
  );

  // The family was told on the 24th: the telling is in time or late from the right day.
  const telt = { recipient: { kind: 'custodian' }, way: 'phone', on: '2027-02-24' };
  expect((await worker.call('POST', `${at}/tell`, { version: 3, body: telt })).json).toMatchObject({
    findings: [],
  });
  expect(await telling()).toMatchObject({ state: 'met' });
  expect(refusedFor(await readyOn('2027-02-25', 4))).toEqual(notValid('assessment.toldBefore'));
  expect((await readyOn('2027-02-15', 4)).status).toBe(200);
  expect(await telling()).toMatchObject({ state: 'lateMet', startedOn: '2027-02-15', dueOn: '2027-02-18' });
});
