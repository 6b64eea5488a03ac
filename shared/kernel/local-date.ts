import * as z from 'zod';
import { beyondCalendar } from './beyond-calendar.ts';
import { wallClockMs } from './helsinki-clock.ts';
import { epochMsOf, type Instant, instantOf } from './instant.ts';

/**
 * A day of the Finnish calendar, `YYYY-MM-DD`, without a time or zone. Never mixes with Instant:
 * `helsinkiDateOf` and `startOfDay` are the only ways between the two.
 */
const DAY_MS = 86_400_000;
// Years 1000 to 2999: 0026 is a slip of the pen, and Date.UTC would read it as 1926.
const DATE = /^[12]\d{3}-\d{2}-\d{2}$/;

const midnightUtc = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);

/** Without `toISOString`, whose first use costs a start of a function some milliseconds. */
const isRealDay = (text: string): boolean =>
  new Date(midnightUtc(text)).getUTCDate() === Number(text.slice(8, 10));

export const LocalDate = z
  .string()
  .regex(DATE, { error: 'a date such as 2026-11-24', abort: true })
  .refine(isRealDay, 'a day that exists')
  .brand<'LocalDate'>()
  .meta({ id: 'LocalDate', format: 'date', examples: ['2026-11-24'] });
export type LocalDate = z.infer<typeof LocalDate>;

const FIRST_MS = midnightUtc('1000-01-01');
const AFTER_LAST_MS = midnightUtc('3000-01-01');

/** @throws Refusal `request.invalid` for a day beyond the calendar. */
function dateAtUtc(epochMs: number): LocalDate {
  if (!(epochMs >= FIRST_MS && epochMs < AFTER_LAST_MS)) throw beyondCalendar();
  return LocalDate.parse(new Date(epochMs).toISOString().slice(0, 10));
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
const monthNumberOf = (date: LocalDate): number => Number(date.slice(5, 7));
const dayOfMonthOf = (date: LocalDate): number => Number(date.slice(8, 10));

/** `month` is 1 to 12. Undefined when there is no such day, as 30 February. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return LocalDate.safeParse(text.join('-')).data;
}

/** The day it is in Finland at that moment (Europe/Helsinki, summer time included). */
export const helsinkiDateOf = (instant: Instant): LocalDate => dateAtUtc(wallClockMs(epochMsOf(instant)));

/**
 * The first moment of the day in Finland. Asked from three hours before UTC midnight, the earliest
 * it can be (summer time), then moved by what the clock there still lacks of midnight: summer time
 * begins and ends at 01:00 UTC, so nothing changes in between.
 */
export function startOfDay(date: LocalDate): Instant {
  const midnight = midnightUtc(date);
  const earliest = midnight - 3 * 3_600_000;
  return instantOf(earliest + midnight - wallClockMs(earliest));
}

/**
 * The moment when a clock in Finland shows this time on this day, the earlier one where it does so twice.
 * @returns undefined for a time that the clocks skip, as 03:30 when summer time begins.
 */
export function momentOn(date: LocalDate, time: string): Instant | undefined {
  const wanted = midnightUtc(date) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * 60_000;
  const near = epochMsOf(startOfDay(date)) + wanted - midnightUtc(date);
  const found = near + wanted - wallClockMs(near);
  return wallClockMs(found) === wanted ? instantOf(found) : undefined;
}

/** Negative numbers go back. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateAtUtc(midnightUtc(date) + days * DAY_MS);

/**
 * The same day of a later (or earlier) month; the last day of that month where it has no such day:
 * 31 January and one month is 28 or 29 February. Source: laki säädettyjen määräaikain laskemisesta
 * (150/1930) 3 §.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const target = yearOf(date) * 12 + monthNumberOf(date) - 1 + months;
  const year = Math.floor(target / 12);
  const month = target - year * 12;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateAtUtc(Date.UTC(year, month, Math.min(dayOfMonthOf(date), lastDay)));
}

/** As `addMonths`: 29 February and one year is 28 February. Source: 150/1930 3 §. */
export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12);

/** Days from `from` to `to`: 1 for tomorrow, negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  (midnightUtc(to) - midnightUtc(from)) / DAY_MS;

/**
 * Age in whole years on a day: a year is full on the birthday. One born on 29 February fills it on
 * 1 March of a common year; no statute for that was found (unverified), and of the two days it is
 * the one that keeps a child a child longer. Negative before birth.
 */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = yearOf(date) - yearOf(birthDate);
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export const isBefore = (a: LocalDate, b: LocalDate): boolean => a < b;
export const isAfter = (a: LocalDate, b: LocalDate): boolean => a > b;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const weekdays = [7, 1, 2, 3, 4, 5, 6] as const;
  return weekdays[new Date(midnightUtc(date)).getUTCDay()] ?? 7;
}

/** The calendar month, `YYYY-MM`. */
export const monthOf = (date: LocalDate): string => date.slice(0, 7);
