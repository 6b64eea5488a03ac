import type { UnitId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { Task } from './model.ts';
import { TASK_REFUSALS } from './refusals.ts';

/** The moves of a task: queued <-> taken -> done | cancelled. */

export type Mover = { now: Instant; by: UserId };

export const isOpenTask = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'queued' || state === 'taken';

function nextTask(task: Task, { now, by }: Mover): Task {
  if (!isOpenTask(task)) throw new Refusal(TASK_REFUSALS.isOver);
  return { ...task, ...changed(task, now, by) };
}

/** queued -> taken, by the one who takes it. */
export function takeTask(task: Task, by: Mover): Task {
  const next = nextTask(task, by);
  if (task.state === 'taken') throw new Refusal(TASK_REFUSALS.isTaken);
  return { ...next, state: 'taken', workerId: by.by };
}

/** To a worker of a unit, or into a unit's queue. */
export function referTask(
  task: Task,
  to: { unitId: UnitId; workerId?: UserId | undefined },
  by: Mover,
): Task {
  const { workerId: _former, ...next } = nextTask(task, by);
  const { unitId, workerId } = to;
  return workerId === undefined
    ? { ...next, unitId, state: 'queued' }
    : { ...next, unitId, state: 'taken', workerId };
}

export const endTask = (task: Task, state: 'done' | 'cancelled', on: LocalDate, by: Mover): Task => ({
  ...nextTask(task, by),
  state,
  endedOn: on,
});
