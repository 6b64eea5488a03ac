import type { ActContext, Change } from '../../act.ts';
import type { CaseId, ClientId, UnitId, UserId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import { clientKeys, deadlineKeys } from '../../table/keys.ts';
import type { Start } from './due-of.ts';
import type { CancelGround, Deadline } from './model.ts';
import { indexedDeadline, placedDeadline } from './place.ts';
import type { DeadlineMoved } from './start-deadline.ts';
import {
  begunAnew,
  cancelled,
  extended,
  type Mover,
  metAnew,
  metAt,
  paused,
  reassigned,
  resumed,
} from './transitions.ts';

/**
 * What acts do to the times they concern. Each gives the changes for the act's own commit: two when the deadline
 * ends (it leaves those that run), one otherwise.
 */

type Where = Pick<ActContext, 'actor' | 'now'>;

const moverOf = ({ now, actor }: Where): Mover => ({ now, by: actor.userId });

const moved = ({ actor }: Where, before: Deadline, after: Deadline): DeadlineMoved => ({
  deadline: after,
  changes: placedDeadline(actor.controller, before, after),
});

/** What it waited for has happened, at that moment or on that day. */
export const meetDeadline = (context: Where, deadline: Deadline, met: Start): DeadlineMoved =>
  moved(context, deadline, metAt(deadline, met, moverOf(context)));

/** It was met on another day than was recorded. */
export const meetAnew = (context: Where, deadline: Deadline, on: LocalDate): DeadlineMoved =>
  moved(context, deadline, metAnew(deadline, on, moverOf(context)));

/** It began on another day, or at another moment, than was recorded. */
export const beginAnew = (context: Where, deadline: Deadline, start: Start): DeadlineMoved =>
  moved(context, deadline, begunAnew(deadline, start, moverOf(context)));

export const cancelDeadline = (
  context: Where & Pick<ActContext, 'today'>,
  deadline: Deadline,
  ground: CancelGround,
): DeadlineMoved => moved(context, deadline, cancelled(deadline, ground, context.today, moverOf(context)));

/** @throws Refusal `deadline.mayNotPause` where the law knows no pause. */
export const pauseDeadline = (
  context: Where,
  deadline: Deadline,
  pause: { on: LocalDate; until: LocalDate },
): DeadlineMoved => moved(context, deadline, paused(deadline, pause, moverOf(context)));

/** @throws Refusal `deadline.isNotPaused`. */
export const resumeDeadline = (context: Where, deadline: Deadline, on: LocalDate): DeadlineMoved =>
  moved(context, deadline, resumed(deadline, on, moverOf(context)));

/** @throws Refusal `deadline.mayNotExtend` where the law knows no extension, or it was used. */
export const extendDeadline = (context: Where, deadline: Deadline, on: LocalDate): DeadlineMoved =>
  moved(context, deadline, extended(deadline, on, moverOf(context)));

/** In other hands: the deadlines of a case follow its worker and unit. */
export function reassignDeadline(
  context: Where,
  deadline: Deadline,
  { unitId = deadline.unitId, workerId = deadline.workerId }: { unitId?: UnitId; workerId?: UserId },
): DeadlineMoved {
  return moved(context, deadline, reassigned(deadline, { unitId, workerId }, moverOf(context)));
}

/** Into the file of the client to whom an intake matter was tied. */
export function moveToClient(
  { actor, now }: Where,
  deadline: Deadline,
  { clientId, caseId }: { clientId: ClientId; caseId?: CaseId },
): DeadlineMoved {
  const key = deadlineKeys.open(clientKeys.partition(actor.controller, clientId), deadline.deadlineId);
  const put = indexedDeadline(
    {
      ...deadline,
      ...key,
      ...changed(deadline, now, actor.userId),
      clientId,
      ...(caseId === undefined ? {} : { caseId }),
    },
    actor.controller,
  );
  const changes: Change[] = [
    { remove: deadline, when: { version: deadline.version } },
    { put, when: 'absent' },
  ];
  return { deadline: put, changes };
}
