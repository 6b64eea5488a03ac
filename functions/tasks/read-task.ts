import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { TaskView, taskResourceOf, taskViewOf } from '../../shared/domain/tasks/view.ts';
import { openTaskWords, TaskWords } from '../../shared/domain/tasks/words.ts';
import { findTask, type OneTask } from './one-task.ts';

export const OneTaskView = z
  .strictObject({ ...TaskView.shape, words: TaskWords.optional() })
  .meta({ id: 'OneTaskView' });
type OneTaskView = z.infer<typeof OneTaskView>;

/** A task with what is to be done, in words. */
export async function readTask(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneTask> },
): Promise<Reading<OneTaskView>> {
  const task = await findTask(context, params.taskId);
  return {
    line: { clients: [params.clientId], resources: [taskResourceOf(task)], dataGroups: ['tasks'] },
    body: async () => {
      const words = await openTaskWords(ringOf(context), task);
      return { ...taskViewOf(task), ...(words === undefined ? {} : { words }) };
    },
    version: task.version,
  };
}
