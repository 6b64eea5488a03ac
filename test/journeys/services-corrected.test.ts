import { expect, test } from 'vitest';
import * as z from 'zod';
import { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { actOnService, openedService, servicesOf } from '../support/client-services.ts';
import { PROFILES } from '../support/controllers.ts';
import { workerInPost } from '../support/decisions.ts';
import { childsMatter, issued, MOTHER } from '../support/decisions-of-child.ts';
import { dumpOf } from '../support/dump.ts';
import { storedFactsOf } from '../support/facts.ts';
import { exportedFigures } from '../support/figures.ts';
import { done } from '../support/matters.ts';
import { rebuiltFromNothing } from '../support/rebuilt.ts';
import { timesOf } from '../support/siblings.ts';
import { type Told, testWorld, type Worker } from '../support/world.ts';

/** The days of a service that was recorded wrongly. It is Tuesday 24 November 2026. */

const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
const WORDS = 'Lapsi muutti perheeseen jo aiemmin.';

type Days = { startedOn?: string; endedOn?: string };
const correct = (worker: Worker, at: string, version: number, days: Days): Promise<Told> =>
  worker.call('POST', `${at}/correct`, {
    version,
    body: { ...days, reason: { ground: 'erroneous', initiator: 'ownInitiative', words: WORDS } },
  });
const Findings = z.looseObject({ findings: z.array(z.looseObject({ rule: z.string() })) });
const rulesOf = ({ json }: Told) => Findings.parse(json).findings.map(({ rule }) => rule);
const Begun = z.looseObject({ begun: z.looseObject({ on: z.string() }) });

/** A child whose open care placement begins with its first service. */
async function placed(days: readonly string[] = ['2026-12-07']) {
  const of = await childsMatter({ '11030': 'official' }, [MOTHER], { settings: PROFILES.U });
  const { world, worker, clientId, caseId } = of;
  const placement = await issued(of, {
    kind: '11030',
    plan: {
      validity: { from: '2026-11-24', to: '2027-11-23' },
      result: 'measure',
      socialServices: ['substituteCare'],
    },
  });
  world.clock.set(Instant.parse('2026-12-07T08:00:00.000Z'));
  const services: string[] = [];
  for (const startedOn of days) {
    const at = await openedService(worker, ClientId.parse(clientId), CaseId.parse(caseId), {
      serviceTask: 'childWelfare',
      socialService: 'substituteCare',
      basis: { kind: 'decision', decisionId: placement.split('/').at(-1) },
      validFrom: '2026-11-24',
    });
    world.clock.advance(1);
    done(await actOnService(worker, at, 'start', 1, { startedOn }));
    services.push(at);
  }
  const [at = ''] = services;
  const begunOn = async () => Begun.parse(done(await worker.call('GET', placement))).begun.on;
  return { ...of, at, services, begunOn };
}

test('a placement in substitute care that was recorded on a wrong day is put right: THL’s figures, the month it began in, how long it lasted and the decision follow, and what stood there stays [L-11.5, L-11.8]', async () => {
  const { world, worker, clientId, at, begunOn } = await placed();
  const reader = await workerInPost(world, 'broadResponsibility', { specialRights: ['correctRecord'] });
  const mainUser = await world.worker('mainUser');
  const end = { endedOn: '2026-12-20', endGround: 'needEnded' };
  world.clock.set(Instant.parse('2026-12-22T08:00:00.000Z'));
  done(await actOnService(worker, at, 'end', 2, end));
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const figures = (period: string) => exportedFigures(mainUser, 'childWelfareServices', period, THL);
  const measures = (period: string) => exportedFigures(mainUser, 'childWelfareMeasures', period, THL);
  expect(await figures('2026')).toMatchObject({ substituteCareStarted: 1, substituteCareDays: 13 });
  expect(await figures('2026-11')).toMatchObject({ substituteCareStarted: 0 });
  expect(await begunOn()).toBe('2026-12-07');

  expect(await correct(worker, at, 3, { startedOn: '2026-11-27', endedOn: '2026-12-22' })).toMatchObject({
    status: 200,
    json: { version: 4, findings: [] },
  });
  expect(await servicesOf(worker, ClientId.parse(clientId), 'ended')).toMatchObject([
    { startedOn: '2026-11-27', endedOn: '2026-12-22', version: 4, corrected: { ground: 'erroneous' } },
  ]);
  expect(await figures('2026')).toMatchObject({
    substituteCareStarted: 1,
    substituteCareEnded: 1,
    substituteCareDays: 25,
    'substituteCareDays 13-17': 25,
  });
  expect(await figures('2026-11')).toMatchObject({ substituteCareStarted: 1 });
  expect(await figures('2026-12')).toMatchObject({ substituteCareStarted: 0, substituteCareEnded: 1 });
  expect(await begunOn()).toBe('2026-11-27');
  expect(await measures('2026-11')).toMatchObject({ placementsBegun: 1, childrenPlaced: 1 });
  expect(await measures('2026-12')).toMatchObject({ placementsBegun: 0 });

  // To and fro: no number is lost or counted twice, and all is made anew from the register.
  world.clock.advance(1);
  done(await correct(worker, at, 4, { startedOn: '2026-12-07', endedOn: '2026-12-22' }));
  expect(await figures('2026')).toMatchObject({ substituteCareStarted: 1, substituteCareDays: 15 });
  expect(await measures('2026')).toMatchObject({ placementsBegun: 1 });
  expect((await worker.call('GET', `${at}/corrections`)).status).toBe(403);
  expect((await reader.call('GET', `${at}/corrections`)).json).toMatchObject({
    corrections: [
      {
        was: { startedOn: '2026-12-07', endedOn: '2026-12-20' },
        by: { userId: worker.userId },
        reason: { ground: 'erroneous', words: WORDS },
      },
      { was: { startedOn: '2026-11-27' } },
    ],
  });
  expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain(WORDS);
  const [line] = (await logOf(world, ClientId.parse(clientId))).filter(
    ({ eventName }) => eventName === 'ServiceDaysCorrected',
  );
  expect(line).toMatchObject({
    changedFields: ['startedOn'],
    reasonId: expect.stringMatching(/^erroneous:/),
    resources: [{ kind: 'service' }, { kind: 'decision' }],
  });
  expect(await rebuiltFromNothing(world)).toEqual(
    expect.arrayContaining(['decisionBegun', 'serviceEnded', 'serviceStarted']),
  );
});

test('of two services of a decision the first says when it began to be carried out, whichever was recorded first', async () => {
  const { worker, services, begunOn } = await placed(['2026-12-01', '2026-12-03']);
  const [first = '', second = ''] = services;
  expect(await begunOn()).toBe('2026-12-01');
  done(await correct(worker, first, 2, { startedOn: '2026-12-05' }));
  expect(await begunOn()).toBe('2026-12-03');
  done(await correct(worker, second, 2, { startedOn: '2026-12-06' }));
  expect(await begunOn()).toBe('2026-12-05');
});

test('the days stand in the order in which things happened, within what was granted, and none is to come', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  const at = await openedService(worker, clientId, caseId, {
    validFrom: '2026-11-10',
    validTo: '2026-11-22',
  });
  expect(rulesOf(await correct(worker, at, 1, { startedOn: '2026-11-20' }))).toEqual(['service.daysOfState']);
  done(await actOnService(worker, at, 'start', 1, { startedOn: '2026-11-18' }));
  const delivered = { on: '2026-11-19', hundredths: 100, unit: 'visits' };
  done(await worker.call('POST', `${at}/deliveries`, { body: delivered }));
  done(await actOnService(worker, at, 'suspend', 2, { suspendedOn: '2026-11-21' }));
  for (const [startedOn, rules] of [
    ['2026-11-18', ['service.sameDays']],
    ['2026-11-09', ['service.startedOn']],
    ['2026-11-20', ['service.usedBefore']],
    ['2026-11-23', ['service.startedOn', 'service.usedBefore']],
  ] as const) {
    const told = await correct(worker, at, 3, { startedOn });
    expect(told).toMatchObject({ status: 422, json: { code: 'service.notValid' } });
    expect(rulesOf(told)).toEqual(rules);
  }
  world.clock.advance(24 * 60);
  done(await actOnService(worker, at, 'end', 3, { endedOn: '2026-11-23', endGround: 'needEnded' }));
  for (const [days, rules] of [
    [{ startedOn: '2026-11-18' }, ['service.daysOfState']],
    [{ startedOn: '2026-11-18', endedOn: '2026-11-17' }, ['service.endedOn', 'service.usedAfter']],
    [{ startedOn: '2026-11-18', endedOn: '2026-11-20' }, ['service.usedAfter']],
    [{ startedOn: '2026-11-18', endedOn: '2026-11-26' }, ['service.endedOn']],
  ] as const) {
    expect(rulesOf(await correct(worker, at, 4, days))).toEqual(rules);
  }
  const right = { startedOn: '2026-11-19', endedOn: '2026-11-22' };
  expect((await correct(worker, at, 3, right)).status).toBe(412);
  const colleague = await world.worker('broadResponsibility');
  expect((await correct(colleague, at, 4, right)).json).toMatchObject({ code: 'note.notTheAuthor' });
  done(await correct(worker, at, 4, right));
  const kept = (await storedFactsOf(world, '2026-11')).filter(({ kind }) => kind === 'serviceEnded');
  expect(kept).toContainEqual(expect.objectContaining({ on: '2026-11-22', days: 3 }));
  expect(kept.filter(({ undoes }) => undoes === true)).toHaveLength(1);
});

test('a service had begun in its time: the time by which its decision was to be carried out was met after all', async () => {
  const of = await childsMatter({ '11002': 'official' }, [MOTHER]);
  const { world, worker, clientId, caseId } = of;
  const granted = await issued(of, {
    kind: '11002',
    plan: { result: 'granting', socialServices: ['familyWork'], validity: { from: '2026-11-24' } },
  });
  world.clock.set(Instant.parse('2027-03-10T08:00:00.000Z'));
  const at = await openedService(worker, ClientId.parse(clientId), CaseId.parse(caseId), {
    serviceTask: 'childWelfare',
    basis: { kind: 'decision', decisionId: granted.split('/').at(-1) },
    validFrom: '2026-11-24',
  });
  done(await actOnService(worker, at, 'start', 1, { startedOn: '2027-03-10' }));
  const time = async () =>
    (await timesOf(world, ClientId.parse(clientId))).find(({ rule }) => rule === 'decisionCarriedOut');
  expect(await time()).toMatchObject({ state: 'lateMet' });
  expect(await correct(worker, at, 2, { startedOn: '2026-12-10' })).toMatchObject({ json: { findings: [] } });
  expect(await time()).toMatchObject({ state: 'met' });
});
