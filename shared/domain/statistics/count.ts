import type { UnitId } from '../../kernel/id.ts';
import { type Cell, type Cube, cellsOf } from './cubes/cube.ts';
import { type CellOf, type Lists, newLists } from './cubes/lists.ts';
import type { Measure } from './figure-definition.ts';
import type { Dimension } from './model.ts';

/** Which municipality a unit served in a month, by the organisation as it stands. */
export type MunicipalityOf = (unitId: UnitId | undefined, month: string) => string | undefined;

/** A number, and how many persons stand behind it: times it was done, where the persons are not known. */
export type Counted = { measure: string; key?: string; value: number; behind: number };

/** What has no value of the division. */
const UNSAID = '-';

const includesOne = (wanted: readonly string[] | undefined, said: readonly string[]): boolean =>
  wanted === undefined || said.some((one) => wanted.includes(one));

/** Whether a measure counts what is of this kind. */
export const isOf = (measure: Measure, of: CellOf): boolean =>
  measure.kinds.includes(of.kind) &&
  includesOne(measure.serviceTasks, of.serviceTasks ?? []) &&
  includesOne(measure.codes, of.code === undefined ? [] : [of.code]) &&
  includesOne(measure.parts, of.parts ?? []) &&
  (measure.inTime === undefined || measure.inTime === (of.inTime ?? 'unsaid'));

/** In which parts of a division it is counted: one that several service tasks share in each. */
export function keysOf(
  { of, month }: { of: CellOf; month: string },
  by: Dimension,
  municipalityOf: MunicipalityOf,
): readonly string[] {
  switch (by) {
    case 'unit':
      return [of.unitId ?? UNSAID];
    case 'municipality':
      return [municipalityOf(of.unitId, month) ?? UNSAID];
    case 'homeMunicipality':
      return [of.homeMunicipality ?? municipalityOf(of.unitId, month) ?? UNSAID];
    case 'ageGroup':
      return [of.ageGroup ?? UNSAID];
    case 'serviceTask':
      return of.serviceTasks === undefined || of.serviceTasks.length === 0 ? [UNSAID] : of.serviceTasks;
    case 'code':
      return [of.code ?? UNSAID];
    case 'month':
      return [month];
    default:
      return by satisfies never;
  }
}

/** A sum that grows. Each person of the lists that stands behind it is marked, by a bit: one is counted once. */
type Sum = { times: number; days: number; unknown: number; persons: number; marks: Uint8Array };
const nothing = (persons: number): Sum => ({
  times: 0,
  days: 0,
  unknown: 0,
  persons: 0,
  marks: new Uint8Array(Math.ceil(persons / 8)),
});

/**
 * The figures of a definition over the cubes of a period: pure, so that the same facts always give the same. The whole
 * comes first of each measure, then the parts in the order of their keys; a part of which there is nothing is not there.
 */
export function countFigures(
  measures: readonly Measure[],
  cubes: readonly Cube[],
  by?: Dimension,
  municipalityOf: MunicipalityOf = () => undefined,
): Counted[] {
  const { said, persons } = listsOf(cubes);
  return measures.flatMap((measure) => {
    const isCounted = said.all.map((of) => isOf(measure, of));
    const whole = nothing(persons.all.length);
    const parts = new Map<string, Sum>();
    for (const cube of cubes) {
      for (const cell of cellsOf(cube, (number) => isCounted[number] === true)) {
        add(whole, cell);
        for (const key of by === undefined
          ? []
          : keysOf({ of: cell.of, month: cube.month }, by, municipalityOf)) {
          const part = parts.get(key) ?? nothing(persons.all.length);
          parts.set(key, part);
          add(part, cell);
        }
      }
    }
    return [
      { measure: measure.id, ...numberOf(measure, whole) },
      ...[...parts]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => ({ measure: measure.id, key, ...numberOf(measure, part) })),
    ];
  });
}

/** A number of one list says nothing in another. */
function listsOf([first, ...others]: readonly Cube[]): Lists {
  if (others.some(({ lists }) => lists !== first?.lists)) {
    throw new Error('Cubes that are counted together have their lists in common.');
  }
  return first?.lists ?? newLists();
}

function add(sum: Sum, { times, days, unknown, persons }: Cell): void {
  sum.times += times;
  sum.days += days;
  sum.unknown += unknown;
  for (const person of persons) {
    const [place, bit] = [person >> 3, 1 << (person & 7)];
    const marks = sum.marks[place] ?? 0;
    if ((marks & bit) !== 0) continue;
    sum.marks[place] = marks | bit;
    sum.persons += 1;
  }
}

function numberOf({ counts }: Measure, sum: Sum): { value: number; behind: number } {
  const { persons } = sum;
  // Whose it was may be known of some alone: what is not known may each be of one more, and of no more than that.
  const behind = persons + sum.unknown;
  switch (counts) {
    case 'persons':
      return { value: persons, behind: persons };
    case 'events':
      return { value: sum.times, behind };
    case 'days':
      return { value: sum.days, behind };
    default:
      return counts satisfies never;
  }
}
