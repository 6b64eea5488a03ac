import type { ActContext } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import type { RelationContent } from '../../shared/domain/clients/network/model.ts';
import { loadRelation, openRelation } from '../../shared/domain/clients/network/store.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase } from '../../shared/domain/clients/store.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export type FactsOfAsker = {
  birthDate: LocalDate | undefined;
  relation: RelationContent | undefined;
  ring: KeyRing;
};

/** The client's day of birth, and the relation by which somebody asks. @throws Refusal where it is not in the file. */
export async function factsOfAsker(
  context: ActContext,
  head: ClientHead,
  { relationId }: Pick<SubjectRequest, 'relationId'>,
): Promise<FactsOfAsker> {
  const { clientId } = head;
  const [ring, item] = await Promise.all([
    ringOfAsker(context, clientId),
    relationId === undefined ? undefined : loadRelation(context, clientId, relationId),
  ]);
  if (relationId !== undefined && item === undefined) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  }
  const [{ data }, opened] = await Promise.all([
    openBase(ring, head),
    item === undefined ? undefined : openRelation(ring, item),
  ]);
  return { ring, birthDate: birthDateIn(data), relation: opened?.content };
}
