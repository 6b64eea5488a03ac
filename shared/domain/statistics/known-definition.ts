import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { definitionOf } from './definitions.ts';
import type { FigureDefinition } from './figure-definition.ts';
import { isOfKind, isWithinYear, type Period, type PeriodKind } from './periods.ts';
import { STATISTICS_REFUSALS } from './refusals.ts';
import { WAITING } from './waiting.ts';

/** @throws Refusal `request.notFound`; `statistics.waits` for what no act writes facts of. */
export function knownDefinition(id: string): FigureDefinition {
  const definition = definitionOf(id);
  if (definition !== undefined) return definition;
  throw new Refusal(
    WAITING.some((one) => one.id === id) ? STATISTICS_REFUSALS.waits : COMMON_REFUSALS.notFound,
  );
}

/** @throws Refusal `statistics.personsOverYears`: a person has another pseudonym in each year. */
export function mustCountOnce({ measures }: FigureDefinition, period: Period): void {
  if (!isWithinYear(period) && measures.some(({ counts }) => counts === 'persons')) {
    throw new Refusal(STATISTICS_REFUSALS.personsOverYears);
  }
}

/** @throws Refusal `statistics.wholePeriods`, which names the kinds of period that it may be. */
export function mustBeOneOf(kinds: readonly PeriodKind[], period: Period): void {
  if (kinds.some((kind) => isOfKind(period, kind))) return;
  throw new Refusal(STATISTICS_REFUSALS.wholePeriods, { details: { periods: kinds } });
}
