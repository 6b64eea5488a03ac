import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { referTask as referred } from '../../shared/domain/tasks/transitions.ts';
import { UnitId, UserId } from '../../shared/kernel/id.ts';
import { mustBeTied } from './must-be-tied.ts';
import { commitMoved, findTaskSeen, type OfTask, type TaskChanged } from './one-task.ts';

/** To a worker, or without one into the unit's queue. */
export const ReferTask = z
  .strictObject({ unitId: UnitId, workerId: UserId.optional() })
  .meta({ id: 'ReferTask' });

/** Siirrä: gives a task on, to another worker or into a queue. */
export async function referTask(
  context: ClientContext,
  { body, ...of }: OfTask & { body: z.infer<typeof ReferTask> },
): Promise<Answer<TaskChanged>> {
  const task = await findTaskSeen(context, of);
  const after = referred(task, body, { now: context.now, by: context.actor.userId });
  await mustBeTied(context, body);
  return commitMoved(context, task, after, ['state', 'unitId', 'workerId']);
}
