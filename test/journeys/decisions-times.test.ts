import { expect, test } from 'vitest';
import { clientKeys } from '../../shared/table/keys.ts';
import { actOnService, openedService } from '../support/client-services.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { actOn } from '../support/decisions.ts';
import { type ChildsMatter, childsMatter, handedToAll, issued } from '../support/decisions-of-child.ts';
import { done } from '../support/matters.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

/** What an official watches of a decision: that it is begun, looked at again, and does not end or lapse unseen. */

const DAY = 24 * 60;

const timesOf = async ({ world, clientId }: Pick<ChildsMatter, 'world' | 'clientId'>) =>
  (await deadlinesIn(world, clientKeys.partition(world.controller, clientId)))
    .filter(({ subject }) => subject.kind === 'decision')
    .map(({ rule, dueOn, state }) => `${rule} ${dueOn} ${state}`)
    .toSorted();

test('the day of review and the end of the term are on the worklists; looking at it again meets the one and sets the next', async () => {
  const made = await issuedDecision({
    reviewOn: '2026-12-04',
    validity: { from: '2026-11-24', to: '2026-12-07' },
  });
  const { world, preparer, at } = made;
  expect(await timesOf(made)).toEqual([
    'decisionCarriedOut 2027-02-24 running',
    'decisionReview 2026-12-04 running',
    'decisionTermEnds 2026-12-07 running',
  ]);
  const coming = { deadlines: [{ rule: 'decisionReview' }, { rule: 'decisionTermEnds' }] };
  expect(done(await preparer.call('GET', '/v1/deadlines/own?list=coming'))).toMatchObject(coming);
  const ofUnit = `/v1/deadlines/units/${world.units.families}?list=coming`;
  expect(done(await preparer.call('GET', ofUnit))).toMatchObject(coming);

  const reassess = (body: object) =>
    actOn(preparer, at, 'reassess', { words: 'Tuen tarve jatkuu.', ...body });
  for (const wrong of [
    { on: '2026-11-23', outcome: 'stands' },
    { on: '2026-11-25', outcome: 'stands' },
    { on: '2026-11-24', outcome: 'stands', nextOn: '2026-11-24' },
  ]) {
    expect(await reassess(wrong)).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'decision.reassessedInOrder' }] },
    });
  }
  done(await reassess({ on: '2026-11-24', outcome: 'stands', nextOn: '2026-12-06' }));
  expect(await timesOf(made)).toEqual([
    'decisionCarriedOut 2027-02-24 running',
    'decisionReview 2026-12-04 met',
    'decisionReview 2026-12-06 running',
    'decisionTermEnds 2026-12-07 running',
  ]);
  expect(done(await preparer.call('GET', at))).toMatchObject({
    state: 'issued',
    reviewOn: '2026-12-06',
    reassessed: { on: '2026-11-24', outcome: 'stands', by: { userId: preparer.userId } },
    reasons: [{ of: 'reassess:stands', words: 'Tuen tarve jatkuu.' }],
  });
  // It is found that it ends with its term: nothing more is asked for, and it is ended when its last day is over.
  world.clock.advance(11 * DAY);
  done(await reassess({ on: '2026-12-05', outcome: 'toEnd' }));
  expect(await timesOf(made)).toContain('decisionTermEnds 2026-12-07 met');
  expect(done(await preparer.call('GET', at))['reviewOn']).toBeUndefined();
});

test('of a term that nobody has looked at the day is late, and a decision that continues it meets it', async () => {
  const made = await issuedDecision({ validity: { from: '2026-11-24', to: '2026-11-30' } });
  const { world, preparer, clientId, at, caseId, decider } = made;
  world.clock.advance(7 * DAY);
  expect(done(await preparer.call('GET', '/v1/deadlines/own?list=late'))).toMatchObject({
    deadlines: [{ rule: 'decisionTermEnds', dueOn: '2026-11-30' }],
  });
  const of = { world, worker: preparer, decider, clientId, caseId };
  const follows = at.split('/').at(-1);
  await issued(of, {
    kind: '11052',
    serviceTask: 'workingAge',
    plan: { follows, validity: { from: '2026-12-01', to: '2027-05-31' } },
  });
  expect((await timesOf(made)).filter((time) => time.startsWith('decisionTermEnds'))).toEqual([
    'decisionTermEnds 2026-11-30 lateMet',
    'decisionTermEnds 2027-05-31 running',
  ]);
});

test('taking into care lapses when it is not begun in three months from its legal force, and not before', async () => {
  const of = await childsMatter({ '11023': 'leading' });
  const { world, worker } = of;
  const planned = {
    kind: '11023',
    plan: { result: 'measure', validity: { from: '2026-11-24' } },
  } as const;
  const [lapsing, begun] = [await issued(of, planned), await issued(of, planned)];
  for (const at of [lapsing, begun]) await handedToAll(of, at, '2026-11-24');
  const lapse = (at: string, on: string) => actOn(worker, at, 'end', { ground: 'notBegun', on });
  const refused = { status: 422, json: { findings: [{ rule: 'decision.endInOrder' }] } };
  expect(await lapse(lapsing, '2026-11-24')).toMatchObject(refused);
  // Thirty days from 24 November end at Christmas: the first working day after them is the 28th.
  world.clock.advance(35 * DAY);
  for (const at of [lapsing, begun]) done(await actOn(worker, at, 'force'));
  expect(await timesOf(of)).toEqual([
    'takingIntoCareLapse 2027-03-29 running',
    'takingIntoCareLapse 2027-03-29 running',
  ]);
  // Of one of them the child is placed: a service that rests on it begins.
  const service = await openedService(worker, of.clientId, of.caseId, {
    serviceTask: 'childWelfare',
    socialService: 'substituteCare',
    basis: { kind: 'decision', decisionId: begun.split('/').at(-1) },
    validFrom: '2026-11-24',
  });
  done(await actOnService(worker, service, 'start', 1, { startedOn: '2026-12-29' }));
  expect(done(await worker.call('GET', begun))).toMatchObject({ begun: { on: '2026-12-29' } });
  world.clock.advance(90 * DAY);
  expect(await lapse(lapsing, '2027-03-29')).toMatchObject(refused);
  world.clock.advance(DAY);
  expect(done(await worker.call('GET', '/v1/deadlines/own?list=late'))).toMatchObject({
    deadlines: [{ rule: 'takingIntoCareLapse' }],
  });
  expect(await lapse(begun, '2027-03-30')).toMatchObject(refused);
  done(await lapse(lapsing, '2027-03-30'));
  expect(done(await worker.call('GET', lapsing))).toMatchObject({
    state: 'lapsed',
    end: { ground: 'notBegun' },
  });
  expect(await timesOf(of)).toEqual([
    'takingIntoCareLapse 2027-03-29 cancelled',
    'takingIntoCareLapse 2027-03-29 met',
  ]);
});

test('special care waits ninety days for its beginning, from which its thirty days run', async () => {
  const of = await childsMatter({ '11012': 'leading' });
  const { worker, world } = of;
  const at = await issued(of, {
    kind: '11012',
    plan: { result: 'measure', validity: { from: '2026-11-24', to: '2026-12-23' } },
  });
  expect(await timesOf(of)).toEqual([
    'decisionTermEnds 2026-12-23 running',
    'specialCareLapse 2027-02-22 running',
  ]);
  world.clock.advance(2 * DAY);
  expect(await actOn(worker, at, 'begin', { on: '2026-11-23' })).toMatchObject({
    status: 422,
    json: { findings: [{ rule: 'decision.begunInOrder' }] },
  });
  done(await actOn(worker, at, 'begin', { on: '2026-11-25' }));
  expect(await timesOf(of)).toEqual([
    'decisionTermEnds 2026-12-23 running',
    'specialCare 2026-12-24 running',
    'specialCareLapse 2027-02-22 met',
  ]);
  expect(await actOn(worker, at, 'begin', { on: '2026-11-26' })).toMatchObject({
    status: 409,
    json: { code: 'decision.begunAlready' },
  });
});

test('an open placement is reassessed every three months until it is found to end', async () => {
  const of = await childsMatter({ '11030': 'official' });
  const { worker, world } = of;
  const at = await issued(of, {
    kind: '11030',
    plan: { result: 'measure', validity: { from: '2026-11-24' } },
  });
  world.clock.advance(80 * DAY);
  const words = 'Olosuhteet ja vaihtoehdot on arvioitu.';
  done(await actOn(worker, at, 'reassess', { on: '2027-02-12', outcome: 'stands', words }));
  expect(await timesOf(of)).toEqual([
    'openPlacementReview 2027-02-24 met',
    'openPlacementReview 2027-05-12 running',
  ]);
  done(await actOn(worker, at, 'reassess', { on: '2027-02-12', outcome: 'toEnd', words }));
  expect(await timesOf(of)).toEqual([
    'openPlacementReview 2027-02-24 met',
    'openPlacementReview 2027-05-12 met',
  ]);
});
