import type { Change } from '../../act.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { outOfIndexes } from '../../table/item.ts';
import { indexKeys, taskKeys } from '../../table/keys.ts';
import type { Task } from './model.ts';
import { isOpenTask } from './transitions.ts';

/** Where a task lies and in whose lists it is found. */

function unitRow({ taskId, dueOn, state, kind }: Task): string {
  if (kind === 'lateDeadlines') return indexKeys.taskOfSupervisor(dueOn, taskId);
  return state === 'queued' ? indexKeys.task(dueOn, taskId) : indexKeys.taskTaken(dueOn, taskId);
}

/** With its index attributes as its state says: what is over is in nobody's list. */
export function indexedTask(task: Task, controller: ControllerId): Task {
  const rest = outOfIndexes(task);
  if (!isOpenTask(task)) return rest;
  const { workerId, unitId, dueOn, taskId } = task;
  return {
    ...rest,
    ...(workerId === undefined
      ? {}
      : { g1pk: indexKeys.worker(controller, workerId), g1sk: indexKeys.task(dueOn, taskId) }),
    g2pk: indexKeys.unit(controller, unitId),
    g2sk: unitRow(task),
  };
}

/** Puts a changed task where its state has it: in its place, or away from what is to be done. */
export function placedTask(controller: ControllerId, before: Task, after: Task): Change[] {
  const when = { version: before.version };
  const key = isOpenTask(after)
    ? taskKeys.open(before.pk, after.taskId)
    : taskKeys.ended(before.pk, after.taskId);
  const put = indexedTask({ ...after, ...key }, controller);
  if (put.sk === before.sk) return [{ put, when }];
  return [
    { remove: before, when },
    { put, when: 'absent' },
  ];
}
