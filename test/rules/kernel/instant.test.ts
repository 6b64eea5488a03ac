import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareInstants,
  epochMsOf,
  Instant,
  instantOf,
  plusMinutes,
  plusSeconds,
} from '../../../shared/kernel/instant.ts';
import { helsinkiDateOf, LocalDate } from '../../../shared/kernel/local-date.ts';

const epochs = fc.integer({
  min: Date.UTC(999, 11, 31, 22, 20, 11),
  max: Date.UTC(2999, 11, 31, 21, 59, 59, 999),
});

describe('a moment', () => {
  it('has one spelling: UTC with milliseconds', () => {
    expect(instantOf(Date.UTC(2026, 10, 24, 4, 39, 8, 123))).toBe('2026-11-24T04:39:08.123Z');
    expect(instantOf(0)).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([
    '2026-11-24T04:39:08Z',
    '2026-11-24T04:39:08.123+02:00',
    '2026-11-24T04:39:08.123z',
    '2026-02-30T00:00:00.000Z',
    '2026-11-24T24:00:00.000Z',
    '2026-11-24T23:59:60.000Z',
    '0001-01-01T00:00:00.000Z',
    '0999-12-31T22:00:00.000Z',
    '2999-12-31T22:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2026-11-24',
    '',
  ])('refuses %j', (text) => {
    expect(Instant.safeParse(text).success).toBe(false);
  });

  it('is always of a day that the Finnish calendar tells', () => {
    fc.assert(fc.property(epochs, (epoch) => LocalDate.safeParse(helsinkiDateOf(instantOf(epoch))).success));
  });

  it('goes to milliseconds and back without change, and sorts as time does', () => {
    fc.assert(
      fc.property(epochs, epochs, (a, b) => {
        expect(epochMsOf(instantOf(a))).toBe(a);
        expect(Math.sign(compareInstants(instantOf(a), instantOf(b)))).toBe(Math.sign(a - b));
      }),
    );
  });

  it('moves over a day and a year', () => {
    expect(plusSeconds(Instant.parse('2026-12-31T23:59:59.500Z'), 1)).toBe('2027-01-01T00:00:00.500Z');
    expect(plusMinutes(Instant.parse('2028-03-01T00:05:00.000Z'), -10)).toBe('2028-02-29T23:55:00.000Z');
  });
});
