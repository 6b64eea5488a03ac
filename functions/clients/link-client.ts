import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { type ClientContext, loadClientFile } from '../../shared/domain/clients/file.ts';
import { Source } from '../../shared/domain/clients/model.ts';
import { otherSide, RelationContent } from '../../shared/domain/clients/network/model.ts';
import { isEnded } from '../../shared/domain/clients/network/rules.ts';
import { loadWholeNetwork, newRelation, openRelation } from '../../shared/domain/clients/network/store.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { ClientId, RelationId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import type { RelationChanged } from './add-relation.ts';
import { judgedRelation } from './judged-relation.ts';

export const LinkClient = z
  .strictObject({
    relatedClientId: ClientId,
    relation: RelationContent.omit({ person: true }),
    source: Source,
  })
  .meta({ id: 'LinkClient' });

/**
 * Links another client as related, in both files at once. A tie to this client is enough: who the other is, a
 * worker with intake knows from the search. So the other file gets the link and nothing else: roles, days and
 * form of custody. Powers, rights and contacts stay where they were written, and nothing of the other is shown.
 */
export async function linkClient(
  context: ClientContext,
  { body }: { body: z.infer<typeof LinkClient> },
): Promise<Answer<z.infer<typeof RelationChanged>>> {
  const { file, actor, services, now } = context;
  const { clientId } = file.head;
  const { relatedClientId } = body;
  if (relatedClientId === clientId) throw new Refusal(CLIENT_REFUSALS.sameClient);
  const other = await loadClientFile(services, actor.controller, relatedClientId);
  if (other === undefined || isShutTo(other.head, actor.userId)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  refuseMerged(other.head);
  await refuseSecondLink(context, relatedClientId);

  const { sealed, findings } = await judgedRelation(context, body.relation, body.source, { relatedClientId });
  const relationId = RelationId.parse(newId(services));
  const by = { now, by: actor.userId };
  const theirs = { ...sealed, content: otherSide(sealed.content, undefined) };
  const changes = await Promise.all([
    newRelation(ringOf(context), actor.controller, { clientId, relationId, relatedClientId }, sealed, by),
    newRelation(
      keyRing(services, actor.controller, other.keys),
      actor.controller,
      { clientId: relatedClientId, relationId, relatedClientId: clientId },
      theirs,
      by,
    ),
  ]);
  return commit(context, {
    changes,
    line: {
      clients: [clientId, relatedClientId],
      resources: [{ kind: 'relation', id: relationId, version: 1 }],
      dataGroups: ['family'],
      changedFields: ['relation'],
    },
    answer: {
      body: { clientId, relationId, version: 1, findings },
      version: 1,
      location: `/v1/clients/${clientId}/network/${relationId}`,
    },
  });
}

/** One link holds all the roles two clients have to each other; an ended one may be followed by another. */
async function refuseSecondLink(context: ClientContext, relatedClientId: ClientId): Promise<void> {
  const ring = ringOf(context);
  const items = await loadWholeNetwork(context, context.file.head.clientId);
  for (const item of items.filter((candidate) => candidate.relatedClientId === relatedClientId)) {
    const { content } = await openRelation(ring, item);
    if (!isEnded(content, context.today)) {
      throw new Refusal(CLIENT_REFUSALS.alreadyLinked, { details: { relationId: item.relationId } });
    }
  }
}
