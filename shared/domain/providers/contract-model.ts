import * as z from 'zod';
import { DateRange } from '../../kernel/date-range.ts';
import { ContractId, PartyId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { earlierOf } from '../earlier.ts';
import { SocialService } from '../social-services.ts';

/** A number or a name of a thing: no room for prose, for contracts lie in clear. */
const NAMED = /^[\p{L}\d][\p{L}\d /._-]{0,79}$/u;

/**
 * Ostopalvelu- tai toimeksiantosopimus (703/2023 § 14; 2016/679 art. 28): what a producer carries out for the controller,
 * from when to when, and the annex on processing personal data without which it processes none. `voucher`: the producer
 * was accepted for service vouchers (569/2009). Of an organisation, so in clear.
 */
const changing = {
  kind: z.enum(['purchased', 'voucher']),
  /** Diaarinumero or the like. */
  number: z.string().trim().max(40).regex(NAMED),
  socialServices: z.array(SocialService).min(1).max(60),
  from: LocalDate,
  /** The last day. */
  to: LocalDate.optional(),
  annex: z.strictObject({ signedOn: LocalDate, ...DateRange.shape }).optional(),
  /** Alihankkijat who carry it out under the seller's contract (703/2023 § 37): each with its days. */
  subcontractors: z.array(z.strictObject({ partyId: PartyId, ...DateRange.shape })).max(20),
  /**
   * Tuottajan tietojärjestelmät: where the producer keeps data of the controller's register for it, each with the document
   * that says on what terms. Contracts recorded before this was asked name none.
   */
  systems: z
    .array(
      z.strictObject({
        name: z.string().trim().regex(NAMED),
        terms: z.string().trim().regex(NAMED).optional(),
      }),
    )
    .max(20)
    .default([]),
};
export const ContractContent = z
  .strictObject({ ...changing, subcontractors: changing.subcontractors.default([]) })
  .meta({ id: 'ContractContent' });
export type ContractContent = z.infer<typeof ContractContent>;

export const ProviderContract = storedItem('providerContract', {
  contractId: ContractId,
  /** The seller. */
  partyId: PartyId,
  ...changing,
  earlier: earlierOf(changing),
  /** By its last day, where it has one. */
  ...inIndexes(4),
});
export type ProviderContract = z.infer<typeof ProviderContract>;

/** A row in the partition of a subcontractor: where the contract lies. What it says stands in the contract alone. */
export const Subcontract = storedItem('subcontract', {
  contractId: ContractId,
  partyId: PartyId,
  sellerId: PartyId,
});
export type Subcontract = z.infer<typeof Subcontract>;
