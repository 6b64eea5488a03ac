import type { MunicipalityOf } from '../count.ts';
import { isOf, keysOf } from '../count.ts';
import { type Cube, cellsOf } from '../cubes/cube.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import type { Behind, PublicationKept } from './model.ts';
import { nameOfSum } from './sums.ts';

/** Who stands behind the numbers of a table, so that the next publication can be held against this one. */

/** Into so many groups the year's hashes of persons are thrown. Which of them a person is in names nobody. */
const GROUPS = 64;

const groupOf = (person: string): number => Number.parseInt(person.slice(0, 2), 16) % GROUPS;

/** Of each number: how many persons of each group stand behind it, and how often nobody knows who. */
export function behindOfTable(
  table: string,
  { measures, publishedBy: by }: FigureDefinition,
  { cubes, municipalityOf }: { cubes: readonly Cube[]; municipalityOf: MunicipalityOf },
): ReadonlyMap<string, Behind> {
  const found = new Map<string, { persons: Set<string>; unknown: number }>();
  for (const measure of measures) {
    for (const cube of cubes) {
      for (const { of, unknown, persons } of cellsOf(cube)) {
        if (!isOf(measure, of)) continue;
        const keys = by === undefined ? [] : keysOf({ of, month: cube.month }, by, municipalityOf);
        for (const key of [undefined, ...keys]) {
          const name = nameOfSum({ table, measure: measure.id, ...(key === undefined ? {} : { key }) });
          const sum = found.get(name) ?? { persons: new Set<string>(), unknown: 0 };
          found.set(name, sum);
          sum.unknown += unknown;
          for (const place of persons) {
            const person = cube.lists.persons.all[place];
            if (person !== undefined) sum.persons.add(person);
          }
        }
      }
    }
  }
  return new Map(
    [...found].map(([name, { persons, unknown }]) => {
      const groups = Array.from({ length: GROUPS }, () => 0);
      for (const person of persons) groups[groupOf(person)] = (groups[groupOf(person)] ?? 0) + 1;
      return [name, { groups, unknown }];
    }),
  );
}

/**
 * So many persons at least came to a number or went from it: each group that is of another size has one, and what nobody
 * is known behind counts each time. Never more than there are: two of one group, of whom one came and one went, are none.
 */
export const personsBetween = (a: Behind, b: Behind): number =>
  a.groups.filter((size, nth) => size !== b.groups[nth]).length + Math.abs(a.unknown - b.unknown);

/** As it was kept of one number of a publication. */
export const keptBehind = (
  kept: PublicationKept | undefined,
  { measure, key }: { measure: string; key?: string | undefined },
): Behind | undefined => kept?.behind.find((one) => one.measure === measure && one.key === key)?.of;
