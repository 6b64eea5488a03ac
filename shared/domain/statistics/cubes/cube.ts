import type { StoredFact } from '../../../statistics-fact.ts';

/** What a fact is divided and chosen by: all of it but when, how long, whose, and whether it stands. */
export type CellOf = Omit<StoredFact, 'on' | 'days' | 'person' | 'undoes'>;

/**
 * Solu: the facts of a month that no definition can tell apart. How often, of how many days in all, by whom (places in
 * the list of the cube's persons, each once, in order), and how often nobody knows by whom.
 */
export type Cell = {
  of: CellOf;
  times: number;
  days: number;
  unknown: number;
  persons: readonly number[];
};

/**
 * Kuutio: a month as its cells. Every figure of every definition can be had of it, persons over months of one year too,
 * because it names them as the facts do (docs/decisions/0095).
 */
export type Cube = { month: string; persons: readonly string[]; cells: readonly Cell[] };

type Growing = { of: CellOf; times: number; days: number; unknown: number; persons: Set<string> };

const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);

/** The facts of one month one after another, in any order; the same facts make the same cube. */
export function cubeOfMonth(month: string): { add: (fact: StoredFact) => void; cube: () => Cube } {
  const cells = new Map<string, Growing>();
  return {
    add({ on: _on, undoes: _undoes, days = 0, person, ...of }) {
      const name = nameOf(of);
      const cell = cells.get(name) ?? { of, times: 0, days: 0, unknown: 0, persons: new Set<string>() };
      cells.set(name, cell);
      cell.times += 1;
      cell.days += days;
      if (person === undefined) cell.unknown += 1;
      else cell.persons.add(person);
    },
    cube() {
      const persons = [...new Set([...cells.values()].flatMap((cell) => [...cell.persons]))].toSorted(
        inOrder,
      );
      const places = new Map(persons.map((person, place) => [person, place]));
      return {
        month,
        persons,
        cells: [...cells]
          .toSorted(([a], [b]) => inOrder(a, b))
          .map(([, { persons: own, ...cell }]) => ({
            ...cell,
            persons: [...own].flatMap((person) => places.get(person) ?? []).toSorted((a, b) => a - b),
          })),
      };
    },
  };
}

/** Whatever a fact may come to hold, in one order of its names. */
const nameOf = (of: CellOf): string =>
  JSON.stringify(Object.entries(of).toSorted(([a], [b]) => inOrder(a, b)));
