import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { AT } from '../support/assessments.ts';
import { workerInPost } from '../support/decisions.ts';
import { factsOf } from '../support/facts.ts';
import { actOn, inFileAt } from '../support/intake.ts';
import { text } from '../support/people.ts';
import { CASE, onSiblings, timesOf } from '../support/siblings.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** A case that a notification opened, in which nobody has begun an assessment. */
async function opened(world: World, worker: Worker) {
  const { matterId, aino } = await onSiblings(world, worker);
  const told = await actOn(worker, inFileAt(aino, matterId), '/open-case', CASE(world));
  return { clientId: aino, caseId: text(told, 'caseId') };
}

const NEEDLESS = {
  clientsWish: 'doesNotWant',
  grounds: 'Ilmoitus koski naapurin lapsia; perhe ei tarvitse tukea.',
};

test('that an assessment is evidently unnecessary stands with its grounds, who found so and what the client wished; the times end', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId, caseId } = await opened(world, worker);
  const at = `/v1/assessments/clients/${clientId}/not-made`;
  const told = await worker.call('POST', at, { body: { caseId, ...NEEDLESS } });
  expect(told).toMatchObject({ status: 201, json: { findings: [] } });
  const assessmentId = text(told, 'assessmentId');
  const listed = (await worker.call('GET', AT(clientId))).json;
  expect(listed).toMatchObject({
    assessments: [],
    notMade: [
      { assessmentId, caseId, clientsWish: 'doesNotWant', decidedOn: '2026-11-24', by: worker.userId },
    ],
  });
  expect(JSON.stringify(listed)).not.toContain('naapurin');
  expect((await worker.call('GET', `${at}/${assessmentId}`)).json).toMatchObject(NEEDLESS);
  expect(await timesOf(world, clientId)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ rule: 'protectionAssessmentStart', state: 'met', caseId }),
      expect.objectContaining({ rule: 'protectionAssessmentReady', state: 'cancelled', caseId }),
    ]),
  );
  expect(await factsOf(world, '2026-11')).toContainEqual(
    expect.objectContaining({ kind: 'assessmentNotMade', code: 'doesNotWant' }),
  );
});

test('that the client’s wish was not asked is remarked on; without grounds, or while one is under way, nothing is recorded', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId, caseId } = await opened(world, worker);
  const at = `/v1/assessments/clients/${clientId}/not-made`;
  expect(
    (await worker.call('POST', at, { body: { caseId, clientsWish: 'doesNotWant', grounds: ' ' } })).status,
  ).toBe(400);
  const counsellor = await workerInPost(world, 'broadResponsibility', {
    post: { professionalRole: 'socialCounsellor' },
  });
  expect(await counsellor.call('POST', at, { body: { caseId, ...NEEDLESS } })).toMatchObject({
    status: 403,
    json: { code: 'assessment.socialWorker' },
  });
  expect(
    (await worker.call('POST', at, { body: { caseId, ...NEEDLESS, clientsWish: 'notAsked' } })).json,
  ).toMatchObject({ findings: ['assessment.wishNotAsked'] });
  await worker.call('POST', AT(clientId), { body: { caseId, responsibleWorkerId: worker.userId } });
  expect(await worker.call('POST', at, { body: { caseId, ...NEEDLESS } })).toMatchObject({
    status: 409,
    json: { code: 'assessment.underWay' },
  });
});

test('that no assessment is made was recorded late: the day is put right, the time to begin was met after all, and the figures take the wrong day back [L-11.5, L-11.8]', async () => {
  const world = await testWorld();
  const worker = await workerInPost(world, 'broadResponsibility');
  const reader = await workerInPost(world, 'broadResponsibility', { specialRights: ['correctRecord'] });
  const { clientId, caseId } = await opened(world, worker);
  world.clock.set(Instant.parse('2026-12-09T08:00:00.000Z'));
  const at = `/v1/assessments/clients/${clientId}/not-made`;
  const told = await worker.call('POST', at, { body: { caseId, ...NEEDLESS } });
  const assessmentId = text(told, 'assessmentId');
  const start = async () =>
    (await timesOf(world, clientId)).find(({ rule }) => rule === 'protectionAssessmentStart');
  expect(await start()).toMatchObject({ state: 'lateMet' });
  const correct = (version: number, decidedOn: string) =>
    worker.call('POST', `${at}/${assessmentId}/correct`, {
      version,
      body: {
        decidedOn,
        reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Asiasta päätettiin jo 1.12.' },
      },
    });
  for (const [day, rule] of [
    ['2026-12-09', 'assessment.sameDays'],
    ['2026-11-23', 'assessment.decidedOn'],
    ['2026-12-10', 'assessment.decidedOn'],
  ] as const) {
    expect(await correct(1, day)).toMatchObject({
      status: 422,
      json: { code: 'assessment.daysNotValid', findings: [{ rule }] },
    });
  }
  expect(await correct(1, '2026-11-30')).toMatchObject({ status: 200, json: { version: 2, findings: [] } });
  expect(await start()).toMatchObject({ state: 'met' });
  expect((await worker.call('GET', AT(clientId))).json).toMatchObject({
    notMade: [{ decidedOn: '2026-11-30', version: 2, corrected: { ground: 'erroneous' } }],
  });
  expect((await worker.call('GET', `${at}/${assessmentId}`)).json).toMatchObject({
    ...NEEDLESS,
    decidedOn: '2026-11-30',
  });
  expect(await correct(2, '2026-12-01')).toMatchObject({ status: 200, json: { version: 3 } });
  expect((await reader.call('GET', `${AT(clientId)}/${assessmentId}/corrections`)).json).toMatchObject({
    corrections: [
      { was: { decidedOn: '2026-12-09' }, reason: { words: 'Asiasta päätettiin jo 1.12.' } },
      { was: { decidedOn: '2026-11-30' } },
    ],
  });
  const kind = 'assessmentNotMade';
  const facts = [...(await factsOf(world, '2026-11')), ...(await factsOf(world, '2026-12'))];
  expect(facts.filter((fact) => fact.kind === kind)).toEqual(
    expect.arrayContaining([
      { kind, on: '2026-12-09', undoes: true },
      { kind, on: '2026-11-30', undoes: true },
      expect.objectContaining({ kind, on: '2026-12-01', days: 7 }),
    ]),
  );
});
