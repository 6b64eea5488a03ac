import * as z from 'zod';
import { beyondCalendar } from './beyond-calendar.ts';

/**
 * A moment, as UTC in ISO 8601 with milliseconds: `2026-11-24T04:39:08.123Z`.
 * One spelling only, so that the text sorts as time does and a signed line has one form.
 */
const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
/** Years 1000 to 2999 of the Finnish calendar, as its days: the year 1 is a slip of the pen, and no day could be told of it. */
const FIRST = '0999-12-31T22:20:11.000Z';
const LAST = '2999-12-31T21:59:59.999Z';
const [FIRST_MS, LAST_MS] = [Date.parse(FIRST), Date.parse(LAST)];

function isRealMoment(text: string): boolean {
  if (text < FIRST || text > LAST) return false;
  const epochMs = Date.parse(text);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString() === text;
}

export const Instant = z
  .string()
  .regex(CANONICAL, { error: 'a UTC time such as 2026-11-24T04:39:08.123Z', abort: true })
  .refine(isRealMoment, 'a moment that exists')
  .brand<'Instant'>()
  .meta({ id: 'Instant', format: 'date-time', examples: ['2026-11-24T04:39:08.123Z'] });
export type Instant = z.infer<typeof Instant>;

/**
 * Milliseconds since 1970 (whole) as an Instant.
 * @throws Refusal `request.invalid` for a time beyond the calendar.
 */
export function instantOf(epochMs: number): Instant {
  if (!(epochMs >= FIRST_MS && epochMs <= LAST_MS)) throw beyondCalendar();
  return Instant.parse(new Date(epochMs).toISOString());
}

/** Milliseconds since 1970. */
export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** As the SDK of AWS takes a moment. */
export const dateOf = (instant: Instant): Date => new Date(instant);

export const plusMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  instantOf(epochMsOf(instant) + milliseconds);

export const plusSeconds = (instant: Instant, seconds: number): Instant =>
  plusMilliseconds(instant, seconds * 1000);

export const plusMinutes = (instant: Instant, minutes: number): Instant =>
  plusMilliseconds(instant, minutes * 60_000);

/** Negative when `a` is earlier, zero when the same: a sort function. */
export const compareInstants = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0);
