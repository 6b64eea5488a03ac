import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import { isLate } from './lateness.ts';
import type { Deadline } from './model.ts';

type Moment = { now: Instant; today: LocalDate };

/** What a supervisor has not been told of yet: `late`, or `soon`; undefined for what was told or needs no telling. */
export function toTell(
  deadline: Deadline,
  moment: Moment,
  soonUntil: LocalDate,
): 'late' | 'soon' | undefined {
  if (isLate(deadline, moment)) return deadline.escalatedOn === undefined ? 'late' : undefined;
  const looked = deadline.state === 'paused' ? deadline.pauses.at(-1)?.until : deadline.dueOn;
  const isSoon = looked !== undefined && looked <= soonUntil;
  return isSoon && deadline.warnedOn === undefined ? 'soon' : undefined;
}

export const told = (
  deadline: Deadline,
  of: 'late' | 'soon',
  { now, today, by }: Moment & { by: string },
): Deadline => ({
  ...deadline,
  ...changed(deadline, now, by),
  ...(of === 'late' ? { escalatedOn: today } : { warnedOn: today }),
});
