import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Deadline } from './model.ts';
import { ruleOn } from './norms/norms.ts';
import { DEADLINE_REFUSALS } from './refusals.ts';
import type { DeadlineRule } from './rule.ts';

type Moment = { now: Instant; today: LocalDate };

/** The rule in the wording that this deadline keeps. */
export const ruleOf = ({ rule, ruleFrom }: Pick<Deadline, 'rule' | 'ruleFrom'>): DeadlineRule =>
  ruleOn(rule, ruleFrom);

/** An official is late, or a measure has outlived its time: what is someone else's option only passes. */
export const binds = (deadline: Pick<Deadline, 'rule' | 'ruleFrom'>): boolean =>
  ['duty', 'limit'].includes(ruleOf(deadline).purpose);

/** Whether the time is over at that moment: after its last day, or its last minute where hours count. */
export const isPast = (
  { dueOn, dueAt }: Pick<Deadline, 'dueOn' | 'dueAt'>,
  { now, today }: Moment,
): boolean => (dueAt === undefined ? dueOn < today : dueAt < now);

export const isOpen = ({ state }: Pick<Deadline, 'state'>): boolean =>
  state === 'running' || state === 'paused';

/** Runs still and its time is over. */
export const isLate = (deadline: Deadline, moment: Moment): boolean =>
  deadline.state === 'running' && binds(deadline) && isPast(deadline, moment);

/** @throws Refusal `deadline.isNotLate` for what neither is late nor was met late. */
export function mustBeLate(deadline: Deadline, moment: Moment): void {
  if (deadline.state !== 'lateMet' && !isLate(deadline, moment)) {
    throw new Refusal(DEADLINE_REFUSALS.isNotLate);
  }
}

/** Was or is exceeded, and nobody has said why. */
export const lacksReason = (deadline: Deadline, moment: Moment): boolean =>
  deadline.lateness === undefined &&
  binds(deadline) &&
  (deadline.state === 'lateMet' || isLate(deadline, moment));
