import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, type ControllerId, type UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { created, storedItem } from '../../table/item.ts';
import { clientKeys, type Key } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { Relationship } from './model.ts';

/** An ended period of the client relationship; a later start makes a new one. */
export const RelationshipPeriod = storedItem('relationshipPeriod', {
  clientId: ClientId,
  period: Relationship,
  documentClass: z.literal('clienthood'),
  /** Perustelu: why it ended, in words, sealed under the client. */
  explanation: Sealed.optional(),
});
export type RelationshipPeriod = z.infer<typeof RelationshipPeriod>;

/** What is stored of earlier client relationships: one item a period, written when it ends. */

const explanationPlace = (key: Key) => recordPlace(key, 'explanation');

export async function periodItem(
  ring: KeyRing,
  controller: ControllerId,
  of: { clientId: ClientId; periodId: string; relationship: Relationship; explanation: string | undefined },
  { now, by }: { now: Instant; by: UserId },
): Promise<RelationshipPeriod> {
  const { clientId, periodId, relationship, explanation } = of;
  const key = clientKeys.relationshipPeriod(controller, clientId, relationship.startedOn, periodId);
  return {
    ...key,
    entity: 'relationshipPeriod',
    ...created(now, by),
    clientId,
    period: relationship,
    documentClass: 'clienthood',
    ...(explanation === undefined
      ? {}
      : { explanation: await ring.seal(undefined, explanationPlace(key), 1, explanation) }),
  };
}

/** Every ended period, the first one first: a client has a handful in a lifetime. */
export const loadPeriods = (
  { tables }: Services,
  controller: ControllerId,
  clientId: ClientId,
): Promise<RelationshipPeriod[]> =>
  queryAll(
    tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.relationshipPeriods,
    },
    RelationshipPeriod,
  );

export const openExplanation = async (
  ring: KeyRing,
  item: RelationshipPeriod,
): Promise<string | undefined> =>
  item.explanation === undefined
    ? undefined
    : ring.open(item.explanation, explanationPlace(item), z.string());

/** The same period under the day on which it did begin, its words sealed anew at its place. */
export async function movedPeriod(
  ring: KeyRing,
  controller: ControllerId,
  before: RelationshipPeriod,
  { period, periodId }: { period: Relationship; periodId: string },
): Promise<{ put: RelationshipPeriod; remove: Key }> {
  const key = clientKeys.relationshipPeriod(controller, before.clientId, period.startedOn, periodId);
  const words = await openExplanation(ring, before);
  const { explanation: _explanation, ...rest } = before;
  return {
    remove: before,
    put: {
      ...rest,
      ...key,
      period,
      ...(words === undefined
        ? {}
        : { explanation: await ring.seal(undefined, explanationPlace(key), 1, words) }),
    },
  };
}
