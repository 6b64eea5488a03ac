import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
import { act, openedCase } from '../support/cases.ts';
import { startedDeadline } from '../support/deadlines.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { askToGive, givenTask, taskAt } from '../support/tasks.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const Tasks = z.object({ tasks: z.array(z.looseObject({ taskId: z.string() })) });
const ids = (told: Told): string[] => Tasks.parse(told.json).tasks.map(({ taskId }) => taskId);
const own = (worker: Worker): Promise<Told> => worker.call('GET', '/v1/tasks/own');
const ofUnit = (world: World, worker: Worker, list: string): Promise<Told> =>
  worker.call('GET', `/v1/tasks/units/${world.units.families}?list=${list}`);
const dueDeadlines = async (worker: Worker): Promise<string[]> => {
  const told = await worker.call('GET', '/v1/deadlines/own?list=late');
  const page = z.object({ deadlines: z.array(z.looseObject({ deadlineId: z.string() })) });
  return page.parse(told.json).deadlines.map(({ deadlineId }) => deadlineId);
};

async function setting(): Promise<{ world: World; worker: Worker; colleague: Worker; clientId: ClientId }> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const colleague = await world.worker('implementing');
  return { world, worker, colleague, clientId: await newClient(world, worker, { name: 'Mallila Aino' }) };
}

describe('a task', () => {
  test('is given to a worker, who finds it in the list of what there is to do, and does it', async () => {
    const { world, worker, colleague, clientId } = await setting();
    const taskId = await givenTask(world, worker, clientId, { workerId: colleague.userId });
    expect((await own(colleague)).json).toMatchObject({
      tasks: [{ taskId, state: 'taken', dueOn: '2026-12-01', client: { family: 'Mallila' } }],
    });
    expect((await own(colleague)).body).not.toContain('Soita');
    expect((await colleague.call('GET', taskAt(clientId, taskId))).json).toMatchObject({
      words: 'Soita isälle kotipalvelusta.',
      givenBy: worker.userId,
    });
    expect(JSON.stringify(await dumpOf(world.services, 'records'))).not.toContain('Soita');
    expect((await colleague.call('POST', taskAt(clientId, taskId, '/done'), { version: 1 })).status).toBe(
      200,
    );
    expect(ids(await own(colleague))).toEqual([]);
    const ended = await worker.call('GET', `/v1/tasks/clients/${clientId}?ended=true`);
    expect(ended.json).toMatchObject({ tasks: [{ taskId, state: 'done', endedOn: '2026-11-24' }] });
    expect(
      (await colleague.call('POST', taskAt(clientId, taskId, '/cancel'), { version: 2 })).json,
    ).toMatchObject({
      code: 'task.isOver',
    });
  });

  test('lies in the queue of a unit until one of two who want it takes it', async () => {
    const { world, worker, colleague, clientId } = await setting();
    const taskId = await givenTask(world, worker, clientId);
    expect(ids(await ofUnit(world, colleague, 'queue'))).toEqual([taskId]);
    expect((await colleague.call('POST', taskAt(clientId, taskId, '/take'), { version: 1 })).status).toBe(
      200,
    );
    const second = await worker.call('POST', taskAt(clientId, taskId, '/take'), { version: 1 });
    expect(second.json).toMatchObject({ code: 'request.stale' });
    const third = await worker.call('POST', taskAt(clientId, taskId, '/take'), { version: 2 });
    expect(third.json).toMatchObject({ code: 'task.isTaken' });
    expect(ids(await ofUnit(world, worker, 'queue'))).toEqual([]);
    expect(ids(await ofUnit(world, worker, 'taken'))).toEqual([taskId]);
    expect(ids(await own(colleague))).toEqual([taskId]);
  });

  test('is referred to another worker or back into the queue, and each step is on the log of the client', async () => {
    const { world, worker, colleague, clientId } = await setting();
    const taskId = await givenTask(world, worker, clientId, { workerId: worker.userId });
    const unitId = world.units.families;
    const refer = (body: object, version: number) =>
      worker.call('POST', taskAt(clientId, taskId, '/refer'), { body, version });
    expect((await refer({ unitId, workerId: colleague.userId }, 1)).status).toBe(200);
    expect(ids(await own(worker))).toEqual([]);
    expect(ids(await own(colleague))).toEqual([taskId]);
    expect((await refer({ unitId }, 2)).status).toBe(200);
    expect(ids(await ofUnit(world, worker, 'queue'))).toEqual([taskId]);
    const lines = await linesOf(world.services);
    expect(
      lines.filter(({ eventName }) => eventName === 'TaskReferred').map(({ clients }) => clients),
    ).toEqual([[clientId], [clientId]]);
  });

  test('gives nobody a tie: neither to a worker who has none, nor to a unit', async () => {
    const { world, worker, clientId } = await setting();
    const stranger = await world.worker('implementing', { unitIds: [world.units.adults] });
    const toUnit = await askToGive(world, worker, clientId, { unitId: world.units.adults });
    expect(toUnit.json).toMatchObject({ code: 'task.unitHasNoTie' });
    const toWorker = await askToGive(world, worker, clientId, { workerId: stranger.userId });
    expect(toWorker.json).toMatchObject({ code: 'task.workerHasNoTie' });
    const inPast = await askToGive(world, worker, clientId, { dueOn: '2026-11-23' });
    expect(inPast.json).toMatchObject({ code: 'task.dueInPast' });
  });

  test('of a service task that a worker’s right does not cover is not there', async () => {
    const { world, clientId } = await setting();
    const wide = await world.worker('broadResponsibility', { serviceTasks: ['families', 'substance'] });
    const taskId = await givenTask(world, wide, clientId, { serviceTasks: ['substance'] });
    const narrow = await world.worker('implementing', { serviceTasks: ['families'] });
    expect(ids(await ofUnit(world, narrow, 'queue'))).toEqual([]);
    expect((await narrow.call('GET', taskAt(clientId, taskId))).json).toMatchObject({
      code: 'request.notFound',
    });
    expect(ids(await ofUnit(world, wide, 'queue'))).toEqual([taskId]);
  });
});

describe('what hangs on a case', () => {
  async function withCase() {
    const all = await setting();
    const { world, worker, clientId } = all;
    const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId });
    const deadline = await startedDeadline(world, clientId, '2026-11-05', {
      caseId,
      workerId: worker.userId,
    });
    const taskId = await givenTask(world, worker, clientId, { caseId, workerId: worker.userId });
    const queued = await givenTask(world, worker, clientId, { caseId });
    const successor = await world.worker('broadResponsibility');
    return { ...all, caseId, deadline, taskId, queued, successor };
  }

  test('goes to the new responsible worker with it, in the same commit; what is in the queue stays there', async () => {
    const { world, worker, successor, clientId, caseId, deadline, taskId, queued } = await withCase();
    const body = { responsibleWorkerId: successor.userId };
    expect((await act(worker, clientId, caseId, 'assign', body)).status).toBe(200);
    expect(await dueDeadlines(worker)).toEqual([]);
    expect(await dueDeadlines(successor)).toEqual([deadline.deadlineId]);
    expect(ids(await own(worker))).toEqual([]);
    expect(ids(await own(successor))).toEqual([taskId]);
    expect(ids(await ofUnit(world, successor, 'queue'))).toEqual([queued]);
    const [line, ...others] = (await linesOf(world.services)).filter(
      ({ eventName }) => eventName === 'CaseAssigned',
    );
    expect(others).toEqual([]);
    expect(line?.resources.map(({ kind }) => kind)).toEqual(['case', 'deadline', 'task']);
  });

  test('goes to another unit with it, the queue too', async () => {
    const { world, worker, clientId, caseId } = await withCase();
    await act(worker, clientId, caseId, 'assign', { unitId: world.units.adults });
    const other = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const late = await other.call('GET', `/v1/deadlines/units/${world.units.adults}?list=late`);
    expect(late.json).toMatchObject({ deadlines: [{ caseId }] });
    const queue = await other.call('GET', `/v1/tasks/units/${world.units.adults}?list=queue`);
    expect(ids(queue)).toHaveLength(1);
    expect(ids(await ofUnit(world, worker, 'queue'))).toEqual([]);
  });

  test('goes with it however much there is: what one commit does not hold goes before', async () => {
    const { world, worker, successor, clientId, caseId } = await withCase();
    for (let nth = 0; nth < 30; nth += 1) {
      await startedDeadline(world, clientId, '2026-11-05', { caseId, workerId: worker.userId });
    }
    const told = await act(worker, clientId, caseId, 'assign', { responsibleWorkerId: successor.userId });
    expect(told.json).toMatchObject({ version: 2 });
    expect(await dueDeadlines(worker)).toEqual([]);
    expect(await dueDeadlines(successor)).toHaveLength(31);
  });

  test('ends when the case is closed, but for the times of others, such as for appeal', async () => {
    const { world, worker, clientId, caseId, deadline } = await withCase();
    const appeal = await startedDeadline(world, clientId, '2026-11-20', { caseId, rule: 'appeal' });
    const closed = await act(worker, clientId, caseId, 'close', {
      closedOn: '2026-11-24',
      ground: 'needEnded',
    });
    expect(closed.status).toBe(200);
    const list = async (ended: boolean) =>
      (await worker.call('GET', `/v1/deadlines/clients/${clientId}?ended=${ended}`)).json;
    expect(await list(false)).toMatchObject({ deadlines: [{ deadlineId: appeal.deadlineId }] });
    expect(await list(true)).toMatchObject({
      deadlines: [{ deadlineId: deadline.deadlineId, state: 'cancelled', cancelGround: 'matterClosed' }],
    });
    expect(ids(await worker.call('GET', `/v1/tasks/clients/${clientId}`))).toEqual([]);
  });
});

test('what a leaver has to do and to keep passes to the successor, of a client without a case too', async () => {
  const { world, worker, clientId } = await setting();
  const unitId = world.units.families;
  const other = await newClient(world, await world.worker('broadResponsibility'), { name: 'Oletto Irja' });
  await startedDeadline(world, clientId, '2026-11-05', { workerId: worker.userId });
  await givenTask(world, worker, other, { workerId: worker.userId });
  const successor = await world.worker('broadResponsibility');
  const supervisor = await world.worker('supervisor');
  const body = { unitId, fromWorkerId: worker.userId, successorId: successor.userId };
  const begun = await supervisor.call('POST', '/v1/cases/hand-overs', { body });
  expect(begun.json).toMatchObject({ left: 2 });
  const { jobId } = z.object({ jobId: z.string() }).parse(begun.json);
  const gone = await supervisor.call('POST', `/v1/cases/hand-overs/${jobId}/continue`, { version: 1 });
  expect(gone.json).toMatchObject({ state: 'done', handed: 2, left: 0 });
  expect(await dueDeadlines(successor)).toHaveLength(1);
  expect(ids(await own(successor))).toHaveLength(1);
  expect(await dueDeadlines(worker)).toEqual([]);
  expect(ids(await own(worker))).toEqual([]);
});
