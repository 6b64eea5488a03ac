import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMsOf, Instant, instantOf, plusMinutes } from '../../../shared/kernel/instant.ts';
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  dateOf,
  dayOfWeek,
  daysBetween,
  helsinkiDateOf,
  isAfter,
  isBefore,
  LocalDate,
  momentOn,
  monthOf,
  startOfDay,
} from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const monthsOf = (date: LocalDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const dates = fc
  .integer({ min: 0, max: 365 * 180 })
  .map((days) => addDays(LocalDate.parse('1925-01-01'), days));

describe('a day', () => {
  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0026-01-01',
    '24.11.2026',
    '',
  ])('refuses %j, which is not a day', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  it('takes the leap day', () => {
    expect(day('2028-02-29')).toBe('2028-02-29');
    expect(dateOf(2028, 2, 29)).toBe('2028-02-29');
    expect(dateOf(2026, 2, 29)).toBeUndefined();
  });

  it.each([
    ['2026-11-24T21:59:59.999Z', '2026-11-24'],
    ['2026-11-24T22:00:00.000Z', '2026-11-25'], // winter time, two hours ahead
    ['2026-07-01T20:59:59.999Z', '2026-07-01'],
    ['2026-07-01T21:00:00.000Z', '2026-07-02'], // summer time, three hours ahead
    ['2026-12-31T22:00:00.000Z', '2027-01-01'],
  ])('%s is %s in Finland', (instant, date) => {
    expect(helsinkiDateOf(Instant.parse(instant))).toBe(date);
  });

  it.each([
    ['2026-01-15', '2026-01-14T22:00:00.000Z'],
    ['2026-03-29', '2026-03-28T22:00:00.000Z'], // summer time begins at three this night
    ['2026-03-30', '2026-03-29T21:00:00.000Z'],
    ['2026-10-25', '2026-10-24T21:00:00.000Z'], // and ends at four this night
    ['2026-10-26', '2026-10-25T22:00:00.000Z'],
    ['1942-04-03', '1942-04-02T22:00:00.000Z'], // the one midnight that was skipped
    ['1942-10-04', '1942-10-03T21:00:00.000Z'], // and the one that came twice
  ])('%s begins at %s', (date, instant) => {
    expect(startOfDay(day(date))).toBe(instant);
  });

  it('begins at the first moment that belongs to it', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const start = startOfDay(date);
        expect(helsinkiDateOf(start)).toBe(date);
        expect(helsinkiDateOf(instantOf(epochMsOf(start) - 1))).toBe(addDays(date, -1));
        expect(helsinkiDateOf(plusMinutes(start, 22 * 60))).toBe(date);
      }),
    );
  });
});

describe('counting days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])(
    '%s and %i months is %s: the last day of a month that lacks the day (150/1930 3 §)',
    (from, months, to) => {
      expect(addMonths(day(from), months)).toBe(to);
    },
  );

  it('takes a leap day to 28 February of a common year', () => {
    expect(addYears(day('2028-02-29'), 1)).toBe('2029-02-28');
    expect(addYears(day('2028-02-29'), 4)).toBe('2032-02-29');
  });

  it('adds and counts days alike, over every change of summer time', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(isBefore(date, other)).toBe(days > 0);
        expect(isAfter(date, other)).toBe(days < 0);
        expect((dayOfWeek(date) + days - dayOfWeek(other)) / 7).toSatisfy(Number.isInteger);
      }),
    );
  });

  it('never leaves the wanted month', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -500, max: 500 }), (date, months) => {
        const moved = addMonths(date, months);
        expect(monthsOf(moved) - monthsOf(date)).toBe(months);
        expect(moved.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });

  it('knows weekdays and months', () => {
    expect(dayOfWeek(day('2026-11-23'))).toBe(1);
    expect(dayOfWeek(day('2026-11-29'))).toBe(7);
    expect(monthOf(day('2026-11-24'))).toBe('2026-11');
  });
});

describe('age', () => {
  it.each([
    ['2008-11-24', '2026-11-23', 17],
    ['2008-11-24', '2026-11-24', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-23', -1],
  ])('one born %s is on %s %i years old', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });
});

describe('a time of day in Finland is a moment', () => {
  it.each([
    ['2026-11-24', '09:30', '2026-11-24T07:30:00.000Z'],
    ['2026-06-24', '00:00', '2026-06-23T21:00:00.000Z'],
    ['2026-06-24', '23:59', '2026-06-24T20:59:00.000Z'],
    // The clocks go forward from 03:00 to 04:00, and back from 04:00 to 03:00.
    ['2027-03-28', '02:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28', '03:00', undefined],
    ['2027-03-28', '03:59', undefined],
    ['2027-03-28', '04:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31', '03:30', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31', '04:00', '2027-10-31T02:00:00.000Z'],
  ])('%s at %s is %s', (date, time, moment) => {
    expect(momentOn(day(date), time)).toBe(moment);
  });
});
