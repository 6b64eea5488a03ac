import { daysBetween } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { Relationship } from './model.ts';

/** A client relationship in the figures: its start and its end, each by the name that the relationship bears. */

const started = ({ startedOn, responsibleUnitId, recorded }: Relationship) => ({
  kind: 'relationshipStarted' as const,
  on: startedOn,
  unitId: recorded?.unitId ?? responsibleUnitId,
  ...(recorded === undefined ? {} : { about: recorded.countedAs }),
});

export const factOfStart = (relationship: Relationship): Fact => started(relationship);

/** None of one that goes on. */
export function factsOfEnd({
  startedOn,
  endedOn,
  endGround,
  responsibleUnitId,
  recorded,
}: Relationship): Fact[] {
  if (endedOn === undefined) return [];
  return [
    {
      kind: 'relationshipEnded',
      on: endedOn,
      ...(endGround === undefined ? {} : { code: endGround }),
      unitId: responsibleUnitId,
      days: daysBetween(startedOn, endedOn),
      ...(recorded === undefined ? {} : { about: recorded.countedAs }),
    },
  ];
}

/** What was counted of the start before it was corrected, and of the end with it. */
export const startNotCounted = (relationship: Relationship): Fact[] => [
  { ...started(relationship), undoes: true },
  ...factsOfEnd(relationship).map((fact): Fact => ({ ...fact, undoes: true })),
];
