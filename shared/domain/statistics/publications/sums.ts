import { countFigures, isOf, keysOf, type MunicipalityOf } from '../count.ts';
import { type Cell, type Cube, cellsOf } from '../cubes/cube.ts';
import type { FigureDefinition, Measure } from '../figure-definition.ts';
import { FEWEST_PUBLISHED } from '../publish.ts';

/** A number of a table as a sum: of what it is added up, and how many persons stand behind it. */
export type Sum = {
  /** Of which table: definition and period. */
  table: string;
  measure: string;
  key?: string;
  counts: Measure['counts'];
  value: number;
  behind: number;
  /** What cannot be told apart by any number: cells of months, or persons. Sums of other things have others. */
  atoms: ReadonlySet<string>;
};

/** How many persons stand behind some atoms: of more than are few, not how many more. */
export type BehindOf = (atoms: ReadonlySet<string>) => number;

export const nameOfSum = ({ table, measure, key = '' }: Pick<Sum, 'table' | 'measure' | 'key'>): string =>
  [table, measure, key].join('\u0000');

type Places = { cubes: readonly Cube[]; municipalityOf: MunicipalityOf };

const atomOf = (counts: Measure['counts'], month: string, place: number): string =>
  `${counts} ${month} ${place}`;

/** The table of a definition as it is published, number by number. */
export function sumsOf(
  table: string,
  { measures, publishedBy: by }: FigureDefinition,
  { cubes, municipalityOf }: Places,
): Sum[] {
  const atoms = new Map<string, Set<string>>();
  const add = (measure: Measure, key: string | undefined, names: readonly string[]): void => {
    const name = nameOfSum({ table, measure: measure.id, ...(key === undefined ? {} : { key }) });
    const known = atoms.get(name) ?? new Set<string>();
    atoms.set(name, known);
    for (const one of names) known.add(one);
  };
  for (const measure of measures) {
    for (const cube of cubes) {
      for (const cell of cellsOf(cube)) {
        if (!isOf(measure, cell.of)) continue;
        // Persons are named by one year: who is in two months of it is one.
        const names =
          measure.counts === 'persons'
            ? Array.from(cell.persons, (person) => `persons ${person}`)
            : [atomOf(measure.counts, cube.month, cell.place)];
        const keys = by === undefined ? [] : keysOf({ of: cell.of, month: cube.month }, by, municipalityOf);
        for (const key of [undefined, ...keys]) add(measure, key, names);
      }
    }
  }
  const countsOf = new Map(measures.map(({ id, counts }) => [id, counts]));
  return countFigures(measures, cubes, by, municipalityOf).map(({ measure, key, value, behind }) => {
    const named = { table, measure, ...(key === undefined ? {} : { key }) };
    return {
      ...named,
      counts: countsOf.get(measure) ?? 'events',
      value,
      behind,
      atoms: atoms.get(nameOfSum(named)) ?? new Set(),
    };
  });
}

export function behindIn(cubes: readonly Cube[]): BehindOf {
  const cells = new Map<string, Cell>(
    cubes.flatMap((cube) => [...cellsOf(cube)].map((cell) => [`${cube.month} ${cell.place}`, cell] as const)),
  );
  return (atoms) => {
    const persons = new Set<string>();
    let unknown = 0;
    for (const atom of atoms) {
      const [counts = '', ...rest] = atom.split(' ');
      const found = counts === 'persons' ? undefined : cells.get(rest.join(' '));
      if (found === undefined) persons.add(rest.join(' '));
      else {
        for (const person of found.persons) persons.add(String(person));
        unknown += found.unknown;
      }
      if (persons.size + unknown >= FEWEST_PUBLISHED) break;
    }
    return persons.size + unknown;
  };
}
