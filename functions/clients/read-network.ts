import * as z from 'zod';
import { mayKnowLinked, RelationView, relationView } from '../../shared/access/relation-view.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadLinked, loadNetwork, openRelation } from '../../shared/domain/clients/network/store.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';

export const Network = z
  .strictObject({ clientId: ClientId, relations: z.array(RelationView), next: z.string().optional() })
  .meta({ id: 'Network' });

/** With the client whose view it is, a page shows at most fifty clients. */
const MOST_LINKED = 49;

/** A client's family and network, those that have ended too. The line names every client who is shown. */
export async function readNetwork(
  context: ClientContext,
  { query }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof Network>>> {
  const { file, actor } = context;
  const { clientId } = file.head;
  const page = await loadNetwork(context, clientId, {
    limit: Math.min(query.limit ?? 25, MOST_LINKED),
    after: await openCursor(context, clientId, query.cursor),
  });
  const linked = await loadLinked(
    context,
    page.items.flatMap(({ relatedClientId }) => (relatedClientId === undefined ? [] : [relatedClientId])),
  );
  const shown = page.items.filter(
    ({ relatedClientId }) =>
      relatedClientId === undefined || mayKnowLinked(actor, linked.get(relatedClientId)),
  );
  const clients = shown.flatMap(({ relatedClientId }) => {
    const head = relatedClientId === undefined ? undefined : linked.get(relatedClientId)?.head;
    return head === undefined ? [] : [head.clientId];
  });
  return {
    line: {
      clients: [clientId, ...clients],
      resources: [
        ...shown.map(({ relationId, version }) => ({
          kind: 'relation' as const,
          id: relationId,
          client: clientId,
          version,
        })),
        ...clients.map((id) => ({ kind: 'client' as const, id, client: id })),
      ],
      dataGroups: ['family'],
    },
    body: async () => {
      const ring = ringOf(context);
      const [relations, next] = await Promise.all([
        Promise.all(
          shown.map(async (item) =>
            relationView(
              context,
              item,
              await openRelation(ring, item),
              item.relatedClientId === undefined ? undefined : linked.get(item.relatedClientId),
            ),
          ),
        ),
        sealCursor(context, clientId, page.lastKey),
      ]);
      return { clientId, relations, ...(next === undefined ? {} : { next }) };
    },
  };
}
