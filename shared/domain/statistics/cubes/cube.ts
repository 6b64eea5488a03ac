import type { CellOf, Lists } from './lists.ts';

/**
 * Kuutio: a month as its cells. Every figure of every definition can be had of it, persons over months of one year too,
 * because it names them as the facts do (docs/decisions/0095). Held in columns of numbers, some twenty bytes a cell and
 * four a person of it: a year of a large county is a million cells.
 */
export type Cube = {
  month: string;
  /** Of the period: cubes that are counted together share them. */
  lists: Lists;
  /** Of each cell what it says, by its number in the lists; of no two the same. */
  said: Uint32Array;
  times: Uint32Array;
  days: Float64Array;
  unknown: Uint32Array;
  /** The persons of the cells one after another, by their numbers, and where those of each cell end. */
  persons: Uint32Array;
  ends: Uint32Array;
};

/**
 * Solu: the facts of a month that no definition can tell apart. How often, of how many days in all, by whom (each
 * person once), and how often nobody knows by whom.
 */
export type Cell = {
  /** In its cube. */
  place: number;
  said: number;
  of: CellOf;
  times: number;
  days: number;
  unknown: number;
  persons: Uint32Array;
};

/** The cells of a cube one after another, or those that say what is wanted. Each is made as it is asked for. */
export function* cellsOf(
  { lists, said, times, days, unknown, persons, ends }: Cube,
  isWanted: (said: number) => boolean = () => true,
): Generator<Cell, undefined> {
  for (const [place, number] of said.entries()) {
    if (!isWanted(number)) continue;
    const of = lists.said.all[number];
    if (of === undefined) throw new Error('A cell says what its lists do not have.');
    yield {
      place,
      said: number,
      of,
      times: times[place] ?? 0,
      days: days[place] ?? 0,
      unknown: unknown[place] ?? 0,
      persons: persons.subarray(ends[place - 1] ?? 0, ends[place]),
    };
  }
  return undefined;
}

type NewCell = Omit<Cell, 'place' | 'of' | 'persons'> & { persons: Iterable<number> };

/** A cube cell by cell. */
export function growingCube(month: string, lists: Lists): { add: (cell: NewCell) => void; cube: () => Cube } {
  const said: number[] = [];
  const times: number[] = [];
  const days: number[] = [];
  const unknown: number[] = [];
  const persons: number[] = [];
  const ends: number[] = [];
  return {
    add(cell) {
      said.push(cell.said);
      times.push(cell.times);
      days.push(cell.days);
      unknown.push(cell.unknown);
      for (const person of cell.persons) persons.push(person);
      ends.push(persons.length);
    },
    cube: () => ({
      month,
      lists,
      said: Uint32Array.from(said),
      times: Uint32Array.from(times),
      days: Float64Array.from(days),
      unknown: Uint32Array.from(unknown),
      persons: Uint32Array.from(persons),
      ends: Uint32Array.from(ends),
    }),
  };
}

/** What of a cube is of some units alone, or else chosen by what its cells say. */
export function partOfCube(cube: Cube, isSeen: (of: CellOf) => boolean): Cube {
  const part = growingCube(cube.month, cube.lists);
  for (const cell of cellsOf(cube)) if (isSeen(cell.of)) part.add(cell);
  return part.cube();
}
