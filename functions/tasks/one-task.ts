import * as z from 'zod';
import { maySeeWork } from '../../shared/access/unit-grants.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { placedTask } from '../../shared/domain/tasks/place.ts';
import { loadTask } from '../../shared/domain/tasks/store.ts';
import { taskResourceOf } from '../../shared/domain/tasks/view.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { ClientId, TaskId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OneClient = z.strictObject({ clientId: ClientId });
export const OneTask = z.strictObject({ clientId: ClientId, taskId: TaskId });
export type OfTask = { params: z.infer<typeof OneTask>; version: number };

export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const TaskChanged = z.strictObject({ taskId: TaskId, version: z.int() }).meta({ id: 'TaskChanged' });
export type TaskChanged = z.infer<typeof TaskChanged>;

/** @throws Refusal `request.notFound`, also for one whose service tasks the worker's grants do not cover. */
export async function findTask(context: ClientContext, taskId: TaskId): Promise<Task> {
  const { clientId } = context.file.head;
  const found = await loadTask(context, { clientId }, taskId);
  if (found === undefined || !maySeeWork(context, found)) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** The task that an act changes, as it was seen. */
export async function findTaskSeen(context: ClientContext, { params, version }: OfTask): Promise<Task> {
  const task = await findTask(context, params.taskId);
  expectVersion(task, version);
  return task;
}

/** One act on a task: its line names what of it changed. */
export function commitTask(
  context: ActContext,
  task: Task,
  { changes, fields, location }: { changes: readonly Change[]; fields: readonly string[]; location?: string },
): Promise<Answer<TaskChanged>> {
  const { taskId, clientId, version } = task;
  return commit(context, {
    changes,
    line: {
      clients: clientId === undefined ? [] : [clientId],
      resources: [taskResourceOf(task)],
      dataGroups: ['tasks'],
      changedFields: fields,
    },
    answer: { body: { taskId, version }, version, ...(location === undefined ? {} : { location }) },
  });
}

export const commitMoved = (
  context: ActContext,
  before: Task,
  after: Task,
  fields: readonly string[],
): Promise<Answer<TaskChanged>> =>
  commitTask(context, after, { changes: placedTask(context.actor.controller, before, after), fields });
