import { type Coding, codingOf, systemOf } from '../../documents/code-lists.ts';
import { isShielded } from './notifier.ts';
import type { Guardian, IntakeRecord, Notifier, Subject } from './record.ts';

/** Parts that the national documents of the intake have in common, in THL's form. */
export type Values = Record<string, unknown>;
/** A document as it is given to be made final: without client, author and what else the system knows. */
export type NationalDocument = { typeOid: string; root: string; values: Values };

export const DOCUMENT_TYPES = '1.2.246.537.6.1506';
export const NEEDS = '1.2.246.537.6.1282';
const NOTIFIERS = '1.2.246.537.6.1243';

export const known = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
const orNothing = (values: Values): Values | undefined =>
  Object.keys(values).length === 0 ? undefined : values;

/** A code of a list whose values are not known here is said by its own text. */
export const asText = (list: string, display: string): Coding => ({ system: systemOf(list), display });
export const reasonsOf = (list: string, { reasons }: IntakeRecord): Coding[] =>
  reasons.map(({ code, display }) => ({
    system: systemOf(list),
    ...(code === undefined ? {} : { code }),
    display,
  }));

const contactsOf = (one: Pick<Subject, 'addresses' | 'phones'>): Values | undefined =>
  orNothing(
    known({
      osoite: one.addresses.map(({ street, postalCode, postOffice }) =>
        known({ lahiosoite: street, postinumero: postalCode, postitoimipaikka: postOffice }),
      ),
      puhelinnumero: one.phones.length === 0 ? undefined : one.phones.join(', '),
    }),
  );

export const names = ({
  family,
  given,
}: {
  family?: string | undefined;
  given?: string | undefined;
}): Values => ({
  sukunimi: family,
  etunimet: given,
});

/**
 * What was told of the client beside the name and code, which are those of the client's file. Where the client is
 * under a safety ban, how to reach them stays with the matter and out of the document.
 */
export const personOf = (subject: Subject, isBanned: boolean): Values =>
  known({
    turvakielto: isBanned ? true : subject.safetyBan,
    yhteystiedot: isBanned ? undefined : contactsOf(subject),
  });

export const guardianOf = (guardian: Guardian): Values =>
  known({ ...names(guardian), yhteystiedot: contactsOf(guardian), kuvaus: guardian.words });

/** Who notified. Of one who is shielded only what kind of notifier it was, and that the rest is secret and why. */
export function notifierOf(notifier: Notifier | undefined, key: 'henkilo' | 'ammattihenkilo'): Values[] {
  if (notifier === undefined || notifier.anonymous) return [];
  const { party, organisation, title, emails, words } = notifier;
  const taho =
    party === undefined ? undefined : (codingOf(NOTIFIERS, party) ?? asText(NOTIFIERS, 'Muu viranomainen'));
  if (isShielded(notifier)) {
    return [
      known({
        taho,
        ilmoittajan_tietojen_salassapito: true,
        salassapidon_perustelut: notifier.secrecyGrounds,
      }),
    ];
  }
  const person = known({
    ...names(notifier),
    tehtavanimike: title,
    organisaatio: organisation,
    yhteystiedot: orNothing(
      known({
        ...contactsOf(notifier),
        sahkopostiosoite: key === 'ammattihenkilo' ? emails[0] : undefined,
      }),
    ),
  });
  return [
    known({
      [key]: orNothing(person),
      taho,
      ...(key === 'henkilo' ? { kuvaus: words } : {}),
    }),
  ];
}
