import type { Change } from '../../shared/act.ts';
import type { Follower } from '../../shared/domain/cases/followers.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline, meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import type { ServiceRow } from '../../shared/domain/decisions/service-model.ts';
import { movedService } from '../../shared/domain/decisions/store.ts';
import { changed } from '../../shared/table/item.ts';

/**
 * What goes with a decision out of what is at hand: its copies, and the times of them and of its measure. Each is a
 * follower, for a decision with many recipients has more of them than one commit holds.
 */

type Of = Pick<DecisionHead, 'clientId' | 'decisionId'>;

/** The times of a decision that has ended run no longer, and nobody waits for its copies. */
export const endedTimes = (
  context: ClientContext,
  head: Of,
  rows: readonly ServiceRow[],
  open: readonly Deadline[],
): Follower[] => [
  ...copiesAway(context, head, rows),
  ...timesOf(open, [head.decisionId, ...rows.map(({ serviceId }) => serviceId)]).map((deadline) =>
    timeAway(head, deadline, cancelDeadline(context, deadline, 'replaced').changes),
  ),
];

/** With legal force every recipient's time is over; those of the measure run on. */
export const timesOver = (
  context: ClientContext,
  head: Of,
  rows: readonly ServiceRow[],
  open: readonly Deadline[],
): Follower[] => [
  ...copiesAway(context, head, rows),
  ...timesOf(
    open,
    rows.map(({ serviceId }) => serviceId),
  ).map((deadline) =>
    timeAway(head, deadline, meetDeadline(context, deadline, { on: deadline.dueOn }).changes),
  ),
];

/** Those that did not arrive, and those that were sent anew, have been put away already. */
const copiesAway = (
  { actor, now }: ClientContext,
  { clientId }: Of,
  rows: readonly ServiceRow[],
): Follower[] =>
  rows
    .filter(({ state, again }) => state !== 'failed' && again === undefined)
    .map((row) => {
      const after = { ...row, ...changed(row, now, actor.userId) };
      const { serviceId, serviceTasks, version } = after;
      return {
        clientId,
        changes: movedService(actor.controller, row, after, true),
        resource: { kind: 'serviceOfNotice', id: serviceId, client: clientId, version, serviceTasks },
      };
    });

const timesOf = (open: readonly Deadline[], ids: readonly string[]): Deadline[] =>
  open.filter(
    ({ subject }) =>
      (subject.kind === 'decision' || subject.kind === 'serviceOfNotice') && ids.includes(subject.id),
  );

const timeAway = ({ clientId }: Of, { deadlineId, serviceTasks }: Deadline, changes: Change[]): Follower => ({
  clientId,
  changes,
  resource: { kind: 'deadline', id: deadlineId, client: clientId, serviceTasks },
});
