import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { CaseHead } from './model.ts';

/**
 * A case that was opened, in the figures: of the client for whom it was opened, or of nobody where it was for several.
 * Once for a case, whose heads say the same.
 */
export function factOfOpening(heads: readonly CaseHead[]): Fact[] {
  const [head] = heads;
  if (head === undefined) return [];
  const { caseId, openedAt, unitId, serviceTasks, wayOfOpening, counted } = head;
  const [first, another] = heads.filter(({ joinedAt }) => joinedAt === openedAt);
  return [
    {
      kind: 'caseOpened',
      on: helsinkiDateOf(openedAt),
      unitId: counted?.unitId ?? unitId,
      serviceTasks: counted?.serviceTasks ?? serviceTasks,
      code: wayOfOpening,
      ...(counted === undefined ? {} : { about: `${caseId}.${counted.times}` }),
      ...(first === undefined || another !== undefined
        ? { ofNobody: true as const }
        : { clientId: first.clientId }),
    },
  ];
}
