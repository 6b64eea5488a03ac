import * as z from 'zod';
import { TASK_ACTIONS } from '../../../shared/access/actions/tasks.ts';
import { maySeeWork } from '../../../shared/access/unit-grants.ts';
import { Task } from '../../../shared/domain/tasks/model.ts';
import { TaskView, taskResourceOf, taskViewOf } from '../../../shared/domain/tasks/view.ts';
import { openTaskWords, TaskWords } from '../../../shared/domain/tasks/words.ts';
import { glancePart } from './part.ts';

export const TaskAtHand = z
  .strictObject({ ...TaskView.shape, words: TaskWords.optional() })
  .meta({ id: 'TaskAtHand' });

/** Tasks that wait or that somebody has, the first due first, with their words: a glance is in the file. */
export const tasksPart = glancePart({
  letters: 'cw',
  list: TASK_ACTIONS.listOfClient,
  entity: 'task',
  dataGroup: 'tasks',
  schema: Task,
  mayKnow: maySeeWork,
  order: ({ dueOn, taskId }) => `${dueOn} ${taskId}`,
  resource: taskResourceOf,
  open: (ring, tasks) =>
    Promise.all(
      tasks.map(async (task) => {
        const words = await openTaskWords(ring, task);
        return { ...taskViewOf(task), ...(words === undefined ? {} : { words }) };
      }),
    ),
});
