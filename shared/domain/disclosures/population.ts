import type { UnitId } from '../../kernel/id.ts';
import type { LastKey } from '../../table/read.ts';
import type { CaseHead } from '../cases/model.ts';
import type { Unit } from '../controllers/model.ts';
import { casesWithin, type ResearchPermit } from './research.ts';

/**
 * Tutkimusjoukko: the clients whom a permit is about, found case by case through the units. Nobody is kept on a list:
 * where the search stands is sealed in the cursor of whoever asks.
 */

/** Which rows are looked through next: of one unit, its active cases or those that it has closed. */
export type Stop = { unitId: UnitId; which: 'cases' | 'closedCases' };
export type Place = Stop & { after?: LastKey | undefined };

/** The units of the municipalities that the permit names; of a controller of one municipality, all are of that one. */
export function unitsOf(
  { population }: Pick<ResearchPermit, 'population'>,
  units: readonly Pick<Unit, 'unitId' | 'municipality'>[],
  own: readonly string[],
): UnitId[] {
  const wanted = population?.municipalities;
  const [only, another] = own;
  const ofAll = another === undefined ? only : undefined;
  return units
    .filter(({ municipality = ofAll }) =>
      wanted === undefined ? true : municipality !== undefined && wanted.includes(municipality),
    )
    .map(({ unitId }) => unitId)
    .toSorted();
}

export const stopsOf = (units: readonly UnitId[]): Stop[] =>
  units.flatMap((unitId) => [
    { unitId, which: 'cases' },
    { unitId, which: 'closedCases' },
  ]);

/** Where the look goes on: in the same rows while there are more, then in the next ones. */
export function placeAfter(
  stops: readonly Stop[],
  { unitId, which }: Stop,
  lastKey: LastKey | undefined,
): Place | undefined {
  if (lastKey !== undefined) return { unitId, which, after: lastKey };
  const at = stops.findIndex((stop) => stop.unitId === unitId && stop.which === which);
  return stops[at + 1];
}

/**
 * Whether the client is given at this row: at the first of those cases that the permit is about, so that a person with
 * several is given once, whatever pages they lie on.
 */
export function isGivenAt(
  row: Pick<CaseHead, 'caseId'>,
  cases: readonly CaseHead[],
  { permit, units }: { permit: ResearchPermit; units: ReadonlySet<UnitId> },
): boolean {
  const about = casesWithin(permit, cases).filter(({ unitId }) => units.has(unitId));
  return isFirstOf(row, about);
}

/** Whether the row is of the first of these cases. */
export function isFirstOf({ caseId }: Pick<CaseHead, 'caseId'>, cases: readonly CaseHead[]): boolean {
  const [first] = cases.map((one) => one.caseId).toSorted();
  return first === caseId;
}

/** Whether the permit is about somebody who was named: not about whom its population leaves out. */
export const isOfPopulation = (
  permit: ResearchPermit,
  { birthYear, cases }: { birthYear: number | undefined; cases: readonly CaseHead[] },
  units: ReadonlySet<UnitId>,
): boolean =>
  permit.population === undefined ||
  (isOfAge(permit, birthYear) && casesWithin(permit, cases).some(({ unitId }) => units.has(unitId)));

export const isOfAge = (
  { population }: Pick<ResearchPermit, 'population'>,
  birthYear: number | undefined,
): boolean => {
  const years = population?.birthYears;
  return years === undefined || (birthYear !== undefined && years.from <= birthYear && birthYear <= years.to);
};
