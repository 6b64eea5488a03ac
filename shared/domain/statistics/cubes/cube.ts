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

/** Persons by the order in which they came. */
type Growing = { of: CellOf; times: number; days: number; unknown: number; persons: Set<number> };

const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);

/** The facts of one month one after another, in any order; the same facts make the same cube. */
export function cubeOfMonth(month: string): { add: (fact: StoredFact) => void; cube: () => Cube } {
  const cells = new Map<string, Growing>();
  // A fact comes in one of few forms, so that most are known by it and their names in order are not made.
  const byForm = new Map<string, Growing>();
  const numbers = new Map<string, number>();
  const cellOf = (of: CellOf): Growing => {
    const form = JSON.stringify(of);
    const known = byForm.get(form);
    if (known !== undefined) return known;
    const name = nameOf(of);
    const cell = cells.get(name) ?? { of, times: 0, days: 0, unknown: 0, persons: new Set<number>() };
    cells.set(name, cell);
    byForm.set(form, cell);
    return cell;
  };
  const numberOf = (person: string): number => {
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    return number;
  };
  return {
    add({ on: _on, undoes: _undoes, days = 0, person, ...of }) {
      const cell = cellOf(of);
      cell.times += 1;
      cell.days += days;
      if (person === undefined) cell.unknown += 1;
      else cell.persons.add(numberOf(person));
    },
    cube() {
      const persons = [...numbers.keys()].toSorted(inOrder);
      const places = new Map(persons.map((person, place) => [numberOf(person), place]));
      return {
        month,
        persons,
        cells: [...cells]
          .toSorted(([a], [b]) => inOrder(a, b))
          .map(([, { persons: own, ...cell }]) => ({
            ...cell,
            persons: [...own].flatMap((number) => places.get(number) ?? []).toSorted((a, b) => a - b),
          })),
      };
    },
  };
}

/** Whatever a fact may come to hold, in one order of its names. */
const nameOf = (of: CellOf): string =>
  JSON.stringify(Object.entries(of).toSorted(([a], [b]) => inOrder(a, b)));
