import { expect, test } from 'vitest';
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
import { bodyKey } from '../../shared/table/keys.ts';
import { newClient } from '../support/case-notes.ts';
import { actingContext, committed, startedDeadline } from '../support/deadlines.ts';
import { testWorld } from '../support/world.ts';

test('a deadline stands with the act that began it, is found by its rule and subject, and is kept when it was met', async () => {
  const world = await testWorld();
  const clientId = await newClient(world, await world.worker('broadResponsibility'));
  const context = actingContext(world);
  const subject = { kind: 'assessment', id: 'A' } as const;
  const rule = 'protectionAssessmentReady';
  const deadline = await startedDeadline(world, clientId, '2026-11-24', { rule, subject });

  const running = await loadOpenDeadlines(context, clientId);
  expect(deadlineOf(running, { rule, subject })).toEqual(deadline);
  expect(deadlineOf(running, { rule, subject: { kind: 'assessment', id: 'B' } })).toBeUndefined();

  const { changes } = meetDeadline(context, deadline, { at: context.now });
  await committed(world, changes);
  expect(await loadOpenDeadlines(context, clientId)).toEqual([]);
  expect(await loadDeadline(context, clientId, deadline.deadlineId)).toMatchObject({
    state: 'met',
    version: 2,
  });
  await expect(committed(world, changes)).rejects.toThrow('request.stale');
});

test('a time of an intake matter runs before anybody knows whose it is, and goes into the file of the client', async () => {
  const world = await testWorld();
  const clientId = await newClient(world, await world.worker('broadResponsibility'));
  const context = actingContext(world);
  const partition = bodyKey(world.controller, BodyId.parse(newId(world.services))).pk;
  const { deadline, changes } = startDeadline(context, {
    rule: 'protectionUrgentNeed',
    start: { at: context.now },
    partition,
    subject: { kind: 'intake', id: 'A' },
    serviceTasks: ['childWelfare'],
    unitId: world.units.families,
  });
  await committed(world, changes);
  expect(await loadDeadlinesIn(context, partition)).toEqual([deadline]);
  await committed(world, moveToClient(context, deadline, { clientId }).changes);
  expect(await loadDeadlinesIn(context, partition)).toEqual([]);
  expect(await loadOpenDeadlines(context, clientId)).toMatchObject([
    { clientId, dueOn: deadline.dueOn, version: 2 },
  ]);
});
