import type { Fact } from '../../statistics-fact.ts';
import { assistanceOf } from './assistance.ts';
import type { DecisionHead } from './model.ts';

/** What decisions add to the figures. */

export const factOf = (
  head: DecisionHead,
  kind: Fact['kind'],
  on: Fact['on'],
  more: Pick<Fact, 'code' | 'days' | 'parts'> = {},
): Fact => ({ kind, of: head.decisionId, on, unitId: head.unitId, serviceTasks: head.serviceTasks, ...more });

/** That it is carried out since a day: recorded as such, or begun by the first service that rests on it. */
export const factOfBeginning = (head: DecisionHead, on: Fact['on']): Fact =>
  factOf(head, 'decisionBegun', on, { code: head.kind });

export const factsOfIssue = (head: DecisionHead): Fact[] => {
  const { issued, kind, result, decisionId } = head;
  if (issued === undefined) return [];
  const assistance = assistanceOf(head);
  return [
    {
      ...factOf(head, 'decisionIssued', issued.on, {
        code: `${kind}:${result}`,
        ...(assistance === undefined ? {} : { parts: [assistance] }),
      }),
      about: decisionId,
    },
  ];
};

/**
 * Of a matter that was decided anew the last decision is counted: not one that was removed as erroneous or for another
 * (434/2003 50, 53 §), nor one that another stands in place of, whichever was done first. What a review changed or a court
 * annulled was given, and is counted until another stands in its place; a measure that another puts an end to is, too.
 */
const isCountedAsIssued = ({ end, replacedBy }: Pick<DecisionHead, 'end' | 'replacedBy'>): boolean =>
  end?.ground !== 'factualError' &&
  end?.ground !== 'newDecision' &&
  (replacedBy === undefined || end?.ground === 'endedByDecision');

/** Takes a decision back that is counted no longer: once, by whichever route it goes. */
export const noLongerIssued = (before: DecisionHead, after: DecisionHead): Fact[] =>
  isCountedAsIssued(before) && !isCountedAsIssued(after)
    ? factsOfIssue(before).map((fact) => ({ ...fact, undoes: true }))
    : [];
