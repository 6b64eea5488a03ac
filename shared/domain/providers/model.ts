import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { PartyId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { PersonalIdentityCode } from '../../kernel/personal-identity-code.ts';
import { storedItem } from '../../table/item.ts';
import { BaseData, PersonName, SafetyBan, Source } from '../clients/model.ts';
import { BusinessId } from '../controllers/model.ts';
import { SocialService } from '../social-services.ts';

/**
 * Tukihenkilö, tukiperhe, toimittaja, palveluntuottaja: those who help clients or are paid for it. Parties of
 * their own, not clients (U-5.11): no client relationship, no case, no entry. What is known of them is sealed
 * under the controller's own key, for a support person is a natural person.
 */
export const PartyKind = z
  .enum(['supportPerson', 'supportFamily', 'supplier', 'serviceProducer'])
  .meta({ id: 'PartyKind' });
export type PartyKind = z.infer<typeof PartyKind>;

const shortText = z.string().trim().min(1).max(200);

/** Perustiedot of a party: a person or a family by the names of its adults, an organisation by its own. */
export const PartyContent = z
  .strictObject({
    /** Adults of a support person or family. */
    persons: z
      .array(z.strictObject({ name: PersonName, personalIdentityCode: PersonalIdentityCode.optional() }))
      .max(4)
      .default([]),
    organisation: shortText.optional(),
    businessId: BusinessId.optional(),
    contactPerson: shortText.optional(),
    addresses: BaseData.shape.addresses,
    contactAddress: BaseData.shape.contactAddress,
    phones: BaseData.shape.phones,
    emails: BaseData.shape.emails,
    safetyBan: SafetyBan.optional(),
    socialServices: z.array(SocialService).max(60).default([]),
    source: Source,
  })
  .meta({ id: 'PartyContent' });
export type PartyContent = z.infer<typeof PartyContent>;

const party = {
  partyId: PartyId,
  kind: PartyKind,
  from: LocalDate,
  /** The last day it is used; its data stay for what was done by then. */
  to: LocalDate.optional(),
  content: Sealed,
};

export const PartyItem = storedItem('party', party);
export type PartyItem = z.infer<typeof PartyItem>;

/** A party as it was before a change. */
export const PartyVersion = storedItem('partyVersion', { ...party, changedFields: z.array(z.string()) });
export type PartyVersion = z.infer<typeof PartyVersion>;
