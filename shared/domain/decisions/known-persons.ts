import type { ClientId, RelationId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ClientContext } from '../clients/file.ts';
import type { BaseData } from '../clients/model.ts';
import type { RelationContent } from '../clients/network/model.ts';
import { loadWholeNetwork, openRelation } from '../clients/network/store.ts';
import { birthDateIn } from '../clients/rules.ts';
import { openBase, ringOf } from '../clients/store.ts';

export type KnownRelation = { relationId: RelationId; relatedClientId?: ClientId; content: RelationContent };
export type KnownPersons = { client: BaseData; birthDate: LocalDate | undefined; relations: KnownRelation[] };

/** The client and everybody in the client's network, as the file has them: whose matter a decision is. */
export async function knownPersons(context: ClientContext): Promise<KnownPersons> {
  const { file } = context;
  const ring = ringOf(context);
  const [base, items] = await Promise.all([
    openBase(ring, file.head),
    loadWholeNetwork(context, file.head.clientId),
  ]);
  const relations = await Promise.all(
    items.map(async (item): Promise<KnownRelation> => {
      const { content } = await openRelation(ring, item);
      const { relationId, relatedClientId } = item;
      return { relationId, content, ...(relatedClientId === undefined ? {} : { relatedClientId }) };
    }),
  );
  return { client: base.data, birthDate: birthDateIn(base.data), relations };
}
