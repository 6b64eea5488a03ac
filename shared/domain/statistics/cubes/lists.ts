import type { StoredFact } from '../../../statistics-fact.ts';

/** What a fact is divided and chosen by: all of it but when, how long, whose, and whether it stands. */
export type CellOf = Omit<StoredFact, 'on' | 'days' | 'person' | 'undoes'>;

/** Things in the order in which they came, each once, and the number of each: its place among them. */
export type Numbered<T> = { all: readonly T[]; numberOf: (one: T) => number };

/**
 * Luettelot: what the cubes of a period have in common. What a cell says is the same in most months, and so are the
 * persons: each is held once, and cells name them by numbers (docs/decisions/0126).
 */
export type Lists = { said: Numbered<CellOf>; persons: Numbered<string> };

/** @param personOf who is counted as whom; a cube that is stored names persons as the facts do. */
export const newLists = (personOf: (person: string) => string = (person) => person): Lists => {
  const persons = numbered();
  return {
    said: whatIsSaid(),
    persons: { ...persons, numberOf: (person) => persons.numberOf(personOf(person)) },
  };
};

function numbered(): Numbered<string> {
  const all: string[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf(one) {
      const known = numbers.get(one);
      if (known !== undefined) return known;
      numbers.set(one, all.length);
      return all.push(one) - 1;
    },
  };
}

/** A fact comes in one of few forms, so that most are known by it and their names in order are not made. */
function whatIsSaid(): Numbered<CellOf> {
  const all: CellOf[] = [];
  const byForm = new Map<string, number>();
  const byName = numbered();
  return {
    all,
    numberOf(of) {
      const form = JSON.stringify(of);
      const known = byForm.get(form);
      if (known !== undefined) return known;
      const number = byName.numberOf(nameOf(of));
      if (number === all.length) all.push(of);
      byForm.set(form, number);
      return number;
    },
  };
}

export const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);

/** Whatever a fact may come to hold, in one order of its names. */
export const nameOf = (of: CellOf): string =>
  JSON.stringify(Object.entries(of).toSorted(([a], [b]) => inOrder(a, b)));
