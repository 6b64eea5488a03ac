import type { ClientLabel } from '../crypto/key-ring.ts';
import type { BaseData, BaseDataField } from '../domain/clients/model.ts';
import type { RelationContent } from '../domain/clients/network/model.ts';
import { hasSafetyBan } from '../domain/clients/rules.ts';
import type { PartyContent } from '../domain/providers/model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { type Actor, hasSpecialRight } from './actor.ts';

/**
 * Turvakielto (661/2009 §§ 36–37): municipality of residence, place of residence, address and other contact
 * data are shown only to those whose task directly needs them. The contact address is freely usable.
 */
const PROTECTED_FIELDS = [
  'homeMunicipality',
  'temporaryMunicipality',
  'addresses',
  'phones',
  'emails',
  'workplace',
] as const satisfies readonly BaseDataField[];

export type VisibleBaseData = { data: Partial<BaseData>; hidden: BaseDataField[] };

/** One exit for base data: every answer, list, letter and extract passes here. */
export function visibleBaseData(actor: Actor, data: BaseData, isBanned: boolean): VisibleBaseData {
  if (!isBanned || hasSpecialRight(actor, 'seeProtectedAddresses')) return { data, hidden: [] };
  const hidden = PROTECTED_FIELDS.filter((field) => {
    const value = data[field];
    return value !== undefined && (!Array.isArray(value) || value.length > 0);
  });
  const shown: Partial<BaseData> = { ...data };
  for (const field of PROTECTED_FIELDS) delete shown[field];
  return { data: shown, hidden };
}

/**
 * One exit for labels: what lists and family views show of a person whose file is not opened. The stored label
 * of a banned person has no municipality; asked again here, for a label may be read a moment late.
 */
export function visibleLabel(label: ClientLabel, isBanned: boolean): Omit<ClientLabel, 'former'> {
  const { former: _former, municipality, ...identity } = label;
  return { ...identity, ...(isBanned || municipality === undefined ? {} : { municipality }) };
}

/** What tells where a related person lives or may be met. The contact address is freely usable. */
export const PROTECTED_OF_RELATION = [
  'addresses',
  'phones',
  'emails',
  'organisation',
  'sameHousehold',
] as const;
type ProtectedOfRelation = (typeof PROTECTED_OF_RELATION)[number];

export type VisibleRelation = { relation: Partial<RelationContent>; hidden: ProtectedOfRelation[] };

/**
 * One exit for relations. `isBanned` covers both ways in which a family view could betray a dwelling: the
 * related person is under a safety ban, or the client is and they live together.
 */
export function visibleRelation(actor: Actor, content: RelationContent, isBanned: boolean): VisibleRelation {
  if (!isBanned || hasSpecialRight(actor, 'seeProtectedAddresses')) return { relation: content, hidden: [] };
  const { contacts, person, sameHousehold: _sameHousehold, ...rest } = content;
  const { addresses, phones, emails, contactAddress } = contacts;
  const { organisation, ...known } = person ?? {};
  const held: Record<ProtectedOfRelation, boolean> = {
    addresses: addresses.length > 0,
    phones: phones.length > 0,
    emails: emails.length > 0,
    organisation: organisation !== undefined,
    // Named whether it was said or not: else its being named would say it.
    sameHousehold: true,
  };
  return {
    relation: {
      ...rest,
      contacts: {
        addresses: [],
        phones: [],
        emails: [],
        ...(contactAddress === undefined ? {} : { contactAddress }),
      },
      ...(person === undefined
        ? {}
        : { person: { name: person.name, secretContacts: person.secretContacts, ...known } }),
    },
    hidden: PROTECTED_OF_RELATION.filter((name) => held[name]),
  };
}

const PROTECTED_OF_PARTY = ['addresses', 'phones', 'emails', 'organisation'] as const;

/** One exit for parties: a support person may be under a safety ban as anybody else. */
export function visibleParty(
  actor: Actor,
  content: PartyContent,
  current: PartyContent,
  today: LocalDate,
): { data: Partial<PartyContent>; hidden: string[] } {
  if (!hasSafetyBan(current, today) || hasSpecialRight(actor, 'seeProtectedAddresses')) {
    return { data: content, hidden: [] };
  }
  const data: Partial<PartyContent> = { ...content };
  for (const field of PROTECTED_OF_PARTY) delete data[field];
  return { data, hidden: [...PROTECTED_OF_PARTY] };
}
