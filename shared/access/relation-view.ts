import * as z from 'zod';
import { ClientLabel } from '../crypto/key-ring.ts';
import { isShutTo } from '../domain/clients/barred.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { Provenance } from '../domain/clients/model.ts';
import { RelatedPerson, RelationContent, type SealedRelation } from '../domain/clients/network/model.ts';
import { isUnderBan } from '../domain/clients/network/own-ban.ts';
import { isEnded } from '../domain/clients/network/rules.ts';
import type { LinkedClient } from '../domain/clients/network/store.ts';
import { hasSafetyBan } from '../domain/clients/rules.ts';
import { ClientId, RelationId } from '../kernel/id.ts';
import type { Actor } from './actor.ts';
import { PROTECTED_OF_RELATION, visibleLabel, visibleRelation } from './visibility.ts';

/** A relation as it is read. */
export const RelationView = z
  .strictObject({
    relationId: RelationId,
    version: z.int(),
    /** Its last day has passed. */
    ended: z.boolean(),
    ...RelationContent.omit({ sameHousehold: true, person: true }).shape,
    sameHousehold: z.boolean().optional(),
    person: RelatedPerson.optional(),
    /** The other client of a link: identity only. */
    client: z
      .strictObject({ clientId: ClientId, ...ClientLabel.omit({ former: true, municipality: true }).shape })
      .optional(),
    /** The related person is under a safety ban today. */
    safetyBan: z.boolean(),
    /** Data held back by a safety ban. */
    hidden: z.array(z.enum(PROTECTED_OF_RELATION)),
    provenance: Provenance,
  })
  .meta({ id: 'RelationView' });
export type RelationView = z.infer<typeof RelationView>;

/** A link to a restricted file is not there for anybody but its named readers. */
export const mayKnowLinked = (actor: Actor, linked: LinkedClient | undefined): boolean =>
  linked !== undefined && !isShutTo(linked.head, actor.userId);

/**
 * `current`: what stands now, for its ban hides what was recorded before the ban too. Of one who is a client, linked or
 * known by the identity code alone, the ban of the own file counts.
 */
export async function relationView(
  context: ClientContext,
  item: { relationId: RelationId; version: number },
  { content, provenance }: SealedRelation,
  linked: LinkedClient | undefined,
  current: RelationContent = content,
): Promise<RelationView> {
  const { actor, file, today } = context;
  const isRelatedBanned =
    linked === undefined ? await isUnderBan(context, { content: current }) : hasSafetyBan(linked.head, today);
  const betraysClient = hasSafetyBan(file.head, today) && (content.sameHousehold || current.sameHousehold);
  const { relation, hidden } = visibleRelation(actor, content, isRelatedBanned || betraysClient);
  const { roles, contacts, ...rest } = { ...content, ...relation, sameHousehold: relation.sameHousehold };
  return RelationView.parse({
    relationId: item.relationId,
    version: item.version,
    ended: isEnded(content, today),
    ...rest,
    roles,
    contacts,
    ...(linked === undefined ? {} : { client: identityOf(linked) }),
    safetyBan: isRelatedBanned,
    hidden,
    provenance,
  });
}

function identityOf({ head, label }: LinkedClient): NonNullable<RelationView['client']> {
  const { family, given, birthYear } = visibleLabel(label, true);
  return { clientId: head.clientId, family, given, ...(birthYear === undefined ? {} : { birthYear }) };
}
