import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfWeek, LocalDate } from '../../../shared/kernel/local-date.ts';
import { isPublicHoliday, isWorkingDay } from '../../../shared/kernel/working-days.ts';

/** A list that others keep, asked beside our own rules. */
const others = new Holidays('FI');
const namedBy = (year: number, types: readonly string[]): string[] =>
  others
    .getHolidays(year)
    .filter(({ type }) => types.includes(type))
    .map(({ date }) => date.slice(0, 10));

const daysOf = (year: number): LocalDate[] =>
  Array.from({ length: 366 }, (_, offset) => addDays(LocalDate.parse(`${year}-01-01`), offset)).filter(
    (day) => day.startsWith(String(year)),
  );

const YEARS = Array.from({ length: 26 }, (_, offset) => 2015 + offset);

describe('our holidays and those of a library that others keep', () => {
  test.each(YEARS)('are the same in %i', (year) => {
    const ours = daysOf(year).filter(isPublicHoliday);
    // The library has the eves among its days too: what is a holiday by its own word is public.
    const theirs = [...new Set(namedBy(year, ['public']))].toSorted();
    expect(ours).toEqual(theirs);
  });

  test.each(YEARS)('a day on which one can act in %i is none of theirs, no eve and no week-end', (year) => {
    const closed = new Set(namedBy(year, ['public', 'bank']));
    const open = daysOf(year).filter(isWorkingDay);
    const doubtful = open.filter((day) => closed.has(day) || dayOfWeek(day) > 5);
    // Banks keep New Year's Eve; 150/1930 5 § does not name it.
    expect(doubtful.filter((day) => !day.endsWith('12-31'))).toEqual([]);
    expect(open.length).toBeGreaterThan(245);
  });
});
