import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AGE_GROUPS } from '../../../shared/age-groups.ts';
import { countFigures } from '../../../shared/domain/statistics/count.ts';
import { newLists } from '../../../shared/domain/statistics/cubes/lists.ts';
import { packedCube, unpackedCube } from '../../../shared/domain/statistics/cubes/pack.ts';
import { isClosed } from '../../../shared/domain/statistics/cubes/period.ts';
import { DEFINITIONS } from '../../../shared/domain/statistics/definitions.ts';
import type { Measure } from '../../../shared/domain/statistics/figure-definition.ts';
import type { Dimension } from '../../../shared/domain/statistics/model.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { StoredFact } from '../../../shared/statistics-fact.ts';
import { cubesOf } from '../../support/cubes.ts';

const UNITS = ['A', 'B', 'C'].map((letter) => `01KBN4PZ00000000000000000${letter}`);
const MUNICIPALITIES = new Map([
  [UNITS[0], '186'],
  [UNITS[1], '858'],
]);
const measures = DEFINITIONS.flatMap((definition) => definition.measures);
const kinds = [...new Set(measures.flatMap((one) => one.kinds))];
const codes = [...new Set(measures.flatMap((one) => one.codes ?? []))];

const facts = fc.array(
  fc
    .record(
      {
        kind: fc.constantFrom(...kinds),
        on: fc.constantFrom('2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'),
        unitId: fc.constantFrom(...UNITS),
        serviceTasks: fc.uniqueArray(fc.constantFrom('families', 'childWelfare', 'workingAge')),
        days: fc.nat(400),
        code: fc.constantFrom(...codes, 'other'),
        inTime: fc.boolean(),
        parts: fc.uniqueArray(fc.constantFrom('custody', 'access', 'maintenance'), { minLength: 1 }),
        ageGroup: fc.constantFrom(...AGE_GROUPS),
        homeMunicipality: fc.constantFrom('186', '858'),
        person: fc.nat(30).map((nth) => nth.toString(16).padStart(32, '0')),
      },
      { requiredKeys: ['kind', 'on'] },
    )
    .map((fact) => StoredFact.parse(fact)),
  { maxLength: 80 },
);

/** Said once more, as a definition reads, over the facts themselves. */
function said(measure: Measure, all: readonly StoredFact[], by?: { dimension: Dimension; key: string }) {
  const own = all.filter(
    (fact) =>
      measure.kinds.includes(fact.kind) &&
      (measure.serviceTasks?.some((task) => fact.serviceTasks?.includes(task)) ?? true) &&
      (measure.codes?.some((code) => code === fact.code) ?? true) &&
      (measure.parts?.some((part) => fact.parts?.includes(part)) ?? true) &&
      (measure.inTime === undefined || measure.inTime === (fact.inTime ?? 'unsaid')) &&
      (by === undefined || partsOf(fact, by.dimension).includes(by.key)),
  );
  const persons = new Set(own.flatMap(({ person }) => person ?? [])).size;
  const unknown = own.filter(({ person }) => person === undefined).length;
  const value = {
    persons,
    events: own.length,
    days: own.reduce((sum, { days = 0 }) => sum + days, 0),
  }[measure.counts];
  return { value, behind: measure.counts === 'persons' ? persons : persons + unknown };
}

function partsOf(fact: StoredFact, dimension: Dimension): readonly string[] {
  if (dimension === 'serviceTask') return fact.serviceTasks?.length ? fact.serviceTasks : ['-'];
  const one = {
    unit: fact.unitId,
    municipality: MUNICIPALITIES.get(fact.unitId),
    homeMunicipality: fact.homeMunicipality ?? MUNICIPALITIES.get(fact.unitId),
    ageGroup: fact.ageGroup,
    code: fact.code,
    month: fact.on.slice(0, 7),
  }[dimension];
  return [one ?? '-'];
}

describe('a month that is stored as sums', () => {
  test('gives every figure of every definition, whole and divided, as the facts give it', () => {
    const divided = DEFINITIONS.flatMap(({ measures: own, dimensions }) =>
      [undefined, ...dimensions].map((by) => ({ own, by })),
    );
    fc.assert(
      fc.property(facts, fc.constantFrom(...divided), (all, { own, by }) => {
        const lists = newLists();
        const cubes = cubesOf(all).map((cube) => unpackedCube(packedCube(cube), lists));
        const counted = countFigures(own, cubes, by, (unitId) => MUNICIPALITIES.get(unitId));
        for (const { measure: id, key, ...number } of counted) {
          const measure = own.find((one) => one.id === id);
          if (measure === undefined) throw new Error(id);
          const part = by === undefined || key === undefined ? undefined : { dimension: by, key };
          expect(number).toEqual(said(measure, all, part));
        }
        const parts = by === undefined ? [] : new Set(all.flatMap((fact) => partsOf(fact, by)));
        for (const measure of own) {
          const named = counted.filter(({ measure: id, key }) => id === measure.id && key !== undefined);
          const wanted = [...parts].filter((key) => {
            const { value, behind } = said(measure, all, by && { dimension: by, key });
            return value > 0 || behind > 0;
          });
          expect(named.map(({ key }) => key)).toEqual(expect.arrayContaining(wanted));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('is the same bytes in whatever order the facts came', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const bytes = (some: readonly StoredFact[]) => cubesOf(some).flatMap((cube) => packedCube(cube));
        expect(bytes(all.toReversed())).toEqual(bytes(all));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['2026-11', '2026-11-30T22:59:00.000Z', false],
    ['2026-11', '2026-11-30T23:00:00.000Z', true],
    // Summer time began and ended in the month; a leap day; the turn of the year.
    ['2026-03', '2026-03-31T21:59:00.000Z', false],
    ['2026-03', '2026-03-31T22:00:00.000Z', true],
    ['2026-10', '2026-10-31T22:59:00.000Z', false],
    ['2026-10', '2026-10-31T23:00:00.000Z', true],
    ['2028-02', '2028-02-29T12:00:00.000Z', false],
    ['2028-02', '2028-02-29T23:00:00.000Z', true],
    ['2026-12', '2026-12-31T23:00:00.000Z', true],
    ['2027-01', '2026-12-31T23:00:00.000Z', false],
  ])('%s at %s: over for good, an hour after midnight in Helsinki: %s', (month, now, expected) => {
    expect(isClosed(month, Instant.parse(now))).toBe(expected);
  });
});
