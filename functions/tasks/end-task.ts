import type * as z from 'zod';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { loadTask } from '../../shared/domain/tasks/store.ts';
import { endTask } from '../../shared/domain/tasks/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { commitMoved, findTaskSeen, type OfTask, type TaskChanged } from './one-task.ts';
import type { OneTaskOfUnit } from './worklist-routes.ts';

const ended = (
  context: ActContext,
  task: Task,
  state: 'done' | 'cancelled',
): Promise<Answer<TaskChanged>> => {
  const { now, today, actor } = context;
  const after = endTask(task, state, today, { now, by: actor.userId });
  return commitMoved(context, task, after, ['state', 'endedOn']);
};

export const finishTask = async (context: ClientContext, of: OfTask): Promise<Answer<TaskChanged>> =>
  ended(context, await findTaskSeen(context, of), 'done');

export const cancelTask = async (context: ClientContext, of: OfTask): Promise<Answer<TaskChanged>> =>
  ended(context, await findTaskSeen(context, of), 'cancelled');

/** What the system put before the supervisor of a unit is handled. */
export async function finishOfUnit(
  context: ActContext,
  { params: { unitId, taskId }, version }: { params: z.infer<typeof OneTaskOfUnit>; version: number },
): Promise<Answer<TaskChanged>> {
  mustSupervise(context.actor, unitId);
  const task = await loadTask(context, { unitId }, taskId);
  if (task === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(task, version);
  return ended(context, task, 'done');
}
