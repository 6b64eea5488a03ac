import { isClosedTo } from '../../shared/access/find-document.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type LinkedClient, loadLinked } from '../../shared/domain/clients/network/store.ts';
import type { HeardPerson } from '../../shared/domain/decisions/fill-hearing.ts';
import type { KnownPersons, KnownRelation } from '../../shared/domain/decisions/known-persons.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import type { ClientId } from '../../shared/kernel/id.ts';

/**
 * Whose matter the decision is, with their names, for the document. Of somebody whose own file is closed to the decider
 * the document says nothing by itself: the writer says it.
 */
export async function heardPersons(
  context: ClientContext,
  { concerned }: DecisionHead,
  known: KnownPersons,
): Promise<HeardPerson[]> {
  const others = concerned.flatMap(({ relationId }) =>
    known.relations.filter((relation) => relation.relationId === relationId),
  );
  const linked = await loadLinked(
    context,
    others.flatMap(({ relatedClientId }) => relatedClientId ?? []),
  );
  return concerned.flatMap(({ relationId, roles, hearing }): HeardPerson[] => {
    const isClient = relationId === undefined;
    const name = isClient
      ? known.client.name
      : nameOf(
          context,
          others.find((one) => one.relationId === relationId),
          linked,
        );
    return name === undefined ? [] : [{ isClient, name, roles, hearing }];
  });
}

function nameOf(
  { actor }: ClientContext,
  relation: KnownRelation | undefined,
  linked: ReadonlyMap<ClientId, LinkedClient>,
): HeardPerson['name'] | undefined {
  if (relation?.relatedClientId === undefined) return relation?.content.person?.name;
  const other = linked.get(relation.relatedClientId);
  return other === undefined || isClosedTo(other.head, actor) ? undefined : other.label;
}
