import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { ClientId, type ReasonId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { created, storedItem } from '../../table/item.ts';
import { clientKeys } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { Doer, type GivenReason, Reason } from '../case-notes/model.ts';
import { sealReason } from '../case-notes/texts.ts';

/**
 * Asiakkuuden alkamispäivän korjaus (703/2023 § 22): what stood there and what took its place, who put it right, when,
 * and on what ground, whose words are sealed under the client.
 */
export const RelationshipCorrection = storedItem('relationshipCorrection', {
  clientId: ClientId,
  was: z.strictObject({ startedOn: LocalDate }),
  is: z.strictObject({ startedOn: LocalDate }),
  by: Doer,
  documentClass: z.literal('clienthood'),
  reason: Reason,
});
export type RelationshipCorrection = z.infer<typeof RelationshipCorrection>;

/** Corrections of the day on which a relationship began: one item each, never changed. */

export async function correctionItem(
  { actor }: Pick<ActContext, 'actor'>,
  ring: KeyRing,
  of: Pick<RelationshipCorrection, 'clientId' | 'was' | 'is'>,
  { by, given, reasonId }: { by: Doer; given: GivenReason; reasonId: ReasonId },
): Promise<RelationshipCorrection> {
  const key = clientKeys.relationshipCorrection(actor.controller, of.clientId, reasonId);
  return {
    ...key,
    entity: 'relationshipCorrection',
    ...created(by.at, by.userId),
    ...of,
    by,
    documentClass: 'clienthood',
    reason: await sealReason(ring, { clientId: of.clientId }, { key, version: 1 }, { ...given, reasonId }),
  };
}

/** The first correction first: a client has hardly any. */
export const loadStartCorrections = (
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
): Promise<RelationshipCorrection[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: clientKeys.spans.relationshipCorrections,
    },
    RelationshipCorrection,
  );
