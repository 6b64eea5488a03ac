import type { LocalDate } from '../../kernel/local-date.ts';
import type { Fact, FactKind } from '../../statistics-fact.ts';
import type { DisposalRow } from './model.ts';

/** What a disposal unit adds to the figures: of no person, since nothing of the unit is to be told afterwards. */
export const factOfUnit = (
  kind: Extract<FactKind, `disposal${string}`>,
  on: LocalDate,
  { serviceTasks, unit }: Pick<DisposalRow, 'serviceTasks' | 'unit'>,
  code: string = unit.kind,
): Fact => ({ kind, on, serviceTasks, code, ofNobody: true });
