import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { actOnService, askForService } from '../support/client-services.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { actOn } from '../support/decisions.ts';
import { inventedCode } from '../support/people.ts';
import { timesOf } from '../support/siblings.ts';
import { issuedDecision } from '../support/world-of-decisions.ts';

describe('reviews', () => {
  test('a request in time is examined; after it was upheld and served the next instance is the court', async () => {
    const { world, preparer, at, concernedId } = await issuedDecision();
    await actOn(preparer, at, 'services', { concernedId, way: 'letter' });
    world.clock.advance(20 * 24 * 60);
    const first = await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-12-14' });
    expect(first.json).toMatchObject({ instance: 'reviewRequest', inTime: true });
    expect(await actOn(preparer, at, 'force')).toMatchObject({ status: 409 });
    const reviewAt = `reviews/${String(first.json['reviewId'])}`;
    const result = { outcome: 'upheld', on: '2026-12-14', words: 'Ei uusia perusteita.' };
    expect(await actOn(preparer, at, `${reviewAt}/handle`, result)).toMatchObject({ status: 200 });
    expect(await actOn(preparer, at, `${reviewAt}/handle`, result)).toMatchObject({
      status: 409,
      json: { code: 'decision.reviewHandled' },
    });
    await actOn(preparer, at, `${reviewAt}/served`, { servedOn: '2026-12-14' });
    expect(
      (await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2026-12-14' })).json,
    ).toMatchObject({ instance: 'administrativeCourt', inTime: true });
  });

  test('a late request is recorded, and can only be left unexamined', async () => {
    const { world, preparer, at, concernedId } = await issuedDecision();
    await actOn(preparer, at, 'services', { concernedId, way: 'letter' });
    world.clock.advance(50 * 24 * 60);
    const late = await actOn(preparer, at, 'reviews', { concernedId, arrivedOn: '2027-01-11' });
    expect(late.json).toMatchObject({ inTime: false, findings: ['decision.reviewLate'] });
    const handle = `reviews/${String(late.json['reviewId'])}/handle`;
    const result = { outcome: 'upheld', on: '2027-01-11', words: 'Saapui myöhässä.' };
    expect(await actOn(preparer, at, handle, result)).toMatchObject({
      json: { findings: [{ rule: 'decision.lateIsDismissed' }] },
    });
    expect(await actOn(preparer, at, handle, { ...result, outcome: 'dismissed' })).toMatchObject({
      status: 200,
    });
  });
});

test('a service rests on a granting decision in force that covers it; starting it meets the time of the decision', async () => {
  const { world, preparer, decider, clientId, caseId, at } = await issuedDecision({
    validity: { from: '2026-11-24', to: '2027-11-30' },
  });
  const decisionId = at.split('/').at(-1);
  const ask = (more: Record<string, unknown> = {}) =>
    askForService(preparer, clientId, caseId, {
      serviceTask: 'workingAge',
      socialService: 'socialGuidance',
      basis: { kind: 'decision', decisionId },
      validFrom: '2026-11-24',
      ...more,
    });
  for (const wrong of [
    { socialService: 'socialWork' },
    { validFrom: '2026-11-01' },
    { validTo: '2028-01-31' },
    { basis: { kind: 'decision', decisionId: newId(world.services) } },
  ]) {
    expect(await ask(wrong)).toMatchObject({
      json: { code: 'service.notValid', findings: [{ rule: 'service.decisionCarries' }] },
    });
  }
  const opened = await ask();
  expect(opened).toMatchObject({ status: 201 });
  const serviceAt = String(opened.headers['location']);
  await actOnService(preparer, serviceAt, 'start', 1, { startedOn: '2026-11-24' });
  const times = await deadlinesIn(world, clientKeys.partition(world.controller, clientId));
  expect(times.find(({ rule }) => rule === 'decisionCarriedOut')).toMatchObject({ state: 'met' });
  const told = await actOn(decider, at, 'revoke', { ground: 'factualError', words: 'Tulot väärin.' });
  expect(told.json['findings']).toEqual([`decision.serviceRests:${String(opened.json['clientServiceId'])}`]);
  expect(await ask()).toMatchObject({ json: { code: 'service.notValid' } });
});

test('a mental-health service of a person under 23 is carried out within a month of the opening of the matter, and its start meets the time', async () => {
  const { world, preparer, clientId, caseId, at } = await issuedDecision(
    {
      socialServices: ['mentalHealthServices', 'socialGuidance'],
      validity: { from: '2026-11-24', to: '2027-11-30' },
    },
    { code: inventedCode(LocalDate.parse('2005-05-05')) },
  );
  const times = async () =>
    (await timesOf(world, clientId))
      .filter(({ rule }) => rule.endsWith('CarriedOut'))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  expect(await times()).toMatchObject([
    { rule: 'mentalHealthCarriedOut', dueOn: '2026-12-28', state: 'running', caseId },
    { rule: 'decisionCarriedOut', dueOn: '2027-02-24', state: 'running', caseId },
  ]);
  const opened = await askForService(preparer, clientId, caseId, {
    serviceTask: 'workingAge',
    socialService: 'mentalHealthServices',
    basis: { kind: 'decision', decisionId: at.split('/').at(-1) },
    validFrom: '2026-11-24',
  });
  expect(opened, opened.body).toMatchObject({ status: 201 });
  const service = String(opened.headers['location']);
  await actOnService(preparer, service, 'start', 1, { startedOn: '2026-11-24' });
  expect(new Map((await times()).map(({ rule, state }) => [rule, state]))).toEqual(
    new Map([
      ['mentalHealthCarriedOut', 'met'],
      ['decisionCarriedOut', 'running'],
    ]),
  );
});
