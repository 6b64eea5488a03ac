import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../shared/domain/statistics/model.ts';
import { type Fresh, publishable } from '../../../shared/domain/statistics/publications/hide.ts';
import type { Behind } from '../../../shared/domain/statistics/publications/model.ts';
import { type BehindOf, nameOfSum, type Sum } from '../../../shared/domain/statistics/publications/sums.ts';
import { FEWEST_PUBLISHED } from '../../../shared/domain/statistics/publish.ts';

/** Atoms are groups of persons that no number tells apart, each with its size. */
type Sizes = Readonly<Record<string, number>>;

const NAMES: string[] = [];
const atomsOf = (names: Iterable<string>): Set<number> =>
  new Set(
    [...names].map((name) => {
      const known = NAMES.indexOf(name);
      return known < 0 ? NAMES.push(name) - 1 : known;
    }),
  );

const behindIn =
  (sizes: Sizes): BehindOf =>
  (atoms) =>
    [...atoms].reduce((sum, atom) => sum + (sizes[NAMES[atom] ?? ''] ?? 0), 0);

const sumOf = (sizes: Sizes, table: string, atoms: readonly string[], key?: string): Sum => {
  const value = behindIn(sizes)(atomsOf(atoms));
  return {
    table,
    measure: 'm',
    ...(key === undefined ? {} : { key }),
    counts: 'events',
    value,
    behind: value,
    atoms: atomsOf(atoms),
  };
};

const shownOf = (sums: readonly Sum[], figures: readonly Figure[]): Sum[] =>
  sums.filter((sum) =>
    figures.some(
      ({ measure, key, value }) => measure === sum.measure && key === sum.key && value !== undefined,
    ),
  );

/** Rank over the rationals, by Bareiss: another way than the one that is judged here. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const matrix = rows.map((row) => row.map(BigInt));
  let [rank, divisor] = [0, 1n];
  for (let column = 0; column < (matrix[0]?.length ?? 0); column += 1) {
    const at = matrix.findIndex((row, place) => place >= rank && row[column] !== 0n);
    const pivot = matrix[at];
    if (pivot === undefined) continue;
    matrix.splice(at, 1);
    matrix.splice(rank, 0, pivot);
    const head = pivot[column] ?? 0n;
    for (const [place, row] of matrix.entries()) {
      if (place <= rank) continue;
      const own = row[column] ?? 0n;
      matrix[place] = row.map((value, here) => (value * head - (pivot[here] ?? 0n) * own) / divisor);
    }
    divisor = head;
    rank += 1;
  }
  return rank;
}

const isTold = (visible: readonly Sum[], secret: ReadonlySet<number>, atoms: readonly string[]): boolean => {
  const row = (of: ReadonlySet<number>) => [...atomsOf(atoms)].map((atom) => (of.has(atom) ? 1 : 0));
  const rows = visible.map((sum) => row(sum.atoms));
  return rankOf(rows) === rankOf([...rows, row(secret)]);
};

/** So many persons, one in each group. */
const standingOf = (persons: number): Behind => ({
  groups: Array.from({ length: 64 }, (_, nth) => (nth < persons ? 1 : 0)),
  unknown: 0,
});
const withStanding = (sums: readonly Sum[]): Fresh[] =>
  sums.map((sum) => ({ ...sum, standing: standingOf(sum.behind) }));

describe('what is published beside what was published before', () => {
  test('hides the whole of one table where it is the hidden part of another', () => {
    const sizes = { care: 5, open: 3, home: 6, rest: 20 };
    const services = [
      sumOf(sizes, 'services', ['care', 'open', 'home', 'rest']),
      sumOf(sizes, 'services', ['care'], 'care'),
      sumOf(sizes, 'services', ['open'], 'open'),
      sumOf(sizes, 'services', ['home'], 'home'),
      sumOf(sizes, 'services', ['rest'], 'rest'),
    ];
    const first = publishable(services, { sums: [], shown: new Set() }, behindIn(sizes));
    const shown = shownOf(services, first);
    expect(shown.map(({ key }) => key)).toEqual([undefined, 'rest']);
    // Care and home are hidden beside the three of open: told in tables of their own, they would leave the three.
    const earlier = { sums: services, shown: new Set(shown.map(nameOfSum)) };
    const wholes = [sumOf(sizes, 'children', ['care', 'home'])];
    expect(publishable(wholes, earlier, behindIn(sizes))).toEqual([{ measure: 'm', hidden: true }]);
  });

  test('hides a number that was corrected by few, and goes on hiding what was hidden', () => {
    const sizes = { a: 9, b: 12 };
    const table = [
      sumOf(sizes, 't', ['a', 'b']),
      sumOf(sizes, 't', ['a'], 'a'),
      sumOf(sizes, 't', ['b'], 'b'),
    ];
    const none = { sums: [], shown: new Set<string>() };
    const before = [
      { measure: 'm', value: 22 },
      { measure: 'm', key: 'a', hidden: true as const },
      { measure: 'm', key: 'b', value: 12 },
    ];
    expect(publishable(table, none, behindIn(sizes), before)).toEqual([
      { measure: 'm', hidden: true },
      { measure: 'm', key: 'a', hidden: true },
      { measure: 'm', key: 'b', value: 12 },
    ]);
    // Of nineteen times that went it is known that they were of nineteen, or of one, or it is not known.
    const told = (standing?: Behind) =>
      publishable(withStanding(table), none, behindIn(sizes), [{ measure: 'm', value: 40, standing }])[0];
    expect(told(standingOf(40))).toEqual({ measure: 'm', value: 21 });
    expect(told(standingOf(22))).toEqual({ measure: 'm', hidden: true });
    expect(told()).toEqual({ measure: 'm', hidden: true });
  });

  test('nor can what was corrected by few be had of the numbers beside it; days tell by whatever they differ', () => {
    const sizes = { a: 61, b: 46, c: 30 };
    const parts = ['a', 'b', 'c'] as const;
    const of = (counts: Sum['counts']): Sum[] =>
      [sumOf(sizes, 't', parts), ...parts.map((part) => sumOf(sizes, 't', [part], part))].map((sum) => ({
        ...sum,
        counts,
      }));
    const none = { sums: [], shown: new Set<string>() };
    const before = [
      { measure: 'm', value: 130 },
      { measure: 'm', key: 'a', value: 60 },
      { measure: 'm', key: 'b', value: 40 },
      { measure: 'm', key: 'c', value: 30 },
    ];
    const shown = (counts: Sum['counts'], was: typeof before) =>
      shownOf(
        of(counts),
        publishable(
          withStanding(of(counts)),
          none,
          behindIn(sizes),
          was.map((one) => ({ ...one, standing: standingOf(one.value) })),
        ),
      ).map(({ key }) => key);
    // One was added to a, and six to b: the whole less b and c would be a.
    expect(shown('events', before)).not.toContain('a');
    expect(
      isTold(
        of('events').filter(({ key }) => shown('events', before).includes(key)),
        atomsOf(['a']),
        parts,
      ),
    ).toBe(false);
    // Of twenty days nobody can say whether they are one person's.
    expect(shown('events', [{ measure: 'm', key: 'b', value: 26 }])).toContain('b');
    expect(shown('days', [{ measure: 'm', key: 'b', value: 26 }])).not.toContain('b');
  });

  test('never tells a small number, nor a small rest of two, however the tables are added and subtracted', () => {
    const atoms = ['a', 'b', 'c', 'd', 'e', 'f'];
    const cut = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 });
    const sizesOf = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 6, maxLength: 6 });
    const whole = fc.subarray(atoms, { minLength: 2 });
    fc.assert(
      fc.property(
        sizesOf,
        fc.array(fc.tuple(whole, cut), { minLength: 1, maxLength: 4 }),
        (numbers, tables) => {
          const sizes = Object.fromEntries(atoms.map((atom, place) => [atom, numbers[place] ?? 1]));
          const behindOf = behindIn(sizes);
          // Which tables there will be is known from the beginning, for definitions are.
          const all = tables.map(([own, parts], at) => {
            const keys = Map.groupBy(own, (atom) => String(parts[atoms.indexOf(atom)]));
            return [
              sumOf(sizes, `t${at}`, own),
              ...[...keys].map(([key, members]) => sumOf(sizes, `t${at}`, members, key)),
            ];
          });
          const visible: Sum[] = [];
          for (const table of all) {
            const sums = all.flatMap((one) => (one === table ? [] : one));
            const figures = publishable(table, { sums, shown: new Set(visible.map(nameOfSum)) }, behindOf);
            visible.push(...shownOf(table, figures));
          }
          for (const { atoms: secret, behind, key, table } of all.flat()) {
            if (behind >= FEWEST_PUBLISHED) continue;
            expect(isTold(visible, secret, atoms), `${table} ${key} ${JSON.stringify(sizes)}`).toBe(false);
          }
          for (const one of visible) {
            for (const other of visible) {
              const rest = one.atoms.difference(other.atoms);
              if (rest.size === 0 || !other.atoms.isSubsetOf(one.atoms)) continue;
              expect(
                behindOf(rest),
                JSON.stringify([sizes, [...one.atoms], [...other.atoms]]),
              ).toBeGreaterThanOrEqual(FEWEST_PUBLISHED);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
