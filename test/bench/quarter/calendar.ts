import { wallClockMs } from '../../../shared/kernel/helsinki-clock.ts';
import { epochMsOf } from '../../../shared/kernel/instant.ts';
import { addDays, dayOfWeek, LocalDate, startOfDay } from '../../../shared/kernel/local-date.ts';
import { isWorkingDay } from '../../../shared/kernel/working-days.ts';

/** The first quarter of a year: New Year, Epiphany, four weeks of winter holidays, and the night the clocks move. */
export const FIRST_DAY = LocalDate.parse('2026-01-01');
export const LAST_DAY = LocalDate.parse('2026-03-31');

export type Day = {
  date: LocalDate;
  /** Counted from 0 at the first day. */
  place: number;
  isWorking: boolean;
  /** 1 is Monday. */
  weekday: number;
  startMs: number;
};

export const DAYS: readonly Day[] = Array.from({ length: 90 }, (_, place) => {
  const date = addDays(FIRST_DAY, place);
  return {
    date,
    place,
    isWorking: isWorkingDay(date),
    weekday: dayOfWeek(date),
    startMs: epochMsOf(startOfDay(date)),
  };
});

/** Minutes of the wall clock since midnight, also past 24 hours -> milliseconds since 1970. */
export function msAt({ startMs }: Day, minutes: number): number {
  const straight = startMs + Math.round(minutes * 60_000);
  const moved = wallClockMs(straight) - wallClockMs(startMs) - (Math.floor(straight / 1000) * 1000 - startMs);
  return straight - moved;
}
