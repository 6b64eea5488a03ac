import * as z from 'zod';
import { Sealed } from '../../../crypto/sealed.ts';
import { ClientId, RelationId } from '../../../kernel/id.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { PersonalIdentityCode } from '../../../kernel/personal-identity-code.ts';
import { storedItem } from '../../../table/item.ts';
import { BaseData, PersonName, Provenance, SafetyBan } from '../model.ts';

/**
 * Asiakkaaseen liittyvä henkilö: guardians, legal representatives, relatives and others who take part in a
 * client's care (703/2023 § 38, 3 mom. 2–4 k.), each with the days it holds. What is known of them is sealed
 * under the client; only ids stand in clear. A related person who is a client too is linked from both files.
 */

/**
 * Rooli (list 1.2.246.537.6.1284): custodian huoltaja, guardian edunvalvoja, continuingPowerOfAttorney
 * edunvalvontavaltuutettu, authorised valtuutettu, parent vanhempi; the rest are this system's own words for
 * «muu». Each role has its other side, which is how the link reads from the other person's file.
 */
export const RelationRole = z
  .enum([
    'custodian',
    'childInCustody',
    'guardian',
    'ward',
    'continuingPowerOfAttorney',
    'continuingPowerGrantor',
    'authorised',
    'authoriser',
    'parent',
    'child',
    'grandparent',
    'grandchild',
    'spouse',
    'cohabitant',
    'sibling',
    'otherRelative',
    'closePerson',
    'contactPerson',
    'contactPersonFor',
  ])
  .meta({ id: 'RelationRole' });
export type RelationRole = z.infer<typeof RelationRole>;

const PAIRS: readonly (readonly [RelationRole, RelationRole])[] = [
  ['custodian', 'childInCustody'],
  ['guardian', 'ward'],
  ['continuingPowerOfAttorney', 'continuingPowerGrantor'],
  ['authorised', 'authoriser'],
  ['parent', 'child'],
  ['grandparent', 'grandchild'],
  ['contactPerson', 'contactPersonFor'],
];

/** The same relation seen from the other person: a parent's is a child, a sibling's a sibling. */
export function otherSideOf(role: RelationRole): RelationRole {
  const pair = PAIRS.find((both) => both.includes(role));
  if (pair === undefined) return role;
  return pair[0] === role ? pair[1] : pair[0];
}

/** Huoltajuussuhteen muoto: our keys; the values of list 1.2.246.537.6.1204 are loaded by the operator. */
const CustodyForm = z.enum(['joint', 'sole', 'other']);

const shortText = z.string().trim().min(1).max(200);
const longText = z.string().trim().min(1).max(2000);

/** What is known of a related person who is not a client. */
export const RelatedPerson = z
  .strictObject({
    name: PersonName,
    personalIdentityCode: PersonalIdentityCode.optional(),
    birthDate: LocalDate.optional(),
    /** Of a professional: tehtävänimike, organisaatio. */
    postTitle: shortText.optional(),
    organisation: shortText.optional(),
    /** Turvakielto of the related person (703/2023 § 38, 2 mom. 4 k.). */
    safetyBan: SafetyBan.optional(),
    secretContacts: z.boolean().default(false),
  })
  .meta({ id: 'RelatedPerson' });
export type RelatedPerson = z.infer<typeof RelatedPerson>;

/** Contacts given for this client's matters: a linked client's own lie in the own file. */
const RelationContacts = z.strictObject({
  addresses: BaseData.shape.addresses,
  contactAddress: BaseData.shape.contactAddress,
  phones: BaseData.shape.phones,
  emails: BaseData.shape.emails,
});

/** What both sides of a link say alike. */
const linkFacts = {
  from: LocalDate.optional(),
  /** The last day. */
  to: LocalDate.optional(),
  custodyForm: CustodyForm.optional(),
  sameHousehold: z.boolean().default(false),
};

export const RelationContent = z
  .strictObject({
    roles: z.array(RelationRole).min(1).max(6),
    ...linkFacts,
    /** Toimivalta of a legal representative or an authorised person. */
    powers: longText.optional(),
    /** Day a continuing power of attorney was confirmed (648/2007). */
    confirmedOn: LocalDate.optional(),
    /** Huoltajuudesta erotetun vanhemman tiedonsaantioikeus. */
    informationRight: longText.optional(),
    description: longText.optional(),
    contacts: RelationContacts.prefault({}),
    /** Left out of a link: the other client's name is read from the other client. */
    person: RelatedPerson.optional(),
  })
  .meta({ id: 'RelationContent' });
export type RelationContent = z.infer<typeof RelationContent>;

export const SealedRelation = z.strictObject({ content: RelationContent, provenance: Provenance });
export type SealedRelation = z.infer<typeof SealedRelation>;

const relation = {
  relationId: RelationId,
  clientId: ClientId,
  /** The other client of a link; the same relation lies under the same id in that client's file. */
  relatedClientId: ClientId.optional(),
  documentClass: z.literal('clienthood'),
  content: Sealed,
};

export const RelationItem = storedItem('relation', relation);
export type RelationItem = z.infer<typeof RelationItem>;

/** A relation as it was before a change. */
export const RelationVersion = storedItem('relationVersion', relation);
export type RelationVersion = z.infer<typeof RelationVersion>;

/**
 * What the other file of a link says after a change: roles from the other side, the days and the form of custody.
 * Words that one file holds never move to the other.
 */
export const otherSide = (content: RelationContent, before: RelationContent | undefined): RelationContent => {
  const { from: _from, to: _to, custodyForm: _form, ...own } = before ?? { contacts: NO_CONTACTS };
  const { from, to, custodyForm, sameHousehold } = content;
  return {
    ...own,
    roles: content.roles.map(otherSideOf),
    sameHousehold,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(custodyForm === undefined ? {} : { custodyForm }),
  };
};

const NO_CONTACTS: RelationContent['contacts'] = { addresses: [], phones: [], emails: [] };
