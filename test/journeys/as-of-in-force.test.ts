import { expect, test } from 'vitest';
import * as z from 'zod';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { actingContext, committed, startedDeadline } from '../support/deadlines.ts';
import { actOn, delegated, ISSUE } from '../support/decisions.ts';
import { begun } from '../support/documents.ts';
import { inventedCode } from '../support/people.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';
import { preparedDecision } from '../support/world-of-decisions.ts';

const DAY = 24 * 60;
const CHILD = inventedCode(LocalDate.parse('2014-05-02'), 906);
const CHILDS_PLAN = '1.2.246.537.6.1506.15009.2024.11.28';

const Rows = z.array(z.looseObject({ state: z.string().optional(), knownFrom: z.string().optional() }));
const Stood = z.looseObject({
  cases: Rows,
  inForce: z.object({ decisions: Rows, services: Rows, plans: Rows, deadlines: Rows }),
});

async function stood(worker: Worker, clientId: string, day: number) {
  const told = await worker.call('GET', `/v1/client-file/${clientId}/as-of?on=2026-11-${day}`);
  const { cases, inForce } = Stood.parse(told.json);
  return { cases, ...inForce };
}
const done = (told: Told): Told => {
  if (told.status >= 300) throw new Error(told.body ?? '');
  return told;
};

test('a case, a service, a plan and a time of the law are shown of each day as they then stood', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const other = await world.worker('broadResponsibility', { name: 'Toinen Työntekijä' });
  const clientId = await newClient(world, worker, { code: CHILD });
  // 24: all is opened. 25: the service begins. 26: it stands still, and the case has another worker.
  // 27: the service ends, the plan is looked at again, the time is met. 28: the plan ends, the case is closed.
  const tasks = ['childWelfare', 'families'];
  const caseId = await openedCase(world, worker, clientId, {
    serviceTasks: tasks,
    responsibleWorkerId: worker.userId,
  });
  const service = await openedService(worker, clientId, caseId, { validFrom: '2026-11-24' });
  const deadline = await startedDeadline(world, clientId, '2026-11-24');
  const draftId = await begun(worker, clientId, {
    definitionOid: CHILDS_PLAN,
    caseId,
    serviceTasks: ['childWelfare'],
    content: { lastensuojelun_asiakassuunnitelma: {} },
  });
  const plans = `/v1/plans/clients/${clientId}/plans`;
  const made = done(await worker.call('POST', plans, { body: { draftId, draftVersion: 1 } }));
  const plan = `${plans}/${String(made.json['planId'])}`;
  world.clock.advance(DAY);
  done(await actOnService(worker, service, 'start', 1, { startedOn: '2026-11-25' }));
  world.clock.advance(DAY);
  done(await actOnService(worker, service, 'suspend', 2, { suspendedOn: '2026-11-26' }));
  done(await act(worker, clientId, caseId, 'assign', { responsibleWorkerId: other.userId }));
  world.clock.advance(DAY);
  done(await actOnService(worker, service, 'end', 3, { endedOn: '2026-11-27', endGround: 'goalsReached' }));
  done(
    await worker.call('POST', `${plan}/review`, {
      version: 1,
      body: { reviewedOn: '2026-11-27', reviewBy: '2027-02-01' },
    }),
  );
  await committed(
    world,
    meetDeadline(actingContext(world), deadline, { on: LocalDate.parse('2026-11-27') }).changes,
  );
  world.clock.advance(DAY);
  done(
    await worker.call('POST', `${plan}/end`, {
      version: 2,
      body: { endedOn: '2026-11-28', endGround: 'goalsReached' },
    }),
  );
  done(await act(worker, clientId, caseId, 'close', { closedOn: '2026-11-28', ground: 'needEnded' }));
  world.clock.advance(DAY);

  const days = await Promise.all([24, 25, 26, 27, 28].map((day) => stood(worker, clientId, day)));
  const [first] = days;
  expect(days.map(({ services }) => services.map(({ state }) => state))).toEqual([
    ['granted'],
    ['underWay'],
    ['suspended'],
    [],
    [],
  ]);
  expect(first?.services[0]).not.toHaveProperty('startedOn');
  expect(days[2]?.services[0]).toMatchObject({ startedOn: '2026-11-25', suspendedOn: '2026-11-26' });
  expect(days.map(({ cases }) => cases.map((one) => one['responsibleWorkerId']))).toEqual([
    [worker.userId],
    [worker.userId],
    [other.userId],
    [other.userId],
    [],
  ]);
  expect(days.map(({ plans: of }) => of.map((one) => one['reviewBy']))).toEqual([
    ['2027-11-24'],
    ['2027-11-24'],
    ['2027-11-24'],
    ['2027-02-01'],
    [],
  ]);
  const ofTime = days.map(({ deadlines }) =>
    deadlines.filter((one) => one['deadlineId'] === deadline.deadlineId).map(({ state }) => state),
  );
  expect(ofTime).toEqual([['running'], ['running'], ['running'], [], []]);
  // All of it was put away from the beginning: nothing says that it is not known.
  const rows = days.flatMap(({ cases, services, plans: of, deadlines }) => [
    ...cases,
    ...services,
    ...of,
    ...deadlines,
  ]);
  expect(rows.filter(({ knownFrom }) => knownFrom !== undefined)).toEqual([]);
});

test('a decision is shown of each day as it then stood, to whose task it belongs', async () => {
  const { world, preparer, decider, clientId, at } = await preparedDecision();
  await delegated(world, { postIds: [decider.postId], roles: [] });
  world.clock.advance(DAY);
  done(await actOn(preparer, at, 'propose', { to: decider.userId }));
  world.clock.advance(DAY);
  done(await actOn(decider, at, 'issue', ISSUE));
  world.clock.advance(DAY);
  done(await actOn(decider, at, 'revoke', { ground: 'factualError', words: 'Tulot väärin.' }));
  world.clock.advance(DAY);
  const days = await Promise.all([24, 25, 26, 27].map((day) => stood(preparer, clientId, day)));
  expect(days.map(({ decisions }) => decisions.map((one) => [one.state, one['issuedOn']]))).toEqual([
    [['prepared', undefined]],
    [['proposed', undefined]],
    [['issued', '2026-11-26']],
    [],
  ]);
  const elsewhere = await world.worker('implementing', {
    serviceTasks: ['substance'],
    services: ['shelter'],
  });
  expect((await stood(elsewhere, clientId, 26)).decisions).toEqual([]);
});
