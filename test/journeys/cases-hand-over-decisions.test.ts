import { expect, test } from 'vitest';
import * as z from 'zod';
import { actOn, delegated, ISSUE, workerInPost } from '../support/decisions.ts';
import { draftsAt } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { restrictTo } from '../support/people.ts';
import type { Worker, World } from '../support/world.ts';
import { preparedDecision } from '../support/world-of-decisions.ts';

/** Everything of the families' unit that a worker leaves behind passes to a successor. @returns how it ended. */
async function leaves(world: World, leaver: Worker, successor: Worker) {
  const supervisor = await world.worker('supervisor');
  const body = {
    unitId: world.units.families,
    fromWorkerId: leaver.userId,
    successorId: successor.userId,
  };
  const told = await supervisor.call('POST', '/v1/cases/hand-overs', { body });
  const { jobId } = z.looseObject({ jobId: z.string() }).parse(told.json);
  return (await supervisor.call('POST', `/v1/cases/hand-overs/${jobId}/continue`, { version: 1 })).json;
}

const Decisions = z.array(z.looseObject({ decisionId: z.string(), state: z.string() }));
const ownOf = async (worker: Worker) =>
  Decisions.parse((await worker.call('GET', '/v1/decisions/worklist/own')).json['decisions']).map(
    ({ state }) => state,
  );
const draftsOf = async (worker: Worker) =>
  z
    .array(z.looseObject({ draftId: z.string() }))
    .parse((await worker.call('GET', '/v1/documents/drafts')).json['drafts'])
    .map(({ draftId }) => draftId);
const proposalsIn = async (worker: Worker, world: World) =>
  Decisions.parse(
    (await worker.call('GET', `/v1/decisions/units/${world.units.families}/proposals`)).json['decisions'],
  ).map(({ state }) => state);

test('a decision in preparation passes with the draft of its text, and the successor takes it to the end', async () => {
  const { world, preparer, decider, clientId, draftId, at } = await preparedDecision();
  await delegated(world, { postIds: [decider.postId], roles: [] });
  const successor = await workerInPost(world, 'arranging', { name: 'Sari Seuraaja' });
  // The client with the case, and the decision with its draft.
  expect(await leaves(world, preparer, successor)).toMatchObject({ state: 'done', handed: 2, left: 0 });
  expect([await ownOf(preparer), await draftsOf(preparer)]).toEqual([[], []]);
  expect([await ownOf(successor), await draftsOf(successor)]).toEqual([['prepared'], [draftId]]);
  const line = (await linesOf(world.services)).find(
    ({ eventName, resources }) =>
      eventName === 'ClientsHandedOver' && resources.some(({ kind }) => kind === 'decision'),
  );
  expect(line).toMatchObject({
    clients: [clientId],
    dataGroups: ['decisions', 'drafts'],
    changedFields: ['preparedBy', 'writer'],
    resources: expect.arrayContaining([
      expect.objectContaining({ kind: 'draft', id: draftId }),
      { kind: 'user', id: preparer.userId },
      { kind: 'user', id: successor.userId },
    ]),
  });

  const draft = `${draftsAt(clientId)}/${draftId}`;
  const opened = (await successor.call('GET', draft)).json;
  expect(opened).toMatchObject({ version: 2, takenOverFrom: preparer.userId });
  expect((await actOn(successor, at, 'propose', { to: decider.userId })).status).toBe(200);
  expect((await decider.call('GET', `${at}/proposal`)).json).toMatchObject({ draftId, draftVersion: 2 });
  const issued = await actOn(decider, at, 'issue', { ...ISSUE, draftVersion: 2 });
  expect(issued.status, issued.body).toBe(200);
  const document = await decider.call(
    'GET',
    `/v1/documents/clients/${clientId}/documents/${String(issued.json['documentId'])}`,
  );
  expect(document.body).toContain('Myönnetään, koska arjen hallinta on vaikeutunut.');
});

test('what the leaver has proposed stays before its decider; what waits for the leaver comes back to its preparer with a task', async () => {
  const { world, preparer, decider, clientId, draftId, at } = await preparedDecision();
  const successor = await workerInPost(world, 'arranging', { name: 'Sari Seuraaja' });
  await actOn(preparer, at, 'propose', { to: decider.userId });
  expect(await leaves(world, preparer, successor)).toMatchObject({ state: 'done', handed: 2 });
  expect([await ownOf(successor), await proposalsIn(decider, world)]).toEqual([['proposed'], ['proposed']]);
  expect((await decider.call('GET', `${at}/proposal`)).json).toMatchObject({ draftId });

  const other = await workerInPost(world, 'arranging', { name: 'Uuno Uusi' });
  expect(await leaves(world, decider, other)).toMatchObject({ state: 'done', handed: 1 });
  expect([await ownOf(successor), await proposalsIn(other, world)]).toEqual([['prepared'], []]);
  expect((await successor.call('GET', '/v1/tasks/own')).json).toMatchObject({
    tasks: [{ kind: 'deciderLeft', subject: { kind: 'decision' }, clientId }],
  });
  expect((await successor.call('GET', at)).json).not.toHaveProperty('proposed');
  expect((await actOn(successor, at, 'propose', { to: other.userId })).status).toBe(200);
  // Nothing more is found in the hands of either.
  expect(await leaves(world, preparer, other)).toMatchObject({ state: 'done', handed: 0 });
  expect(await leaves(world, decider, other)).toMatchObject({ state: 'done', handed: 0 });
});

test('a decision of a restricted file stays with its preparer where the successor may not open it, as does that of another unit', async () => {
  const { world, preparer, clientId, draftId } = await preparedDecision();
  const successor = await workerInPost(world, 'arranging');
  const adults = await world.worker('supervisor', { unitIds: [world.units.adults] });
  const body = { unitId: world.units.adults, fromWorkerId: preparer.userId, successorId: successor.userId };
  expect((await adults.call('POST', '/v1/cases/hand-overs', { body })).json).toMatchObject({ left: 0 });
  await restrictTo(world, clientId, [preparer.userId]);
  expect(await leaves(world, preparer, successor)).toMatchObject({ state: 'done', handed: 0, left: 0 });
  expect([await ownOf(preparer), await draftsOf(preparer)]).toEqual([['prepared'], [draftId]]);
});

test('the draft of a decision is not handed over without the decision', async () => {
  const { world, preparer, draftId } = await preparedDecision();
  const successor = await workerInPost(world, 'arranging');
  const supervisor = await world.worker('supervisor');
  const body = { writerId: preparer.userId, successorId: successor.userId };
  const told = await supervisor.call('POST', `/v1/documents/drafts/${draftId}/hand-over`, {
    version: 1,
    body,
  });
  expect(told).toMatchObject({ status: 409, json: { code: 'document.draftOfDecision' } });
  expect(await draftsOf(preparer)).toEqual([draftId]);
});
