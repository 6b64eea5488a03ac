import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { IntakeMatter } from './model.ts';
import type { IntakeRecord } from './record.ts';
import { rulesOf } from './rules-of-time.ts';

type Known = { matter: IntakeMatter; record: IntakeRecord };

const isApplied = ({ matter, record }: Known): boolean =>
  rulesOf(matter, record).includes('assistanceDecision');

/**
 * An application for social assistance in the figures, of the day on which it arrived. Whether it is one may be learnt,
 * or turn out to be wrong, each time the record is completed: the matter says which fact stands.
 */
export function countedApplication(
  before: Known | undefined,
  after: Known,
): { matter: IntakeMatter; facts: Fact[] } {
  const { matter } = after;
  const was = before !== undefined && isApplied(before);
  if (was === isApplied(after)) return { matter, facts: [] };
  const { matterId, receivedAt, unitId, serviceTasks, timesApplied = was ? 1 : 0 } = matter;
  const nth = was ? timesApplied : timesApplied + 1;
  return {
    matter: { ...matter, timesApplied: nth },
    facts: [
      {
        kind: 'assistanceApplied',
        on: helsinkiDateOf(receivedAt),
        unitId,
        serviceTasks,
        about: `${matterId}.${nth}`,
        ...(was ? { undoes: true } : {}),
      },
    ],
  };
}
