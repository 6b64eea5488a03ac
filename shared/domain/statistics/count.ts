import type { UnitId } from '../../kernel/id.ts';
import { monthOf } from '../../kernel/local-date.ts';
import type { StoredFact } from '../../statistics-fact.ts';
import type { Measure } from './figure-definition.ts';
import type { Dimension } from './model.ts';

/** What a unit is called in a division, from the organisation as it stands. */
export type MunicipalityOf = (unitId: UnitId | undefined) => string | undefined;

/** A number, and how many persons stand behind it: times it was done, where the persons are not known. */
export type Counted = { measure: string; key?: string; value: number; behind: number };

/** What has no value of the division. */
const UNSAID = '-';

const includesOne = (wanted: readonly string[] | undefined, said: readonly string[]): boolean =>
  wanted === undefined || said.some((one) => wanted.includes(one));

const isOf = (measure: Measure, fact: StoredFact): boolean =>
  measure.kinds.includes(fact.kind) &&
  includesOne(measure.serviceTasks, fact.serviceTasks ?? []) &&
  includesOne(measure.codes, fact.code === undefined ? [] : [fact.code]) &&
  (measure.inTime === undefined || measure.inTime === (fact.inTime ?? 'unsaid'));

/** One that several service tasks share is counted in each. */
function keysOf(fact: StoredFact, by: Dimension, municipalityOf: MunicipalityOf): readonly string[] {
  switch (by) {
    case 'unit':
      return [fact.unitId ?? UNSAID];
    case 'municipality':
      return [municipalityOf(fact.unitId) ?? UNSAID];
    case 'serviceTask':
      return fact.serviceTasks === undefined || fact.serviceTasks.length === 0 ? [UNSAID] : fact.serviceTasks;
    case 'code':
      return [fact.code ?? UNSAID];
    case 'month':
      return [monthOf(fact.on)];
    default:
      return by satisfies never;
  }
}

/**
 * The figures of a definition over the facts of a period: pure, so that the same facts always give the same. The whole
 * comes first of each measure, then the parts in the order of their keys; a part of which there is nothing is not there.
 */
export function countFigures(
  measures: readonly Measure[],
  facts: readonly StoredFact[],
  by?: Dimension,
  municipalityOf: MunicipalityOf = () => undefined,
): Counted[] {
  return measures.flatMap((measure) => {
    const own = facts.filter((fact) => isOf(measure, fact));
    const parts = new Map<string, StoredFact[]>();
    for (const fact of own) {
      for (const key of by === undefined ? [] : keysOf(fact, by, municipalityOf)) {
        const part = parts.get(key) ?? [];
        part.push(fact);
        parts.set(key, part);
      }
    }
    return [
      { measure: measure.id, ...numberOf(measure, own) },
      ...[...parts]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => ({ measure: measure.id, key, ...numberOf(measure, part) })),
    ];
  });
}

function numberOf({ counts }: Measure, facts: readonly StoredFact[]): { value: number; behind: number } {
  const known = facts.flatMap(({ person }) => (person === undefined ? [] : [person]));
  const persons = new Set(known).size;
  // Whose it was may be known of some alone: what is not known may each be of one more, and of no more than that.
  const behind = persons + facts.length - known.length;
  switch (counts) {
    case 'persons':
      return { value: persons, behind: persons };
    case 'events':
      return { value: facts.length, behind };
    case 'days':
      return { value: facts.reduce((sum, { days = 0 }) => sum + days, 0), behind };
    default:
      return counts satisfies never;
  }
}
