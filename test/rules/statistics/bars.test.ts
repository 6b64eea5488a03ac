import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsOf } from '../../../shared/domain/statistics/report/bars.ts';

const ABOUT = { id: 'chart-a', title: 'a', about: 'b' };

test('bars are as long as their numbers, from nothing on, and the same numbers are the same drawing', () => {
  const rows = fc.array(
    fc.record({ label: fc.string({ maxLength: 60 }), values: fc.tuple(fc.nat(100_000), fc.nat(100_000)) }),
    { minLength: 1, maxLength: 9 },
  );
  fc.assert(
    fc.property(rows, (all) => {
      const told = all.map(({ label, values }) => ({
        label,
        bars: values.map((value) => ({ value, said: String(value) })),
      }));
      const drawn = barsOf(ABOUT, ['now', 'before'], told);
      expect(barsOf(ABOUT, ['now', 'before'], told)).toEqual(drawn);
      const bars = drawn.marks.slice(4).flatMap((mark) => (mark.kind === 'bar' ? [mark] : []));
      const most = Math.max(1, ...all.flatMap(({ values }) => values));
      const longest = Math.max(0, ...bars.map(({ width }) => width));
      for (const { width, x, y, height } of bars) {
        expect(x + width).toBeLessThanOrEqual(drawn.width - 60 + 0.1);
        expect(y + height).toBeLessThanOrEqual(drawn.height);
      }
      const seen = all.flatMap(({ values }) => values).filter((value) => (value / most) * longest >= 0.2);
      expect(bars.length).toBeGreaterThanOrEqual(seen.length);
      // Of every number the text stands, of a bar too short to see as well.
      const texts = drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      for (const { values } of all) for (const value of values) expect(texts).toContain(String(value));
    }),
    { numRuns: 50 },
  );
});

test('what is hidden has no bar, and says so', () => {
  const drawn = barsOf(
    ABOUT,
    ['now', 'before'],
    [{ label: 'x', bars: [{ said: 'hidden' }, { value: 7, said: '7' }] }],
  );
  expect(drawn.marks.filter(({ kind }) => kind === 'bar')).toHaveLength(3);
  expect(drawn.marks).toContainEqual(expect.objectContaining({ kind: 'text', text: 'hidden' }));
});
