import * as z from 'zod';
import type { Resource } from '../../trail/event.ts';
import { Task } from './model.ts';

/** A task as it is listed: what it says is read in the file alone. */
export const TaskView = z
  .strictObject(
    Task.pick({
      taskId: true,
      kind: true,
      subject: true,
      clientId: true,
      caseId: true,
      serviceTasks: true,
      unitId: true,
      workerId: true,
      givenBy: true,
      dueOn: true,
      state: true,
      endedOn: true,
      count: true,
      version: true,
    }).shape,
  )
  .meta({ id: 'TaskView' });
export type TaskView = z.infer<typeof TaskView>;

export const taskViewOf = (task: Task): TaskView =>
  TaskView.parse(
    Object.fromEntries(
      TaskView.keyof()
        .options.map((field) => [field, task[field]])
        .filter(([, value]) => value !== undefined),
    ),
  );

export const taskResourceOf = ({ taskId, clientId, version, serviceTasks }: Task): Resource => ({
  kind: 'task',
  id: taskId,
  version,
  serviceTasks,
  ...(clientId === undefined ? {} : { client: clientId }),
});
