import type { Change } from '../../act.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { outOfIndexes } from '../../table/item.ts';
import { deadlineKeys, indexKeys } from '../../table/keys.ts';
import { binds, isOpen } from './lateness.ts';
import type { Deadline } from './model.ts';

/** Where a deadline lies and under which rows of the worker and the unit it is found. */

/** The day by which somebody looks at it: its last one, or the one on which it stands still no longer. */
const lookedAtOn = ({ state, pauses, dueOn }: Deadline): Deadline['dueOn'] =>
  state === 'paused' ? (pauses.at(-1)?.until ?? dueOn) : dueOn;

function rowOf(deadline: Deadline): string | undefined {
  const { deadlineId } = deadline;
  if (isOpen(deadline)) {
    const rows = binds(deadline) ? indexKeys.deadline : indexKeys.deadlineOfOthers;
    return rows(lookedAtOn(deadline), deadlineId);
  }
  const lacks = deadline.state === 'lateMet' && binds(deadline) && deadline.lateness === undefined;
  return lacks ? indexKeys.deadlineWithoutReason(deadline.dueOn, deadlineId) : undefined;
}

/** With its index attributes as its state says; one that was exceeded stays in sight until somebody says why. */
export function indexedDeadline(deadline: Deadline, controller: ControllerId): Deadline {
  const rest = outOfIndexes(deadline);
  const row = rowOf(deadline);
  if (row === undefined) return rest;
  const { workerId, unitId } = deadline;
  return {
    ...rest,
    ...(workerId === undefined ? {} : { g1pk: indexKeys.worker(controller, workerId), g1sk: row }),
    g2pk: indexKeys.unit(controller, unitId),
    g2sk: row,
  };
}

/** Puts a changed deadline where its state has it: in its place, or away from those that run. */
export function placedDeadline(controller: ControllerId, before: Deadline, after: Deadline): Change[] {
  const when = { version: before.version };
  const key = isOpen(after)
    ? deadlineKeys.open(before.pk, after.deadlineId)
    : deadlineKeys.ended(before.pk, after.deadlineId);
  const put = indexedDeadline({ ...after, ...key }, controller);
  if (put.sk === before.sk) return [{ put, when }];
  return [
    { remove: before, when },
    { put, when: 'absent' },
  ];
}
