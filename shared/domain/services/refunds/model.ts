import * as z from 'zod';
import { Sealed } from '../../../crypto/sealed.ts';
import { ClientId, RefundMarkId, UnitId, UserId } from '../../../kernel/id.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { MunicipalityCode } from '../../../kernel/municipality-code.ts';
import { storedItem } from '../../../table/item.ts';

/** What the state refunds to the county (681/2023 62–69 §). */
export const RefundGround = z
  .enum(['integration', 'assistance', 'specialCosts', 'return', 'traffickingVictim', 'unaccompaniedMinor'])
  .meta({ id: 'RefundGround' });
export type RefundGround = z.infer<typeof RefundGround>;

export const RefundEndGround = z
  .enum(['periodOver', 'moved', 'groundEnded', 'markedInError'])
  .meta({ id: 'RefundEndGround' });

/**
 * Valtion korvauksen merkintä: what is given to this client is refunded by the state, on which ground and for which days
 * (681/2023 59–70 §; U-4.12). The municipality and the decision of the authority are sealed with the client.
 */
export const RefundMark = storedItem('refundMark', {
  refundMarkId: RefundMarkId,
  clientId: ClientId,
  ground: RefundGround,
  /** Kiintiöpakolainen: taken in the quota of refugees (301/2004 90 §), for whom the time is longer. */
  quota: z.boolean(),
  /** Since when: the first home municipality is registered, or the first residence permit was given (59 §). */
  from: LocalDate,
  /** The last day; until further notice where the law sets none. */
  to: LocalDate.optional(),
  markedOn: LocalDate,
  markedBy: UserId,
  /** The unit that answers for the client as it is marked. */
  unitId: UnitId.optional(),
  ended: z.strictObject({ on: LocalDate, ground: RefundEndGround, by: UserId }).optional(),
  documentClass: z.literal('clienthood'),
  content: Sealed,
});
export type RefundMark = z.infer<typeof RefundMark>;

const shortText = z.string().trim().min(1).max(200);

export const RefundContent = z
  .strictObject({
    /** Kuntaan osoittaminen: to which municipality the client was assigned, or moved. */
    municipality: MunicipalityCode,
    /** The decision of the state's authority that the refund is paid, where the section asks for one. */
    decision: z.strictObject({ authority: shortText, number: shortText, on: LocalDate }).optional(),
  })
  .meta({ id: 'RefundContent' });
export type RefundContent = z.infer<typeof RefundContent>;
