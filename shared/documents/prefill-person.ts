import type { LocalDate } from '../kernel/local-date.ts';
import { ORGANISATION_REGISTER, systemOf } from './code-lists.ts';

/** A person of the file as far as it is known: the client, or somebody beside the client. */
export type KnownPerson = {
  name: { family: string; given: string };
  personalIdentityCode?: string | undefined;
  temporaryId?: string | undefined;
  birthDate?: LocalDate | undefined;
  addresses?: readonly KnownAddress[] | undefined;
  /** Yhteysosoite: freely usable under a safety ban (661/2009 36 §). */
  contactAddress?: KnownAddress | undefined;
  phones?: readonly string[] | undefined;
  emails?: readonly string[] | undefined;
  occupation?: string | undefined;
  /** Turvakielto in force. */
  safetyBan?: boolean | undefined;
  /** Salaiset yhteystiedot: the person's own wish. */
  secretContacts?: boolean | undefined;
};
type KnownAddress = {
  street: string;
  postalCode?: string | undefined;
  postOffice?: string | undefined;
};

export type KnownWorker = {
  name: { family: string; given: string };
  title?: string | undefined;
  unit?: KnownUnit | undefined;
};
export type KnownUnit = { name: string; oid?: string | undefined };

const IDENTITY_CODES = 'urn:oid:1.2.246.21';

/** Are the person's places hidden from who may not see those of the protected? */
export const hasHiddenPlaces = ({ safetyBan, secretContacts }: KnownPerson): boolean =>
  safetyBan === true || secretContacts === true;

/**
 * A person by the keys of the national definitions, which name the parts of a person alike everywhere. Where
 * the reader may not see protected addresses, those of who has a ban or secret contacts are left out.
 */
export function personValues(person: KnownPerson, maySeeProtected: boolean): Record<string, unknown> {
  const { name, personalIdentityCode, temporaryId, birthDate, occupation, safetyBan } = person;
  return {
    sukunimi: name.family,
    etunimet: name.given,
    henkilotunnus:
      personalIdentityCode === undefined
        ? undefined
        : { system: IDENTITY_CODES, value: personalIdentityCode },
    tilapainen_yksilointitunnus: temporaryId === undefined ? undefined : { value: temporaryId },
    syntymaaika: birthDate,
    ammatti: occupation,
    turvakielto: safetyBan,
    yhteystiedot: contactsOf(person, maySeeProtected || !hasHiddenPlaces(person)),
  };
}

function contactsOf(person: KnownPerson, isShown: boolean): Record<string, unknown> {
  const { addresses, contactAddress, phones, emails } = person;
  const postal = addressValues(isShown ? (addresses?.[0] ?? contactAddress) : contactAddress);
  return {
    osoite: postal,
    postiosoite: postal,
    yhteysosoite: addressValues(contactAddress),
    ...(isShown && { puhelinnumero: phones?.[0], sahkopostiosoite: emails?.[0] }),
  };
}

const addressValues = (address: KnownAddress | undefined): Record<string, unknown> | undefined =>
  address && {
    lahiosoite: address.street,
    postinumero: address.postalCode,
    postitoimipaikka: address.postOffice,
  };

export const workerValues = ({ name, title, unit }: KnownWorker): Record<string, unknown> => ({
  sukunimi: name.family,
  etunimet: name.given,
  tehtavanimike: title,
  palveluyksikko: unit && unitCoding(unit),
});

export const unitCoding = ({ name, oid }: KnownUnit) => ({
  system: systemOf(ORGANISATION_REGISTER),
  ...(oid !== undefined && { code: oid }),
  display: name,
});
