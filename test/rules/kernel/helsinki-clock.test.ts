import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallClockMs } from '../../../shared/kernel/helsinki-clock.ts';

const zone = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
const utc = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
const MINUTE = 60_000;

test('the clock shows what the time zone data of Node say, at any moment from 1950 to 2050', () => {
  const moments = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2050, 0, 1) });
  fc.assert(
    fc.property(moments, (moment) => {
      expect(utc.format(wallClockMs(moment))).toBe(zone.format(moment));
    }),
    { numRuns: 2_000 },
  );
});

test('every change of the clocks from 1996 to 2050 comes in the minute that the time zone data say', () => {
  for (let year = 1996; year <= 2050; year += 1) {
    for (const month of [2, 9]) {
      for (let day = 24; day <= 31; day += 1) {
        const one = Date.UTC(year, month, day, 1);
        for (const moment of [one - MINUTE, one, one + MINUTE]) {
          expect(utc.format(wallClockMs(moment))).toBe(zone.format(moment));
        }
      }
    }
  }
});

test('the turn of a year is the next day in Finland already', () => {
  for (let year = 1995; year <= 2050; year += 1) {
    const beforeMidnight = Date.UTC(year, 11, 31, 22);
    expect(wallClockMs(beforeMidnight)).toBe(Date.UTC(year + 1, 0, 1));
    expect(wallClockMs(beforeMidnight - 1)).toBe(Date.UTC(year, 11, 31, 23, 59, 59));
  }
});
