import { expect, test } from 'vitest';
import { commit } from '../../shared/commit.ts';
import { meetDeadline, moveToClient } from '../../shared/domain/deadlines/move-deadline.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import {
  deadlineOf,
  loadDeadline,
  loadDeadlinesIn,
  loadOpenDeadlines,
} from '../../shared/domain/deadlines/store.ts';
import { BodyId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { systemContext } from '../../shared/system-context.ts';
import { bodyKey } from '../../shared/table/keys.ts';
import { newClient } from '../support/case-notes.ts';
import { testWorld } from '../support/world.ts';

const ACTION = {
  name: 't',
  title: { fi: 't', sv: 't', en: 't' },
  roles: [],
  tie: 'none',
  legalGround: 't',
} as const;
const answer = { body: {} };
const line = { clients: [], resources: [], dataGroups: [] };

test('a deadline stands with the act that began it, is found by its rule and subject, and is kept when it was met', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const context = systemContext(world.services, world.controller, {
    action: ACTION,
    event: 'Test',
    ranBy: 'test',
  });
  const subject = { kind: 'assessment', id: 'A' } as const;
  const { deadline, changes } = startDeadline(context, {
    rule: 'protectionAssessmentReady',
    start: { at: context.now },
    clientId,
    subject,
    serviceTasks: ['childWelfare'],
    unitId: world.units.families,
    workerId: worker.userId,
  });
  await commit(context, { changes, line, answer });

  const running = await loadOpenDeadlines(context, clientId);
  const found = deadlineOf(running, { rule: 'protectionAssessmentReady', subject });
  expect(found).toEqual(deadline);
  expect(
    deadlineOf(running, { rule: 'protectionAssessmentReady', subject: { kind: 'assessment', id: 'B' } }),
  ).toBeUndefined();

  const met = meetDeadline(context, deadline, { at: context.now });
  await commit(context, { changes: met.changes, line, answer });
  expect(await loadOpenDeadlines(context, clientId)).toEqual([]);
  expect(await loadDeadline(context, clientId, deadline.deadlineId)).toMatchObject({
    state: 'met',
    version: 2,
  });
  await expect(commit(context, { changes: met.changes, line, answer })).rejects.toThrow('request.stale');
});

test('a time of an intake matter runs before anybody knows whose it is, and goes into the file of the client', async () => {
  const world = await testWorld();
  const clientId = await newClient(world, await world.worker('broadResponsibility'));
  const context = systemContext(world.services, world.controller, {
    action: ACTION,
    event: 'Test',
    ranBy: 'test',
  });
  const partition = bodyKey(world.controller, BodyId.parse(newId(world.services))).pk;
  const { deadline, changes } = startDeadline(context, {
    rule: 'protectionUrgentNeed',
    start: { at: context.now },
    partition,
    subject: { kind: 'intake', id: 'A' },
    serviceTasks: ['childWelfare'],
    unitId: world.units.families,
  });
  await commit(context, { changes, line, answer });
  expect(await loadDeadlinesIn(context, partition)).toEqual([deadline]);
  await commit(context, { changes: moveToClient(context, deadline, { clientId }).changes, line, answer });
  expect(await loadDeadlinesIn(context, partition)).toEqual([]);
  expect(await loadOpenDeadlines(context, clientId)).toMatchObject([
    { clientId, dueOn: deadline.dueOn, version: 2 },
  ]);
});
