import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCents,
  allocate,
  Cents,
  formatEuros,
  roundHalfUp,
  subtractCents,
  sumCents,
} from '../../../shared/kernel/money.ts';

const cents = (amount: number) => Cents.parse(amount);
const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(cents);

describe('an amount of money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '100', null])(
    '%j is not whole cents',
    (value) => {
      expect(Cents.safeParse(value).success).toBe(false);
    },
  );

  it('comes back when what was added is taken away', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(subtractCents(addCents(a, b), b)).toBe(a);
      }),
    );
    expect(sumCents([cents(1), cents(250), cents(-51)])).toBe(200);
    expect(sumCents([])).toBe(0);
  });

  it.each([
    [33.4, 33],
    [33.5, 34],
    [-33.5, -34],
    [-33.4, -33],
    [1.005 * 100, 101],
    [-0.2, 0],
  ])('%d cents is rounded to %i', (calculated, rounded) => {
    expect(roundHalfUp(calculated)).toBe(rounded);
  });

  it('is cut without losing a cent, into parts a cent apart at most', () => {
    expect(allocate(cents(100), 3)).toEqual([34, 33, 33]);
    expect(allocate(cents(-100), 3)).toEqual([-34, -33, -33]);
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 400 }), (amount, parts) => {
        const shares = allocate(amount, parts);
        expect(shares).toHaveLength(parts);
        expect(sumCents(shares)).toBe(amount);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
    expect(() => allocate(cents(1), 0)).toThrow(RangeError);
  });

  it('is written as Finns and Finland-Swedes write it', () => {
    expect(formatEuros(cents(123_456), 'fi')).toBe('1\u00A0234,56\u00A0€');
    expect(formatEuros(cents(123_456), 'sv')).toBe('1\u00A0234,56\u00A0€');
    expect(formatEuros(cents(-5), 'fi')).toBe('\u22120,05\u00A0€');
  });

  it('can be read back to the cent from how it is written', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('fi', 'sv'), (amount, language) => {
        const written = formatEuros(amount, language).replace('\u2212', '-');
        expect(Number(written.replace(/[^\d-]/g, ''))).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });
});
