import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST_PUBLISHED, published } from '../../../shared/domain/statistics/publish.ts';

const of = (value: number, key?: string, behind = value) => ({
  measure: 'm',
  ...(key === undefined ? {} : { key }),
  value,
  behind,
});

/** Every way to make a sum of so many numbers, none of them nothing. */
const waysOf = (sum: number, count: number): number[][] => {
  if (count === 0) return sum === 0 ? [[]] : [];
  return Array.from({ length: Math.max(sum - count + 1, 0) }, (_, less) => less + 1).flatMap((first) =>
    waysOf(sum - first, count - 1).map((rest) => [first, ...rest]),
  );
};

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

  test('hides more where one more would tell: of six in all one is one, and of two alike neither is the smaller', () => {
    expect(published([of(6), of(1, 'a'), of(5, 'b')])).toEqual([{ measure: 'm', value: 6 }]);
    const hidden = published([of(42), of(4, 'a'), of(9, 'b'), of(9, 'c'), of(20, 'd')]).filter(
      (one) => one.hidden === true,
    );
    expect(hidden.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  test('is never told to whoever knows the rule: each small number that is hidden could be another', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 2, maxLength: 3 });
    const tableOf = (values: readonly number[]) =>
      published([
        of(values.reduce((sum, value) => sum + value, 0)),
        ...values.map((value, place) => of(value, `k${place}`)),
      ]);
    fc.assert(
      fc.property(sizes, (values) => {
        const told = tableOf(values);
        const places = values.flatMap((_, place) =>
          told.some(({ key, hidden }) => key === `k${place}` && hidden === true) ? [place] : [],
        );
        const sum = places.reduce((all, place) => all + (values[place] ?? 0), 0);
        const others = waysOf(sum, places.length)
          .map((way) => values.map((value, place) => way[places.indexOf(place)] ?? value))
          .filter((other) => JSON.stringify(tableOf(other)) === JSON.stringify(told));
        for (const place of places.filter((one) => (values[one] ?? 0) < FEWEST_PUBLISHED)) {
          expect(new Set(others.map((other) => other[place])).size, JSON.stringify(values)).toBeGreaterThan(
            1,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  test('is small too where nothing was counted of somebody: a relationship of no days', () => {
    expect(published([of(60, undefined, 7), of(60, 'a', 6), of(0, 'b', 1)])).toEqual([
      { measure: 'm', value: 60 },
      { measure: 'm', key: 'a', hidden: true },
      { measure: 'm', key: 'b', hidden: true },
    ]);
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
