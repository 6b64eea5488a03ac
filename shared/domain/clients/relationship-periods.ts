import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { ClientId, ControllerId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { created } from '../../table/item.ts';
import { clientKeys, type Key } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { type Relationship, RelationshipPeriod } from './model.ts';

/** What is stored of earlier client relationships: one item a period, written when it ends. */

const explanationPlace = ({ pk, sk }: Key): { table: string; pk: string; sk: string; attribute: string } => ({
  table: 'records',
  pk,
  sk,
  attribute: 'explanation',
});

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
