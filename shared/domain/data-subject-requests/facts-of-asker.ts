import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { ClientHead } from '../clients/model.ts';
import type { RelationContent } from '../clients/network/model.ts';
import { loadRelation, openRelation } from '../clients/network/store.ts';
import { birthDateIn } from '../clients/rules.ts';
import { openBase } from '../clients/store.ts';
import { ringOfAsker } from '../log-requests/store.ts';
import type { SubjectRequest } from './model.ts';

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
