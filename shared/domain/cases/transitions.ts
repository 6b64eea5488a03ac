import type { ClientId, UnitId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { putAway } from '../earlier.ts';
import { type CaseHead, CaseThen, type ClosingGround, tasksEver } from './model.ts';
import { CASE_REFUSALS } from './refusals.ts';

/**
 * The moves of a case: open <-> suspended -> closed -> open. Each knows its prior state; the version is the race
 * guard, one for all the heads of a shared case.
 */

export type Mover = { now: Instant; by: UserId };

const nextHead = (head: CaseHead, { now, by }: Mover): CaseHead => ({
  ...head,
  ...changed(head, now, by),
  ...putAway(head, CaseThen.parse(head), now),
});

function active(head: CaseHead): void {
  if (head.state === 'closed') throw new Refusal(CASE_REFUSALS.isClosed);
}

/** open | suspended, with other tasks. */
export function changeCase(head: CaseHead, to: Partial<Pick<CaseHead, 'serviceTasks'>>, by: Mover): CaseHead {
  active(head);
  const { serviceTasks = head.serviceTasks } = to;
  const former = tasksEver(head).filter((task) => !serviceTasks.includes(task));
  const { formerTasks: _before, ...rest } = nextHead(head, by);
  return { ...rest, serviceTasks, ...(former.length === 0 ? {} : { formerTasks: former }) };
}

/** open | suspended, in other hands. The responsible worker is not one of the others as well. */
export function assignCase(
  head: CaseHead,
  to: {
    responsibleWorkerId?: UserId | undefined;
    workerIds?: readonly UserId[] | undefined;
    unitId?: UnitId | undefined;
  },
  by: Mover,
): CaseHead {
  active(head);
  const { responsibleWorkerId = head.responsibleWorkerId, unitId = head.unitId } = to;
  const { referredTo, ...next } = nextHead(head, by);
  // What a unit was asked is settled when the case goes to any unit.
  const stillReferred = referredTo !== undefined && unitId === head.unitId;
  const others = [...new Set(to.workerIds ?? head.workerIds)].filter((id) => id !== responsibleWorkerId);
  return {
    ...next,
    ...(stillReferred ? { referredTo } : {}),
    unitId,
    workerIds: others,
    ...(responsibleWorkerId === undefined ? {} : { responsibleWorkerId }),
  };
}

/** open -> suspended. */
export function suspendCase(head: CaseHead, suspendedOn: LocalDate, by: Mover): CaseHead {
  active(head);
  if (head.state === 'suspended') throw new Refusal(CASE_REFUSALS.isSuspended);
  return { ...nextHead(head, by), state: 'suspended', suspendedOn };
}

/** suspended -> open. */
export function resumeCase(head: CaseHead, by: Mover): CaseHead {
  active(head);
  if (head.state !== 'suspended') throw new Refusal(CASE_REFUSALS.isNotSuspended);
  const { suspendedOn: _on, ...rest } = nextHead(head, by);
  return { ...rest, state: 'open' };
}

/**
 * open | suspended -> closed, with its ground: the retention of its documents runs from here. Its client plan ends with
 * it, so that a case that is opened again has none.
 */
export function closeCase(
  head: CaseHead,
  end: { closedOn: LocalDate; ground: ClosingGround; dueMonth: string | undefined },
  by: Mover,
): CaseHead {
  active(head);
  const { suspendedOn: _on, referredTo: _unit, ...rest } = nextHead(head, by);
  return {
    ...rest,
    state: 'closed',
    closedOn: end.closedOn,
    closingGround: end.ground,
    ...(head.plan === undefined ? {} : { plan: 'missing' as const }),
    ...(end.dueMonth === undefined ? {} : { dueMonth: end.dueMonth }),
  };
}

/** closed -> open: nothing of it is due any more. */
export function reopenCase(head: CaseHead, by: Mover): CaseHead {
  if (head.state !== 'closed') throw new Refusal(CASE_REFUSALS.isNotClosed);
  const { closedOn: _on, closingGround: _ground, dueMonth: _due, ...rest } = nextHead(head, by);
  return { ...rest, state: 'open' };
}

/** open | suspended, proposed to another unit; or with the proposal taken back or returned. */
export function referCase(head: CaseHead, to: CaseHead['referredTo'], by: Mover): CaseHead {
  active(head);
  const { referredTo: _former, ...next } = nextHead(head, by);
  return to === undefined ? next : { ...next, referredTo: to };
}

/** open | suspended, with one client more. */
export function joinCase(head: CaseHead, clientId: ClientId, by: Mover): CaseHead {
  active(head);
  return { ...nextHead(head, by), clients: [...head.clients, clientId] };
}

/** open | suspended, with what is known of the client's plan. */
export function planOfCase(head: CaseHead, plan: CaseHead['plan'], by: Mover): CaseHead {
  active(head);
  const { plan: _before, ...rest } = nextHead(head, by);
  return { ...rest, ...(plan === undefined ? {} : { plan }) };
}
