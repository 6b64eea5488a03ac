import {
  type Coding,
  codingOf,
  type FindCodeList,
  namedCoding,
  SERVICE_TASKS,
  systemOf,
} from '../../documents/code-lists.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { Address, BaseData, Relationship, SafetyBan } from './model.ts';
import type { RelationContent, RelationRole } from './network/model.ts';

/**
 * Asiakkuusasiakirja in THL's form (1.2.246.537.6.1505.1): one per client and controller, built from what is held
 * and never stored twice. What is not known here is left out, and a code whose list is not loaded is said by its
 * own text; judging the content tells both.
 */
export const RELATIONSHIP_DOCUMENT = '1.2.246.537.6.1505.1';

export const IDENTITY_CODES = 'urn:oid:1.2.246.21';
const LANGUAGES = '1.2.246.537.5.40175';
const MUNICIPALITIES = '1.2.246.537.6.21';
const MARITAL_STATUSES = '1.2.246.537.6.75';
const SPECIAL_GROUPS = '1.2.246.537.6.1229';
const CUSTODY_FORMS = '1.2.246.537.6.1204';
export const ROLES = '1.2.246.537.6.1284';
/** Asiointikieli takes these alone. */
const SERVICE_LANGUAGES = ['fi', 'sv'];

/** What is said of a role that the national list has no word for, under «Muu». */
const ROLE_WORDS: Partial<Record<RelationRole, string>> = {
  childInCustody: 'Huollettava lapsi',
  ward: 'Päämies',
  continuingPowerGrantor: 'Edunvalvontavaltuuttaja',
  authoriser: 'Valtuuttaja',
  child: 'Lapsi',
  grandparent: 'Isovanhempi',
  grandchild: 'Lapsenlapsi',
  spouse: 'Puoliso',
  cohabitant: 'Avopuoliso',
  sibling: 'Sisarus',
  otherRelative: 'Muu sukulainen',
  closePerson: 'Läheinen',
};
const CUSTODY_WORDS = { joint: 'Yhteishuolto', sole: 'Yksinhuolto', other: 'Muu' } as const;

/** A person as the document names one: of a linked client the identity, of others what was recorded. */
export type DocumentRelation = {
  content: Partial<RelationContent> & Pick<RelationContent, 'roles'>;
  name: { family: string; given: string };
  isBanned: boolean;
};

export type DocumentParts = {
  /** What the reader may see: a safety ban has been heeded. */
  data: Partial<BaseData>;
  safetyBan?: SafetyBan | undefined;
  relationship: Relationship;
  /** Erityisryhmä: a refugee, for whom the state refunds. */
  isRefugee: boolean;
  explanation?: string | undefined;
  relations: readonly DocumentRelation[];
  serviceTasks: readonly ServiceTask[];
  /** The code lists that are known. */
  find: FindCodeList;
};

type Values = Record<string, unknown>;

/** By the list where it is known; else the code is all that can be said. */
const codeIn = (list: string, code: string, find: FindCodeList): Coding =>
  codingOf(list, code, find) ?? { system: systemOf(list), code, display: code };

/** A word of ours, by the list that is known or else as the delivered one says it. */
export const wordIn = (list: string, key: string, find: FindCodeList): Coding | undefined =>
  codingOf(list, key, find) ?? codingOf(list, key);

/** Only what says something: a member left out is not an empty one. */
export function said(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => {
      if (value === undefined) return false;
      if (Array.isArray(value)) return value.length > 0;
      return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
    }),
  );
}

const addressOf = ({ street, postalCode, postOffice }: Address): Values =>
  said({ lahiosoite: street, postinumero: postalCode, postitoimipaikka: postOffice });

export const identifierOf = (value: string | undefined, system?: string): Values | undefined =>
  value === undefined ? undefined : said({ system, value });

export function relationshipDocument(parts: DocumentParts): Values {
  const { relationship, explanation, find } = parts;
  return {
    asiakkuusasiakirja: said({
      asiakas: clientOf(parts),
      asiakkaaseen_liittyvat_henkilot: parts.relations.map((relation) => relatedOf(relation, find)),
      sosiaalihuollon_asiakkuus: said({
        asiakkuuden_alkamispvm: relationship.startedOn,
        asiakkuuden_paattymispvm: relationship.endedOn,
        asiakkuuden_paattymisen_perustelu: explanation,
      }),
      sosiaalihuollon_palvelutehtava: parts.serviceTasks.map((task) => ({
        palvelutehtava: wordIn(SERVICE_TASKS, task, find),
      })),
    }),
  };
}

function clientOf({ data, safetyBan, isRefugee, find }: DocumentParts): Values {
  const { name, interpreter, homeMunicipality, temporaryMunicipality, serviceLanguage } = data;
  const language = (code: string | undefined): Coding | undefined =>
    code === undefined ? undefined : codeIn(LANGUAGES, code.toUpperCase(), find);
  return said({
    sukunimi: name?.family,
    etunimet: name?.given,
    henkilonimi: data.formerNames?.map(({ family, given }) => ({ nimi: `${given} ${family}` })),
    henkilotunnus: identifierOf(data.personalIdentityCode, IDENTITY_CODES),
    tilapainen_yksilointitunnus: identifierOf(data.temporaryId),
    syntymaaika: data.birthDate,
    ammatti: data.occupation,
    aidinkieli: data.motherTongue === undefined ? [] : [language(data.motherTongue)],
    asiointikieli:
      serviceLanguage !== undefined && SERVICE_LANGUAGES.includes(serviceLanguage)
        ? language(serviceLanguage)
        : undefined,
    tulkkaustiedot:
      interpreter &&
      said({
        tulkkauksen_tarve: true,
        tulkkauskieli: [language(interpreter.language)],
        tulkkausmenetelma: interpreter.method,
      }),
    kotikunta: homeMunicipality && { kunta: codeIn(MUNICIPALITIES, homeMunicipality, find) },
    tilapainen_asuinkunta: temporaryMunicipality && [
      { kunta: codeIn(MUNICIPALITIES, temporaryMunicipality, find) },
    ],
    turvakielto: safetyBan !== undefined,
    turvakiellon_paattymispaiva: safetyBan?.until,
    erityisryhma: isRefugee ? wordIn(SPECIAL_GROUPS, 'refugee', find) : undefined,
    salaiset_yhteystiedot: data.secretContacts,
    yhteystiedot: contactsOf(data),
    siviilisaaty: data.maritalStatus && codeIn(MARITAL_STATUSES, data.maritalStatus, find),
  });
}

const contactsOf = (contacts: Partial<RelationContent['contacts']>): Values =>
  said({
    osoite: contacts.addresses?.map(addressOf),
    yhteysosoite: contacts.contactAddress && addressOf(contacts.contactAddress),
    puhelinnumero: contacts.phones?.join(', ') || undefined,
    sahkopostiosoite: contacts.emails?.join(', ') || undefined,
  });

function relatedOf({ content, name, isBanned }: DocumentRelation, find: FindCodeList): Values {
  const { roles, person, contacts, from, to, custodyForm } = content;
  const { yhteysosoite, ...own } = contacts === undefined ? {} : contactsOf(contacts);
  const has = (role: RelationRole): boolean => roles.includes(role);
  const others = roles.map((role) => ROLE_WORDS[role]).filter((word) => word !== undefined);
  const listed = roles.filter((role) => ROLE_WORDS[role] === undefined && !isContactRole(role));
  return said({
    sukunimi: name.family,
    etunimet: name.given,
    henkilotunnus: identifierOf(person?.personalIdentityCode, IDENTITY_CODES),
    tehtavanimike: person?.postTitle,
    organisaatio: person?.organisation,
    turvakielto: isBanned,
    salaiset_yhteystiedot: person?.secretContacts,
    // The definition has no contact address of a related person: under a ban it is the one that may be used.
    yhteystiedot: said({
      ...own,
      osoite: own['osoite'] ?? (yhteysosoite === undefined ? undefined : [yhteysosoite]),
    }),
    rooli: [...listed, ...(others.length > 0 ? ['other'] : [])].map((role) => wordIn(ROLES, role, find)),
    roolin_kuvaus:
      [...others, ...(content.description === undefined ? [] : [content.description])].join('; ') ||
      undefined,
    yhteyshenkilo: roles.some(isContactRole),
    toimivalta: content.powers,
    edunvalvonta: has('guardian')
      ? said({ edunvalvonnan_voimassaolo: said({ alkamispaiva: from, paattymispaiva: to }) })
      : undefined,
    edunvalvontavaltuutus: has('continuingPowerOfAttorney')
      ? said({ valtuutuksen_vahvistamispaiva: content.confirmedOn })
      : undefined,
    huoltajuus: custodyForm && {
      huoltajuussuhteen_muoto: namedCoding(CUSTODY_FORMS, CUSTODY_WORDS[custodyForm], find),
    },
    vanhemman_tiedonsaantioikeus: content.informationRight,
  });
}

const isContactRole = (role: RelationRole): boolean =>
  role === 'contactPerson' || role === 'contactPersonFor';
