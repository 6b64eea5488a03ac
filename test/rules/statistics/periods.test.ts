import { describe, expect, test } from 'vitest';
import {
  dayAfter,
  dueOn,
  endedSince,
  isOfKind,
  isSettled,
  isWithinYear,
  lastEnded,
  monthsOf,
  Period,
} from '../../../shared/domain/statistics/periods.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const period = (text: string) => Period.parse(text);

describe('a period of the statistics', () => {
  test('is of whole months, twelve at most, in order', () => {
    expect(monthsOf(period('2026-11'))).toEqual(['2026-11']);
    expect(monthsOf(period('2026'))).toHaveLength(12);
    expect(monthsOf(period('2026-10..2027-03'))).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
      '2027-03',
    ]);
    for (const wrong of ['2026-13', '2026-03..2026-02', '2026-01..2027-01', '26', '2026-1', '2026..2027']) {
      expect([wrong, Period.safeParse(wrong).success]).toEqual([wrong, false]);
    }
  });

  test('ends at the end of its month, in a leap year as well, and knows whether a year turns in it', () => {
    expect(dayAfter(period('2028-02'))).toBe('2028-03-01');
    expect(dayAfter(period('2026'))).toBe('2027-01-01');
    expect(isWithinYear(period('2026'))).toBe(true);
    expect(isWithinYear(period('2026-10..2027-03'))).toBe(false);
  });

  test.each([
    ['month', '2026-11-24', '2026-10'],
    ['month', '2027-01-01', '2026-12'],
    ['aprilOrOctober', '2026-04-30', '2025-10'],
    ['aprilOrOctober', '2026-05-01', '2026-04'],
    ['aprilOrOctober', '2026-11-24', '2026-10'],
    ['quarter', '2026-12-31', '2026-07..2026-09'],
    ['quarter', '2027-01-01', '2026-10..2026-12'],
    ['halfYearFromApril', '2026-09-30', '2025-10..2026-03'],
    ['halfYearFromApril', '2026-10-01', '2026-04..2026-09'],
    ['halfYearFromApril', '2027-04-01', '2026-10..2027-03'],
    ['year', '2026-12-31', '2025'],
    ['year', '2027-01-01', '2026'],
  ] as const)('the last %s that is over on %s is %s', (kind, today, expected) => {
    expect(lastEnded(kind, day(today))).toBe(expected);
    expect(isOfKind(period(expected), kind)).toBe(true);
  });

  test('is of a kind only as a whole, and written in one way', () => {
    expect(isOfKind(period('2026-05..2026-10'), 'halfYearFromApril')).toBe(false);
    expect(isOfKind(period('2026-02..2026-04'), 'quarter')).toBe(false);
    expect(isOfKind(period('2026-01..2026-12'), 'year')).toBe(false);
    expect(isOfKind(period('2026-01..2026-08'), 'fromJanuary')).toBe(true);
    for (const other of ['2026', '2026-01', '2026-02..2026-08', '2026-01..2026-12']) {
      expect([other, isOfKind(period(other), 'fromJanuary')]).toEqual([other, false]);
    }
    expect(isOfKind(period('2026-11..2026-11'), 'month')).toBe(false);
  });

  test('is due on a day after it: 17 October and 17 April, and the last of a short February', () => {
    expect(dueOn(period('2026-04..2026-09'), { month: 1, day: 17 })).toBe('2026-10-17');
    expect(dueOn(period('2026-10..2027-03'), { month: 1, day: 17 })).toBe('2027-04-17');
    expect(dueOn(period('2026'), { month: 2, day: 31 })).toBe('2027-02-28');
    expect(dueOn(period('2027'), { month: 2, day: 31 })).toBe('2028-02-29');
  });

  test('is counted anew until its last day is past, or for a month where none is known', () => {
    const first = { month: 1, day: 17 };
    expect(isSettled(period('2026-04..2026-09'), first, day('2026-10-17'))).toBe(false);
    expect(isSettled(period('2026-04..2026-09'), first, day('2026-10-18'))).toBe(true);
    expect(isSettled(period('2027-04'), undefined, day('2027-05-31'))).toBe(false);
    expect(isSettled(period('2027-04'), undefined, day('2027-06-01'))).toBe(true);
    expect(isSettled(period('2028-01'), undefined, day('2028-02-29'))).toBe(false);
  });

  test('is caught up with from the day on which the setting began, over turns of the year, three years at most', () => {
    const of = (...[kind, today, since]: [Parameters<typeof endedSince>[0], string, string?]) =>
      endedSince(kind, day(today), since === undefined ? undefined : day(since));
    expect(of('halfYearFromApril', '2028-04-01', '2026-10-01')).toEqual([
      '2026-10..2027-03',
      '2027-04..2027-09',
      '2027-10..2028-03',
    ]);
    expect(of('month', '2028-03-01', '2027-12-31')).toEqual(['2027-12', '2028-01', '2028-02']);
    expect(of('month', '2028-02-29', '2028-01-31')).toEqual(['2028-01']);
    expect(of('quarter', '2027-01-01', '2026-12-31')).toEqual(['2026-10..2026-12']);
    expect(of('year', '2026-12-31', '2026-01-01')).toEqual([]);
    expect(of('year', '2030-06-01')).toEqual(['2027', '2028', '2029']);
    expect(of('aprilOrOctober', '2030-06-01')).toEqual([
      '2027-10',
      '2028-04',
      '2028-10',
      '2029-04',
      '2029-10',
      '2030-04',
    ]);
  });
});
