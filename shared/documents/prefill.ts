import type { LocalDate } from '../kernel/local-date.ts';
import {
  codingOf,
  deliveredCodeList,
  type FindCodeList,
  ORGANISATION_REGISTER,
  SERVICE_TASKS,
  SOCIAL_SERVICES,
} from './code-lists.ts';
import type { Definition, Field } from './definition.ts';
import { splitDefinitionOid } from './definition.ts';
import { fitted } from './fit-value.ts';
import {
  hasHiddenPlaces,
  type KnownPerson,
  type KnownUnit,
  type KnownWorker,
  personValues,
  unitCoding,
  workerValues,
} from './prefill-person.ts';
import { isRecord } from './visit.ts';

/** All that the file and the work at hand tell before the writer has written anything. */
export type Known = {
  /** The client whose document it is first, then those who share the case. */
  clients: readonly KnownPerson[];
  guardians?: readonly KnownPerson[];
  parents?: readonly KnownPerson[];
  spouses?: readonly KnownPerson[];
  /** Edunvalvojat. */
  trustees?: readonly KnownPerson[];
  author?: KnownWorker;
  /** Omatyöntekijä. */
  ownWorker?: KnownWorker;
  unit?: KnownUnit;
  date: LocalDate;
  /** By our keys. */
  serviceTasks: readonly string[];
  socialServices: readonly string[];
  caseId?: string;
  /** Final documents of the same client that this reader may open, the newest first. */
  earlier: readonly { definitionOid: string; content: unknown }[];
  /** May this reader see the addresses of those under a safety ban? */
  maySeeProtected: boolean;
};

/**
 * What to offer the writer of a new document: only fields that the definition has, in its form, and nothing
 * that the reader may not see. It is an offer: the writer keeps, changes or takes away each of it.
 */
export function prefill(
  definition: Definition,
  known: Known,
  find: FindCodeList = deliveredCodeList,
): Record<string, unknown> {
  const offer: Offer = { definition, known, find, answers: earlierAnswers(definition, known) };
  const root = groupOffer(definition.fields, offer);
  return root === undefined ? {} : { [definition.key]: root };
}

type Offer = {
  definition: Definition;
  known: Known;
  find: FindCodeList;
  answers: ReadonlyMap<string, unknown>;
};

/** Facts before answers: what the file says today is newer than what was written from it. */
function groupOffer(fields: readonly Field[], offer: Offer): Record<string, unknown> | undefined {
  const offered = fields.flatMap((field) => {
    const value = factOf(field, offer) ?? offer.answers.get(field.key) ?? withinGroup(field, offer);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  return offered.length === 0 ? undefined : Object.fromEntries(offered);
}

/**
 * A group that stands once may hold what is known; an item of a list is the writer's to begin, and what belongs
 * to somebody else (that person's spouse, trustee) is not what the file knows of the client.
 */
function withinGroup(field: Field, { definition, known, find }: Offer): unknown {
  if (field.type !== 'group' || field.repeats || isPerson(field)) return undefined;
  return groupOffer(field.fields, { definition, known, find, answers: new Map() });
}

const isPerson = ({ fields }: Field & { type: 'group' }): boolean =>
  fields.some(({ key }) => key === 'sukunimi');

const GUARDIANS = [
  'huoltaja',
  'huoltaja_tai_laillinen_edustaja',
  'huoltaja_tai_muu_lapsen_hoidosta_vastaava_henkilo',
];
const OWN_AUTHORS = ['laatija', 'valmistelija', 'lisatietojen_antaja'];

function factOf(field: Field, offer: Offer): unknown {
  const { known } = offer;
  if (field.type === 'group') return personOffer(field, offer);
  if (field.key === 'palvelutehtava') return codes(field, SERVICE_TASKS, known.serviceTasks, offer);
  if (field.key === 'sosiaalipalvelu') return codes(field, SOCIAL_SERVICES, known.socialServices, offer);
  if (isUnit(field) && known.unit !== undefined) return fitted(field, unitCoding(known.unit));
  if (field.key === 'paivamaara') return fitted(field, known.date);
  if (['asiatunnus', 'asianumero'].includes(field.key) && known.caseId !== undefined) {
    return fitted(field, { value: known.caseId });
  }
  // A paragraph that the definition prescribes has one wording.
  if (field.type === 'text' && field.required && field.values?.length === 1)
    return fitted(field, field.values[0]);
  return undefined;
}

const isUnit = (field: Field): boolean =>
  field.type === 'code' &&
  field.codeList === ORGANISATION_REGISTER &&
  ['yksikko', 'palveluyksikko'].includes(field.key);

const codes = (field: Field, list: string, keys: readonly string[], { find }: Offer): unknown =>
  fitted(
    field,
    keys.flatMap((key) => codingOf(list, key, find) ?? []),
  );

function personOffer(field: Field & { type: 'group' }, { definition, known }: Offer): unknown {
  const people = (persons: readonly KnownPerson[] = []) =>
    persons.map((person) => personValues(person, known.maySeeProtected));
  const { key } = field;
  if (key === 'asiakas') return fitted(field, people(known.clients));
  // One place and several people: which of them is meant, only the writer knows.
  const only = (values: readonly unknown[]): unknown =>
    field.repeats || values.length === 1 ? fitted(field, values) : undefined;
  if (GUARDIANS.includes(key)) return only(people(known.guardians));
  if (key === 'vanhempi') return only(people(known.parents));
  if (key === 'puoliso') return only(people(known.spouses));
  if (key === 'edunvalvoja') return only(people(known.trustees));
  if (key === 'omatyontekija' && known.ownWorker !== undefined)
    return fitted(field, workerValues(known.ownWorker));
  if (OWN_AUTHORS.includes(key) && known.author !== undefined && isWrittenByStaff(definition)) {
    return fitted(field, workerValues(known.author));
  }
  return undefined;
}

/** Some documents are the client's or another private person's own: their author is not the worker. */
const isWrittenByStaff = ({ author = '' }: Definition): boolean =>
  !/asiakas|yksityishenkilö/i.test(author) || /ammattihenkilö/i.test(author);

/** What is said of one document and of no other. */
const OF_ONE_DOCUMENT =
  /^(?:paivamaara|liite|liiteluettelo|jakelu|muutoksenhaku|asiatunnus|asianumero|versiotunnus|lisatiedot)$|^(?:allekirjoitus|paato|ratkaisu|tama_paatos|lainkohdat|ilmoit)/;

/** Where somebody is reached or found. */
const PLACES = new Set([
  'yhteystiedot',
  'osoite',
  'postiosoite',
  'kayntiosoite',
  'yhteysosoite',
  'tilapainen_osoite',
  'lahiosoite',
  'postinumero',
  'postitoimipaikka',
  'kotikunta',
  'tilapainen_asuinkunta',
  'asuinpaikka',
  'puhelinnumero',
  'sahkopostiosoite',
]);

/**
 * Answers of earlier documents to the same question, the newest first: of the same type all that is not of one
 * document alone; of another type only what stands in a group of the same key, for a text of the same name may
 * be about something else there.
 */
function earlierAnswers(
  definition: Definition,
  { earlier, maySeeProtected, ...known }: Known,
): Map<string, unknown> {
  const typeOid = splitDefinitionOid(definition.oid)?.typeOid;
  const people = [known.clients, known.guardians, known.parents, known.spouses, known.trustees];
  const hidesPlaces = !maySeeProtected && people.some((group) => group?.some(hasHiddenPlaces));
  const isLeftOut = (key: string): boolean => OF_ONE_DOCUMENT.test(key) || (hidesPlaces && PLACES.has(key));
  const answers = new Map<string, unknown>();
  for (const { definitionOid, content } of earlier) {
    const root = isRecord(content) ? Object.values(content)[0] : undefined;
    if (!isRecord(root)) continue;
    const isSameType = splitDefinitionOid(definitionOid)?.typeOid === typeOid;
    for (const field of definition.fields) {
      if (answers.has(field.key) || isLeftOut(field.key)) continue;
      if (!isSameType && field.type !== 'group') continue;
      const value = fitted(field, Object.hasOwn(root, field.key) ? root[field.key] : undefined, isLeftOut);
      if (value !== undefined) answers.set(field.key, value);
    }
  }
  return answers;
}
