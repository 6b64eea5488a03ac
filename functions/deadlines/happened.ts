import * as z from 'zod';
import type { ActContext } from '../../shared/act.ts';
import type { Start } from '../../shared/domain/deadlines/due-of.ts';
import { dayOf } from '../../shared/domain/deadlines/due-of.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { DEADLINE_REFUSALS } from '../../shared/domain/deadlines/refusals.ts';
import type { DeadlineRule } from '../../shared/domain/deadlines/rule.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** When the event was: the day is enough, unless the time is counted in hours. */
export const Happened = z
  .union([z.strictObject({ on: LocalDate }), z.strictObject({ at: Instant })])
  .meta({ id: 'DeadlineEventTime' });

/** @throws Refusal `deadline.beginsByAct` for a time that an act of its own begins and ends. */
export function mustBeRecorded({ startedBy }: Pick<DeadlineRule, 'startedBy'>): void {
  if (startedBy !== 'record') {
    throw new Refusal(DEADLINE_REFUSALS.beginsByAct, { details: { startedBy } });
  }
}

/** @throws Refusal `deadline.noMoment` for a bare day where hours are counted. */
export function mustHaveMoment({ count }: Pick<DeadlineRule, 'count'>, event: Start): void {
  if (count.unit === 'hours' && !('at' in event)) throw new Refusal(DEADLINE_REFUSALS.noMoment);
}

/** @throws Refusal `deadline.stillToCome`. */
export function mustHaveHappened({ now, today }: Pick<ActContext, 'now' | 'today'>, event: Start): void {
  const isAhead = 'at' in event ? event.at > now : event.on > today;
  if (isAhead) throw new Refusal(DEADLINE_REFUSALS.stillToCome);
}

/** Some times run up to their event, such as a day of payment: that one may lie ahead, and what ends the time is before it. */
export const runsUpTo = ({ count }: Pick<DeadlineRule, 'count'>): boolean => count.unit === 'daysBefore';

/** @throws Refusal `deadline.beforeItBegan`. */
export function mustFollow(
  { startedOn, startedAt }: Pick<Deadline, 'startedOn' | 'startedAt'>,
  event: Start,
): void {
  const isBefore = startedAt !== undefined && 'at' in event ? event.at < startedAt : dayOf(event) < startedOn;
  if (isBefore) throw new Refusal(DEADLINE_REFUSALS.beforeItBegan);
}
