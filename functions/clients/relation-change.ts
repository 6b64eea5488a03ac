import type * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { type ClientContext, loadClientFile } from '../../shared/domain/clients/file.ts';
import type { Source } from '../../shared/domain/clients/model.ts';
import {
  otherSide,
  type RelationContent,
  type SealedRelation,
} from '../../shared/domain/clients/network/model.ts';
import {
  changedRelation,
  loadLinked,
  loadRelation,
  openRelation,
} from '../../shared/domain/clients/network/store.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, RelationId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { RelationChanged } from './add-relation.ts';
import { judgedRelation } from './judged-relation.ts';

/**
 * Changes one relation, and its other side in the same commit when it is a link. A link to a file that is
 * restricted to others does not exist for this worker.
 */
export async function relationChange(
  context: ClientContext,
  of: { relationId: RelationId; version: number; source: Source },
  next: (before: RelationContent) => RelationContent,
): Promise<Answer<z.infer<typeof RelationChanged>>> {
  const { file, actor } = context;
  const { clientId } = file.head;
  const item = await loadRelation(context, clientId, of.relationId);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const { relatedClientId } = item;
  if (relatedClientId !== undefined) await refuseRestricted(context, relatedClientId);
  expectVersion(item, of.version);
  const ring = ringOf(context);
  const before = await openRelation(ring, item);
  const content = next(before.content);
  const { sealed, findings } = await judgedRelation(context, content, of.source, {
    relatedClientId,
    before: before.content,
  });
  const by = { now: context.now, by: actor.userId };
  const changes = await changedRelation(ring, actor.controller, item, before, sealed, by);
  const theirs =
    relatedClientId === undefined ? [] : await otherFile(context, relatedClientId, of.relationId, sealed);
  return commit(context, {
    changes: [...changes, ...theirs],
    line: {
      clients: [clientId, ...(relatedClientId === undefined ? [] : [relatedClientId])],
      resources: [{ kind: 'relation', id: of.relationId, version: item.version + 1 }],
      dataGroups: ['family'],
      changedFields: ['relation'],
    },
    answer: {
      body: { clientId, relationId: of.relationId, version: item.version + 1, findings },
      version: item.version + 1,
    },
  });
}

async function refuseRestricted(context: ClientContext, relatedClientId: ClientId): Promise<void> {
  const linked = (await loadLinked(context, [relatedClientId])).get(relatedClientId);
  if (linked === undefined || isShutTo(linked.head, context.actor.userId)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
}

/** The link as it stands in the other client's file, also where that file has been merged since. */
async function otherFile(
  context: ClientContext,
  relatedClientId: ClientId,
  relationId: RelationId,
  sealed: SealedRelation,
): ReturnType<typeof changedRelation> {
  const { services, actor, now } = context;
  const [other, item] = await Promise.all([
    loadClientFile(services, actor.controller, relatedClientId),
    loadRelation(context, relatedClientId, relationId),
  ]);
  if (other === undefined || item === undefined) throw new Error('A link has no other side.');
  const ring = keyRing(services, actor.controller, other.keys);
  const before = await openRelation(ring, item);
  const after = { ...sealed, content: otherSide(sealed.content, before.content) };
  return changedRelation(ring, actor.controller, item, before, after, { now, by: actor.userId });
}
