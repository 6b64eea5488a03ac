import * as z from 'zod';
import type { Time } from '../../shared/domain/appointments/rules.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';

/** Which days a calendar shows: from today if no day is named. */
export const DaysQuery = z.strictObject({
  from: LocalDate.optional(),
  days: z.coerce.number().int().min(1).max(31).optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});
export type DaysQuery = z.infer<typeof DaysQuery>;

/** The same of what comes all at once. */
export const WholeDaysQuery = DaysQuery.omit({ cursor: true, limit: true });
export type WholeDaysQuery = z.infer<typeof WholeDaysQuery>;

/** The days asked as a time, from midnight to midnight in Finland: a day of the clocks' change is as long as it is. */
export function timeOf({ from, days }: Pick<DaysQuery, 'from' | 'days'>, now: Instant, usual: number): Time {
  const first = from ?? helsinkiDateOf(now);
  return { startsAt: startOfDay(first), endsAt: startOfDay(addDays(first, days ?? usual)) };
}

/** What a cursor is bound to: the days stand in it, so that a page of other days does not open. */
export const questionOf = (subject: string, { from, days }: DaysQuery): string =>
  [subject, from, days].join(' ');
