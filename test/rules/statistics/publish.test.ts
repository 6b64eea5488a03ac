import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_PUBLISHED, published } from '../../../shared/domain/statistics/publish.ts';

const of = (value: number, key?: string, behind = value) => ({
  measure: 'm',
  ...(key === undefined ? {} : { key }),
  value,
  behind,
});

describe('a figure that is published', () => {
  test('hides what fewer than five stand behind, and one more, so that nothing is had by subtracting', () => {
    expect(published([of(30), of(3, 'a'), of(7, 'b'), of(20, 'c')])).toEqual([
      { measure: 'm', value: 30 },
      { measure: 'm', key: 'a', hidden: true },
      { measure: 'm', key: 'b', hidden: true },
      { measure: 'm', key: 'c', value: 20 },
    ]);
  });

  test('is not divided where no larger part would hide the small ones, and not told where the whole is small', () => {
    expect(published([of(5), of(3, 'a'), of(2, 'b')])).toEqual([{ measure: 'm', value: 5 }]);
    expect(published([of(4), of(4, 'a')])).toEqual([{ measure: 'm', hidden: true }]);
    expect(published([of(0)])).toEqual([{ measure: 'm', value: 0 }]);
  });

  test('counts who stand behind it: a hundred visits of two persons are few', () => {
    expect(published([of(100, undefined, 2)])).toEqual([{ measure: 'm', hidden: true }]);
  });

  test('is never told by the others: of what is hidden, the rest leaves at least two ways', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, (values) => {
        const whole = values.reduce((sum, value) => sum + value, 0);
        const figures = published([of(whole), ...values.map((value, place) => of(value, `k${place}`))]);
        const parts = figures.filter(({ key }) => key !== undefined);
        expect(parts.filter(({ value = FEWEST_PUBLISHED }) => value < FEWEST_PUBLISHED)).toEqual([]);
        expect(parts.filter(({ hidden }) => hidden === true).length).not.toBe(1);
        const isWholeShown = figures.some(({ key, value }) => key === undefined && value !== undefined);
        expect(isWholeShown).toBe(whole >= FEWEST_PUBLISHED);
      }),
    );
  });
});
