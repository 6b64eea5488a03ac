import { countFigures, isOf, keysOf, type MunicipalityOf } from '../count.ts';
import { type Cell, type Cube, cellsOf } from '../cubes/cube.ts';
import type { FigureDefinition, Measure } from '../figure-definition.ts';
import { FEWEST_PUBLISHED } from '../publish.ts';
import { newAtoms } from './atoms.ts';

/** A number of a table as a sum: of what it is added up, and how many persons stand behind it. */
export type Sum = {
  /** Of which table: definition and period. */
  table: string;
  measure: string;
  key?: string;
  counts: Measure['counts'];
  value: number;
  behind: number;
  /** What cannot be told apart by any number of these tables: cells of months together, or persons. */
  atoms: ReadonlySet<number>;
};

/** How many persons stand behind some atoms: of more than are few, not how many more. */
export type BehindOf = (atoms: ReadonlySet<number>) => number;

export const nameOfSum = ({ table, measure, key = '' }: Pick<Sum, 'table' | 'measure' | 'key'>): string =>
  [table, measure, key].join('\u0000');

/** Tables that are held beside each other. */
export type Tables = {
  /** Notes the table of a definition as it is published, number by number: its sums are had when all were noted. */
  add: (
    table: string,
    definition: FigureDefinition,
    of: { cubes: readonly Cube[]; municipalityOf: MunicipalityOf },
  ) => () => Sum[];
  behindOf: BehindOf;
};

/** @param cubes of every table, with their lists in common. */
export function tablesOver(cubes: readonly Cube[]): Tables {
  // Cells are numbered first, those of each cube from where it begins; then persons.
  const begins = new Map<Cube, number>();
  let cells = 0;
  for (const cube of cubes) {
    begins.set(cube, cells);
    cells += cube.said.length;
  }
  const atoms = newAtoms(cells + (cubes[0]?.lists.persons.all.length ?? 0));
  const membersOf = (counts: Measure['counts'], cube: Cube, { place, persons }: Cell): readonly number[] =>
    // Persons are named by one year: who is in two months of it is one.
    counts === 'persons'
      ? Array.from(persons, (person) => cells + person)
      : [(begins.get(cube) ?? 0) + place];

  let behind: Map<number, Behind> | undefined;
  const behindOfAtoms = (): Map<number, Behind> => {
    const found = new Map<number, Behind>();
    const at = (member: number): Behind => {
      const atom = atoms.at(member);
      const known = found.get(atom) ?? { persons: new Set(), unknown: 0 };
      found.set(atom, known);
      return known;
    };
    for (const cube of cubes) {
      for (const cell of cellsOf(cube)) {
        const own = at((begins.get(cube) ?? 0) + cell.place);
        own.unknown += cell.unknown;
        for (const person of cell.persons) addPerson(own, person);
      }
    }
    for (const [person] of cubes[0]?.lists.persons.all.entries() ?? []) addPerson(at(cells + person), person);
    return found;
  };

  return {
    add(table, { measures, publishedBy: by }, of) {
      const noted = new Map<string, readonly number[]>();
      for (const measure of measures) {
        const members = new Map<string | undefined, number[]>();
        for (const cube of of.cubes) {
          for (const cell of cellsOf(cube)) {
            if (!isOf(measure, cell.of)) continue;
            const keys =
              by === undefined ? [] : keysOf({ of: cell.of, month: cube.month }, by, of.municipalityOf);
            for (const key of [undefined, ...keys]) {
              const own = members.get(key) ?? [];
              members.set(key, own);
              for (const one of membersOf(measure.counts, cube, cell)) own.push(one);
            }
          }
        }
        for (const [key, own] of members) noted.set(nameOf(table, measure.id, key), atoms.add(own));
      }
      const countsOf = new Map(measures.map(({ id, counts }) => [id, counts]));
      const counted = countFigures(measures, of.cubes, by, of.municipalityOf);
      return () =>
        counted.map(({ measure, key, value, behind: persons }) => ({
          table,
          measure,
          ...(key === undefined ? {} : { key }),
          counts: countsOf.get(measure) ?? 'events',
          value,
          behind: persons,
          atoms: atoms.of(noted.get(nameOf(table, measure, key)) ?? []),
        }));
    },
    behindOf(some) {
      behind ??= behindOfAtoms();
      const all: Behind = { persons: new Set(), unknown: 0 };
      for (const atom of some) {
        const own = behind.get(atom);
        all.unknown += own?.unknown ?? 0;
        for (const person of own?.persons ?? []) addPerson(all, person);
        if (all.persons.size + all.unknown >= FEWEST_PUBLISHED) break;
      }
      return all.persons.size + all.unknown;
    },
  };
}

const nameOf = (table: string, measure: string, key: string | undefined): string =>
  nameOfSum({ table, measure, ...(key === undefined ? {} : { key }) });

/** Who stands behind an atom: no more of them than make it none of few. */
type Behind = { persons: Set<number>; unknown: number };

function addPerson({ persons }: Behind, person: number): void {
  if (persons.size < FEWEST_PUBLISHED) persons.add(person);
}
