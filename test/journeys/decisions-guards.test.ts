import { describe, expect, test } from 'vitest';
import { issueDecision } from '../../functions/decisions/issue-decision.ts';
import type { Actor } from '../../shared/access/actor.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import { commit } from '../../shared/commit.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import type { CaseId, ClientId } from '../../shared/kernel/id.ts';
import { AssessmentId, DecisionId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { created } from '../../shared/table/item.ts';
import { assessmentKeys, userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { actOn, delegated, ISSUE, workerInPost } from '../support/decisions.ts';
import { testWorld, type World } from '../support/world.ts';
import { preparedDecision } from '../support/world-of-decisions.ts';

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
