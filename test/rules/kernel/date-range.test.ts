import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DateRange, inForce, overlaps } from '../../../shared/kernel/date-range.ts';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';

const day = (text: string) => LocalDate.parse(text);
const first = day('2026-01-01');

const ranges = fc
  .record({ from: fc.nat(30), length: fc.option(fc.nat(10), { nil: undefined }) })
  .map(({ from, length }) =>
    DateRange.parse({
      from: addDays(first, from),
      ...(length === undefined ? {} : { to: addDays(first, from + length) }),
    }),
  );

describe('days in force', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-01-31', true],
    ['2026-02-01', false],
  ])('January, its last day included, holds on %s: %s', (date, holds) => {
    expect(inForce(DateRange.parse({ from: '2026-01-01', to: '2026-01-31' }), day(date))).toBe(holds);
  });

  it('go on until further notice without a last day', () => {
    expect(inForce(DateRange.parse({ from: '2026-01-01' }), day('2099-12-31'))).toBe(true);
  });

  it('refuse an end before the beginning and unknown fields, and take one day', () => {
    expect(DateRange.safeParse({ from: '2026-01-02', to: '2026-01-01' }).success).toBe(false);
    expect(DateRange.safeParse({ from: '2026-01-02', until: '2026-01-05' }).success).toBe(false);
    expect(DateRange.safeParse({ from: '2026-01-02', to: '2026-01-02' }).success).toBe(true);
  });

  it('overlap when some day is in both, whichever is asked first', () => {
    const days = Array.from({ length: 60 }, (_, offset) => addDays(first, offset));
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const shared = days.some((date) => inForce(a, date) && inForce(b, date));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });
});
