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
 * or turn out to be wrong, when the record is completed.
 */
export function factsOfApplication(before: Known | undefined, after: Known): Fact[] {
  const was = before !== undefined && isApplied(before);
  if (was === isApplied(after)) return [];
  const { matterId, receivedAt, unitId, serviceTasks } = after.matter;
  return [
    {
      kind: 'assistanceApplied',
      on: helsinkiDateOf(receivedAt),
      unitId,
      serviceTasks,
      about: matterId,
      ...(was ? { undoes: true } : {}),
    },
  ];
}
