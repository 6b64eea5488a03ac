import * as z from 'zod';
import type { ActContext } from '../../shared/act.ts';
import { type Concerned, ConcernedRole } from '../../shared/domain/decisions/concerned-model.ts';
import { type DecisionKind, isAppealable } from '../../shared/domain/decisions/kinds.ts';
import type { KnownPersons } from '../../shared/domain/decisions/known-persons.ts';
import { type DecisionHead, MOST_CONCERNED } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import {
  clientMayAppeal,
  type Expected,
  expectedConcerned,
} from '../../shared/domain/decisions/rules/concerned.ts';
import { ConcernedId, RelationId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';

/** Others of the client's network whom the decision concerns, beside those the system finds by itself. */
export const OtherConcerned = z.strictObject({
  relationId: RelationId,
  roles: z
    .array(ConcernedRole.exclude(['client']))
    .min(1)
    .max(4),
  mayAppeal: z.boolean(),
});
export type OtherConcerned = z.infer<typeof OtherConcerned>;

/**
 * The client, representatives and parents as the file has them, and those the preparer names. Who was listed already
 * stays, with how they were heard.
 * @throws Refusal `decision.notConcerned` for somebody who is not in the client's network.
 */
export function concernedOf(
  { services, today }: ActContext,
  of: { kind: DecisionKind; route: DecisionHead['route'] },
  known: KnownPersons,
  others: readonly OtherConcerned[],
  before: readonly Concerned[] = [],
): Concerned[] {
  const isKnown = others.every(({ relationId }) =>
    known.relations.some((relation) => relation.relationId === relationId),
  );
  if (!isKnown) throw new Refusal(DECISION_REFUSALS.notConcerned);
  const expected = expectedConcerned(of.kind, known, known.relations, today);
  const isNamed = (one: Expected): boolean => others.some(({ relationId }) => relationId === one.relationId);
  const mayAppeal = (one: Expected): boolean =>
    one.relationId === undefined ? clientMayAppeal(of.kind, known.birthDate, today) : isAppealable(of.route);
  const listed = [
    ...expected.filter((one) => !isNamed(one)).map((one) => ({ ...one, mayAppeal: mayAppeal(one) })),
    ...others,
  ];
  if (listed.length > MOST_CONCERNED) throw new Refusal(DECISION_REFUSALS.tooManyConcerned);
  return listed.map(({ relationId, roles, mayAppeal: may }): Concerned => {
    const held = before.find((one) => one.relationId === relationId);
    return {
      concernedId: held?.concernedId ?? ConcernedId.parse(newId(services)),
      ...(relationId === undefined ? {} : { relationId }),
      roles: [...roles],
      mayAppeal: may && isAppealable(of.route),
      hearing: held?.hearing ?? { state: 'open' },
    };
  });
}
