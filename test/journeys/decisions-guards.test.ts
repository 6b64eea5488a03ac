import { describe, expect, test } from 'vitest';
import { issueDecision } from '../../functions/decisions/issue-decision.ts';
import type { Actor } from '../../shared/access/actor.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import { commit } from '../../shared/commit.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { AssessmentId, DecisionId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { created } from '../../shared/table/item.ts';
import { assessmentKeys, clientKeys, userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { actOnService, askForService } from '../support/client-services.ts';
import { deadlinesIn } from '../support/deadlines-of.ts';
import { actOn, delegated, ISSUE, workerInPost } from '../support/decisions.ts';
import { inventedCode } from '../support/people.ts';
import { timesOf } from '../support/siblings.ts';
import { testWorld, type World } from '../support/world.ts';
import { issuedDecision, preparedDecision } from '../support/world-of-decisions.ts';

const systemOf = (world: World) =>
  systemContext(world.services, world.controller, {
    action: {
      name: 'test',
      title: { fi: 't', sv: 't', en: 't' },
      roles: [],
      tie: 'none',
      legalGround: 'test',
    },
    event: 'Test',
    ranBy: 'test',
  });

/** A ready assessment that found a need of special support, as the assessments leave it. */
async function foundSupport(world: World, clientId: ClientId, caseId: CaseId): Promise<void> {
  const context = systemOf(world);
  const assessmentId = AssessmentId.parse(newId(world.services));
  const put = {
    ...assessmentKeys.ready(world.controller, clientId, assessmentId),
    entity: 'assessment',
    ...created(context.now, context.actor.userId),
    assessmentId,
    clientId,
    caseId,
    state: 'ready',
    serviceTasks: ['workingAge'],
    unitId: world.units.families,
    responsibleWorkerId: context.actor.userId,
    begunOn: context.today,
    readyOn: context.today,
    result: 'need',
    specialSupport: { needed: true, at: context.now, by: context.actor.userId },
  } as const;
  await commit(context, {
    changes: [{ put, when: 'absent' }],
    line: { clients: [clientId], resources: [], dataGroups: ['assessments'] },
    answer: { body: {} },
  });
}

describe('who may issue', () => {
  test('a client whom an assessment found to need special support is decided on by a social worker, whatever the preparer said', async () => {
    const { world, preparer, clientId, caseId, at } = await preparedDecision();
    const counsellor = await workerInPost(world, 'arranging', {
      post: { professionalRole: 'socialCounsellor' },
    });
    await delegated(world, { roles: ['arranging'] });
    await foundSupport(world, clientId, caseId);
    await actOn(preparer, at, 'propose', { to: counsellor.userId });
    expect(await actOn(counsellor, at, 'issue', ISSUE)).toMatchObject({
      status: 403,
      json: {
        code: 'decision.noPower',
        findings: [expect.objectContaining({ rule: 'decision.specialSupportBySocialWorker' })],
      },
    });
  });

  test('no system context issues a decision: only a named official in a post [K-8.1]', async () => {
    const { world, preparer, decider, clientId, at } = await preparedDecision();
    await delegated(world, { postIds: [decider.postId], roles: [] });
    await actOn(preparer, at, 'propose', { to: decider.userId });
    const file = await loadClientFile(world.services, world.controller, clientId);
    if (file === undefined) throw new Error('no file');
    const decisionId = DecisionId.parse(at.split('/').at(-1));
    const version = Number((await preparer.call('GET', at)).json['version']);
    const key = userKeys.powers(world.controller, decider.userId);
    const powers = await getItem(world.services.tables, world.controller, 'records', key, PowersItem);
    const issueAs = (actor: Partial<Actor>) => {
      const context = systemOf(world);
      return issueDecision(
        { ...context, actor: { ...context.actor, ...actor }, file },
        { params: { clientId, decisionId }, version, body: { ...ISSUE, impartial: true } },
      );
    };
    // Without grants it does not even find it; under the decider’s own name and grants it has no post.
    await expect(issueAs({})).rejects.toMatchObject({ definition: { code: 'request.notFound' } });
    const { userId } = decider;
    await expect(issueAs({ userId, grants: powers?.powers.grants ?? [] })).rejects.toMatchObject({
      definition: { code: 'decision.noPower' },
      findings: [expect.objectContaining({ rule: 'decision.namedOfficial' })],
    });
    expect((await preparer.call('GET', at)).json).toMatchObject({ state: 'proposed' });
  });

  test('of two who decide at once one does, and the other is told that it is stale', async () => {
    const { world, preparer, decider, at } = await preparedDecision();
    await delegated(world, { postIds: [decider.postId], roles: [] });
    await actOn(preparer, at, 'propose', { to: decider.userId });
    const version = Number((await decider.call('GET', at)).json['version']);
    const told = await Promise.all(
      [1, 2].map(() => decider.call('POST', `${at}/issue`, { version, body: ISSUE })),
    );
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    const [other] = told.filter(({ status }) => status !== 200);
    expect([409, 412]).toContain(other?.status);
    expect(await actOn(decider, at, 'issue', ISSUE)).toMatchObject({
      status: 409,
      json: { code: 'decision.wrongState' },
    });
  });

  test('whoever decides on what was read a version ago is told so, and nothing is decided', async () => {
    const { world, preparer, decider, clientId, draftId, at } = await preparedDecision();
    await delegated(world, { postIds: [decider.postId], roles: [] });
    const read = Number((await preparer.call('GET', at)).json['version']);
    await actOn(preparer, at, 'propose', { to: decider.userId });
    const stale = { status: 412, json: { code: 'request.stale' } };
    expect(await decider.call('POST', `${at}/issue`, { version: read, body: ISSUE })).toMatchObject(stale);
    // The text too is the one that the decider read.
    expect(await actOn(decider, at, 'issue', { ...ISSUE, draftVersion: 2 })).toMatchObject(stale);
    expect((await decider.call('GET', at)).json).toMatchObject({ state: 'proposed', version: read + 1 });
    expect((await preparer.call('GET', `/v1/documents/clients/${clientId}/drafts/${draftId}`)).status).toBe(
      200,
    );
  });

  test('a counsellor whom the table gives no power prepares, and cannot decide; nor can a worker of the archive', async () => {
    const { world, preparer, decider, at } = await preparedDecision();
    await delegated(world, { postIds: [decider.postId], roles: [] });
    await actOn(preparer, at, 'propose', { to: preparer.userId });
    expect(await actOn(preparer, at, 'issue', ISSUE)).toMatchObject({
      status: 403,
      json: { code: 'decision.noPower', findings: [{ rule: 'decision.delegated' }] },
    });
    const assistant = await workerInPost(world, 'archive');
    const version = Number((await preparer.call('GET', at)).json['version']);
    expect(await assistant.call('POST', `${at}/issue`, { version, body: ISSUE })).toMatchObject({
      status: 403,
    });
    expect((await preparer.call('GET', at)).json).toMatchObject({ state: 'proposed' });
  });

  test('another controller’s worker does not find the decision', async () => {
    const { at } = await preparedDecision();
    const elsewhere = await (await testWorld()).worker('broadResponsibility');
    expect((await elsewhere.call('GET', at)).status).toBe(404);
  });
});

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
    (await timesOf(world, clientId)).filter(({ rule }) => rule.endsWith('CarriedOut'));
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
