import * as z from 'zod';
import { mayKnowLinked, RelationView, relationView } from '../../shared/access/relation-view.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import {
  loadLinked,
  loadRelation,
  loadRelationHistory,
  openRelation,
} from '../../shared/domain/clients/network/store.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, RelationId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const RelationHistory = z
  .strictObject({
    clientId: ClientId,
    relationId: RelationId,
    versions: z.array(
      z.strictObject({ supersededAt: Instant, supersededBy: UserId, relation: RelationView }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'RelationHistory' });

/** Earlier versions of one relation, the latest first. What a safety ban hides today is hidden here too. */
export async function readRelationHistory(
  context: ClientContext,
  { params, query }: { params: { relationId: RelationId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof RelationHistory>>> {
  const { file, actor } = context;
  const { clientId } = file.head;
  const { relationId } = params;
  const paging = { limit: query.limit ?? 20, after: await openCursor(context, relationId, query.cursor) };
  const [item, page] = await Promise.all([
    loadRelation(context, clientId, relationId),
    loadRelationHistory(context, clientId, relationId, paging),
  ]);
  const { relatedClientId } = item ?? {};
  const linked =
    relatedClientId === undefined
      ? undefined
      : (await loadLinked(context, [relatedClientId])).get(relatedClientId);
  if (item === undefined || (relatedClientId !== undefined && !mayKnowLinked(actor, linked))) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  const oldest = page.items.at(-1);
  return {
    line: {
      clients: [clientId, ...(linked === undefined ? [] : [linked.head.clientId])],
      resources: [{ kind: 'relation', id: relationId, version: item.version }],
      dataGroups: ['family'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.createdAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const [next, current] = await Promise.all([
        sealCursor(context, relationId, page.lastKey),
        openRelation(ring, item),
      ]);
      const versions = await Promise.all(
        page.items.map(async (version) => {
          return {
            supersededAt: version.createdAt,
            supersededBy: UserId.parse(version.createdBy),
            relation: await relationView(
              context,
              { relationId, version: item.version },
              await openRelation(ring, version),
              linked,
              current.content,
            ),
          };
        }),
      );
      return { clientId, relationId, versions, ...(next === undefined ? {} : { next }) };
    },
  };
}
