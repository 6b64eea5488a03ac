import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { takeTask as taken } from '../../shared/domain/tasks/transitions.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { commitMoved, findTaskSeen, type OfTask, type TaskChanged } from './one-task.ts';

/**
 * Takes a task from the queue of one's own unit. Of two who take it at the same time one is told that it has changed.
 */
export async function takeTask(context: ClientContext, of: OfTask): Promise<Answer<TaskChanged>> {
  const task = await findTaskSeen(context, of);
  const isOfUnit = context.actor.grants.some(({ unitIds }) => unitIds.includes(task.unitId));
  if (!isOfUnit) throw new Refusal(COMMON_REFUSALS.notAllowed);
  const after = taken(task, { now: context.now, by: context.actor.userId });
  return commitMoved(context, task, after, ['state', 'workerId']);
}
