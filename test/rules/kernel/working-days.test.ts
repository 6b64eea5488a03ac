import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOfWeek, LocalDate } from '../../../shared/kernel/local-date.ts';
import {
  addWorkingDays,
  isPublicHoliday,
  isWorkingDay,
  nextWorkingDay,
  workingDayFrom,
} from '../../../shared/kernel/working-days.ts';

const day = (text: string) => LocalDate.parse(text);
const dates = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays(day('1995-01-01'), days));

const holidaysOf = (year: number): string[] => {
  const days = Array.from({ length: 366 }, (_, offset) => addDays(day(`${year}-01-01`), offset));
  return days.filter((date) => date.startsWith(String(year)) && isPublicHoliday(date));
};

describe('Finnish public holidays', () => {
  it('of 2026 are these', () => {
    expect(holidaysOf(2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-24',
      '2026-06-20',
      '2026-10-31',
      '2026-12-06',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it.each([
    [2008, '2008-03-21', '2008-05-01'], // Ascension on 1 May: one day, two feasts
    [2024, '2024-03-29', '2024-05-09'],
    [2025, '2025-04-18', '2025-05-29'],
    [2038, '2038-04-23', '2038-06-03'], // Easter as late as it can be
  ])('in %i Good Friday is %s and Ascension %s', (_year, goodFriday, ascension) => {
    expect(isPublicHoliday(day(goodFriday))).toBe(true);
    expect(isPublicHoliday(day(ascension))).toBe(true);
    expect(isPublicHoliday(addDays(day(goodFriday), 3))).toBe(true);
  });

  it.each([
    [2025, '2025-06-21', '2025-11-01'],
    [2031, '2031-06-21', '2031-11-01'],
    [2032, '2032-06-26', '2032-11-06'],
    [2037, '2037-06-20', '2037-10-31'],
  ])('in %i Midsummer is %s and All Saints %s, both Saturdays', (_year, midsummer, allSaints) => {
    expect(isPublicHoliday(day(midsummer))).toBe(true);
    expect(isPublicHoliday(day(allSaints))).toBe(true);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-24', true],
    ['2026-11-28', false], // Saturday
    ['2026-11-29', false], // Sunday
    ['2026-05-01', false],
    ['2026-06-19', false], // Midsummer Eve, a Friday
    ['2026-12-24', false], // Christmas Eve, a Thursday
    ['2026-12-23', true],
    ['2026-12-31', true],
  ])('an act can be due on %s: %s', (date, due) => {
    expect(isWorkingDay(day(date))).toBe(due);
  });

  it.each([
    ['2026-11-02', 7, '2026-11-11'], // a Monday: the day of arrival is not counted
    ['2026-11-07', 7, '2026-11-17'], // a Saturday: the count begins on Monday
    ['2026-04-01', 7, '2026-04-14'], // over Easter
    ['2026-12-23', 7, '2027-01-05'], // Christmas Eve is counted, Christmas and New Year are not
    ['2026-06-11', 7, '2026-06-22'], // Midsummer Eve inside the time is counted
    ['2026-06-10', 7, '2026-06-22'], // but no time ends on it (150/1930 5 §)
    ['2026-12-15', 7, '2026-12-28'], // nor on Christmas Eve
    ['2026-11-28', 0, '2026-11-30'],
  ])('a time from %s of %i working days ends on %s', (arrival, count, last) => {
    expect(addWorkingDays(day(arrival), count)).toBe(last);
  });

  it('a time in days that would end on Christmas Eve may be met on the first working day after', () => {
    expect(workingDayFrom(day('2026-12-24'))).toBe('2026-12-28');
    expect(workingDayFrom(day('2026-12-28'))).toBe('2026-12-28');
  });

  it('the next working day is after the day asked about', () => {
    expect(nextWorkingDay(day('2026-11-24'))).toBe('2026-11-25');
    expect(nextWorkingDay(day('2026-11-27'))).toBe('2026-11-30');
    expect(nextWorkingDay(day('2026-04-02'))).toBe('2026-04-07');
  });

  it('a time always ends on a working day after its arrival, the later the longer it is', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 60 }), (arrival, count) => {
        const last = addWorkingDays(arrival, count);
        expect(isWorkingDay(last)).toBe(true);
        expect(last > arrival).toBe(true);
        expect(addWorkingDays(arrival, count + 1) >= last).toBe(true);
        const inside = Array.from({ length: 200 }, (_, offset) => addDays(arrival, offset + 1)).filter(
          (date) => date <= last && dayOfWeek(date) < 6 && !isPublicHoliday(date),
        );
        // Equal, but for eves on which the count ran out.
        expect(inside.length).toBeGreaterThanOrEqual(count);
        expect(inside.filter(isWorkingDay).length).toBeLessThanOrEqual(count);
      }),
    );
  });
});
