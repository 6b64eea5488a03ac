import * as z from 'zod';
import { addDays, addMonths, LocalDate, monthOf } from '../../kernel/local-date.ts';

/**
 * Tilastojakso: whole months of the Finnish calendar. `2026-11` a month, `2026` a year,
 * `2026-10..2027-03` from month to month, twelve at most.
 */
const MONTH = String.raw`[12]\d{3}-(?:0[1-9]|1[0-2])`;
const SPAN = new RegExp(`^(?:[12]\\d{3}|${MONTH}|${MONTH}\\.\\.${MONTH})$`);

const MOST_MONTHS = 12;

export const Period = z
  .string()
  .regex(SPAN, { error: 'a year 2026, a month 2026-11, or months 2026-10..2027-03', abort: true })
  .refine((text) => {
    const count = monthsFrom(text).length;
    return count > 0 && count <= MOST_MONTHS;
  }, `months in order, ${MOST_MONTHS} at most`)
  .brand<'Period'>()
  .meta({ id: 'StatisticsPeriod', examples: ['2026-11'] });
export type Period = z.infer<typeof Period>;

export const PeriodKind = z
  .enum(['month', 'aprilOrOctober', 'quarter', 'halfYearFromApril', 'year', 'fromJanuary'])
  .meta({ id: 'StatisticsPeriodKind' });
export type PeriodKind = z.infer<typeof PeriodKind>;
/** Kinds of which there is a last one: `fromJanuary` is of as many months as whoever asks says (an interim report). */
export type RecurringKind = Exclude<PeriodKind, 'fromJanuary'>;

const MONTHS: Record<RecurringKind, number> = {
  month: 1,
  aprilOrOctober: 1,
  quarter: 3,
  halfYearFromApril: 6,
  year: 12,
};
/** The months in which a period of the kind may begin. */
const BEGINS: Record<RecurringKind, readonly string[] | 'any'> = {
  month: 'any',
  aprilOrOctober: ['04', '10'],
  quarter: ['01', '04', '07', '10'],
  halfYearFromApril: ['04', '10'],
  year: ['01'],
};

const mayBegin = (kind: RecurringKind, month: string): boolean => {
  const begins = BEGINS[kind];
  return begins === 'any' || begins.includes(month.slice(5));
};

const firstDay = (month: string): LocalDate => LocalDate.parse(`${month}-01`);
const later = (month: string, by: number): string => monthOf(addMonths(firstDay(month), by));

function endsOf(text: string): { first: string; last: string } {
  if (text.length === 4) return { first: `${text}-01`, last: `${text}-12` };
  const [first = '', last = first] = text.split('..');
  return { first, last };
}

/** One more than may be, so that too many are seen. */
function monthsFrom(text: string): string[] {
  const { first, last } = endsOf(text);
  const months: string[] = [];
  for (let month = first; month <= last && months.length <= MOST_MONTHS; month = later(month, 1)) {
    months.push(month);
  }
  return months;
}

export const monthsOf = (period: Period): string[] => monthsFrom(period);

/** The month before the first of the period. */
export const monthBefore = (period: Period): Period => periodFrom(later(endsOf(period).first, -1), 1);

/** The day after the last of the period. */
export const dayAfter = (period: Period): LocalDate => firstDay(later(endsOf(period).last, 1));

export const isWithinYear = (period: Period): boolean => {
  const { first, last } = endsOf(period);
  return first.slice(0, 4) === last.slice(0, 4);
};

/** Written alike however it was said: `2026-01..2026-12` is `2026`. */
function periodFrom(first: string, months: number): Period {
  const last = later(first, months - 1);
  if (months === 12 && first.endsWith('-01')) return Period.parse(first.slice(0, 4));
  return Period.parse(months === 1 ? first : `${first}..${last}`);
}

export const sharesMonths = (one: Period, other: Period): boolean =>
  monthsOf(one).some((month) => monthsOf(other).includes(month));

export const isOfKind = (period: Period, kind: PeriodKind): boolean => {
  const { first } = endsOf(period);
  if (kind === 'fromJanuary') {
    const months = monthsOf(period).length;
    return first.endsWith('-01') && months > 1 && months < 12;
  }
  return (
    monthsOf(period).length === MONTHS[kind] &&
    mayBegin(kind, first) &&
    period === periodFrom(first, MONTHS[kind])
  );
};

/** The last period of the kind that is over on the day. */
export function lastEnded(kind: RecurringKind, today: LocalDate): Period {
  const months = MONTHS[kind];
  let first = later(monthOf(today), -months);
  while (!mayBegin(kind, first)) first = later(first, -1);
  return periodFrom(first, months);
}

/** So far back is looked for what is missing. */
const MONTHS_BACK = 36;

/** The periods of the kind that are over on a day and ended after another, three years' at most: the earliest first. */
export function endedSince(kind: RecurringKind, today: LocalDate, since: LocalDate | undefined): Period[] {
  const last = lastEnded(kind, today);
  const earliest = later(monthOf(dayAfter(last)), -MONTHS_BACK);
  const ended: Period[] = [];
  for (
    let period = last;
    endsOf(period).first >= earliest;
    period = lastEnded(kind, firstDay(endsOf(period).first))
  ) {
    ended.unshift(period);
  }
  return ended.filter((period) => since === undefined || dayAfter(period) > since);
}

/** Where no last day is known it is counted anew for so many months: this system's own. */
const MONTHS_OPEN = 1;

/** Whether it is counted anew no more: its last day is past, or a month where none is known. */
export const isSettled = (
  period: Period,
  due: { month: number; day: number } | undefined,
  today: LocalDate,
): boolean =>
  due === undefined ? today >= addMonths(dayAfter(period), MONTHS_OPEN) : today > dueOn(period, due);

/** By when a figure of the period is due: so many months after its last one, on the day of that month, or its last. */
export const dueOn = (period: Period, due: { month: number; day: number }): LocalDate =>
  addDays(addMonths(dayAfter(period), due.month - 1), Math.min(due.day, lastDayOf(period, due.month)) - 1);

const lastDayOf = (period: Period, month: number): number =>
  Number(addDays(addMonths(dayAfter(period), month), -1).slice(8));
