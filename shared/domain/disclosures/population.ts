import { inForce } from '../../kernel/date-range.ts';
import type { UnitId } from '../../kernel/id.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import type { LastKey } from '../../table/read.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ClientHead } from '../clients/model.ts';
import { unitOfClient } from '../clients/of-unit.ts';
import type { Unit } from '../controllers/model.ts';
import { casesWithin, type ResearchPermit } from './research.ts';

/**
 * Tutkimusjoukko: the clients whom a permit is about, found case by case through the units, and where it says so client by
 * client, for those who have never had a case. Nobody is kept on a list:
 * where the search stands is sealed in the cursor of whoever asks.
 */

/** Which rows are looked through next: of one unit, its active cases, those that it has closed, or its clients. */
export type Stop = { unitId: UnitId; which: 'cases' | 'closedCases' | 'clients' };
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

export const stopsOf = (units: readonly UnitId[], withClients = false): Stop[] =>
  units.flatMap((unitId): Stop[] => [
    { unitId, which: 'cases' },
    { unitId, which: 'closedCases' },
    ...(withClients ? [{ unitId, which: 'clients' } as const] : []),
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

/** Whose client somebody is, and the first day of it: of a relationship, or of having been taken in. */
export type Clienthood = { unitId: UnitId; since: LocalDate };
export const clienthoodOf = (head: Pick<ClientHead, 'relationship' | 'intake'>): Clienthood => ({
  unitId: unitOfClient(head),
  since: head.relationship?.startedOn ?? helsinkiDateOf(head.intake.at),
});

/** Whether the permit is about somebody who has never had a case: a client of the units since one of its days. */
export const isGivenWithoutCases = (
  { population, cases: days }: ResearchPermit,
  { cases, of }: { cases: readonly CaseHead[]; of: Clienthood },
  units: ReadonlySet<UnitId>,
): boolean =>
  population?.withoutCases === true && cases.length === 0 && units.has(of.unitId) && inForce(days, of.since);

/** Whether the row is of the first of these cases. */
export function isFirstOf({ caseId }: Pick<CaseHead, 'caseId'>, cases: readonly CaseHead[]): boolean {
  const [first] = cases.map((one) => one.caseId).toSorted();
  return first === caseId;
}

/** Whether the permit is about somebody who was named: not about whom its population leaves out. */
export const isOfPopulation = (
  permit: ResearchPermit,
  person: { birthYear: number | undefined; cases: readonly CaseHead[]; of: Clienthood },
  units: ReadonlySet<UnitId>,
): boolean =>
  permit.population === undefined ||
  (isOfAge(permit, person.birthYear) &&
    (casesWithin(permit, person.cases).some(({ unitId }) => units.has(unitId)) ||
      isGivenWithoutCases(permit, person, units)));

export const isOfAge = (
  { population }: Pick<ResearchPermit, 'population'>,
  birthYear: number | undefined,
): boolean => {
  const years = population?.birthYears;
  return years === undefined || (birthYear !== undefined && years.from <= birthYear && birthYear <= years.to);
};
