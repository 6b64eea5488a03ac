import {
  Coding,
  codingOf,
  deliveredCodeList,
  type FindCodeList,
  keyOfCoding,
  ORGANISATION_REGISTER,
  SERVICE_TASKS,
  SOCIAL_SERVICES,
  systemOf,
} from '../../documents/code-lists.ts';
import { isPresent } from '../../documents/conditional-rules.ts';
import type { Definition, Field, GroupField } from '../../documents/definition.ts';
import { isRecord, pointer } from '../../documents/visit.ts';
import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { CaseId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { BaseData } from '../clients/model.ts';
import { birthDateIn } from '../clients/rules.ts';
import { DocumentContent } from './model.ts';

/** A client as the file knows them today. */
export type KnownClient = BaseData & { isBanned: boolean };

/** What the system knows of a document without its writer. */
export type BaseFacts = {
  clients: readonly KnownClient[];
  author: { name: string; postTitle: string };
  unit?: { name: string; oid?: string | undefined } | undefined;
  date: LocalDate;
  serviceTasks: readonly string[];
  socialServices: readonly string[];
  caseId?: CaseId | undefined;
  /** The code lists that are known: what an operator has loaded has codes that those delivered may lack. */
  find?: FindCodeList | undefined;
  /** Nothing is filled in: who has no code in it must have the name of the client. */
  asItIs?: boolean | undefined;
};

type Values = Record<string, unknown>;
type Filled = { content: DocumentContent; findings: Finding[] };

const IDENTITY_CODES = 'urn:oid:1.2.246.21';

/**
 * Fills in what the definition asks for and the system knows: the clients, the author, the day, service tasks and
 * services, the case, and paragraphs whose wording is prescribed. What the writer has said stays, but for the names
 * and codes of the clients, which are those of their files. Findings tell where the writer named somebody else's.
 */
export function fillBase(definition: Definition, content: DocumentContent, facts: BaseFacts): Filled {
  const findings: Finding[] = [];
  const root: Values = structuredClone(rootOf(definition, content) ?? {});
  for (const field of definition.fields) {
    const at = `/${definition.key}/${field.key}`;
    if (field.key === 'asiakas' && field.type === 'group') {
      root[field.key] = clientsIn(field, root[field.key], facts, { at, findings });
    } else if (!isPresent(root[field.key])) {
      const value = valueOf(definition, field, facts);
      if (value !== undefined) root[field.key] = value;
    } else if (field.key === 'palvelutehtava' && field.type === 'code') {
      judgeTasks(root[field.key], facts, { at, findings });
    }
  }
  const filled = { ...content, [definition.key]: root };
  return { content: DocumentContent.parse(JSON.parse(JSON.stringify(filled))), findings };
}

function rootOf(definition: Definition, content: DocumentContent): Values | undefined {
  const root = content[definition.key];
  return isRecord(root) ? root : undefined;
}

function valueOf(definition: Definition, field: Field, facts: BaseFacts): unknown {
  switch (field.key) {
    case 'laatija':
      return field.type === 'group' && isWrittenByStaff(definition) ? authorIn(field, facts) : undefined;
    case 'paivamaara':
      return field.type === 'date' ? facts.date : undefined;
    case 'palvelutehtava':
      return field.type === 'code'
        ? codesIn(field, SERVICE_TASKS, facts.serviceTasks, facts.find)
        : undefined;
    case 'sosiaalipalvelu':
      return field.type === 'code'
        ? codesIn(field, SOCIAL_SERVICES, facts.socialServices, facts.find)
        : undefined;
    case 'asiatunnus':
      return field.type === 'identifier' && facts.caseId !== undefined ? { value: facts.caseId } : undefined;
    default:
      return prescribed(field);
  }
}

/** A paragraph that the definition prescribes word for word. */
function prescribed(field: Field): string | undefined {
  if (field.type !== 'text' || field.required !== true || field.repeats === true) return undefined;
  const [only, second] = field.values ?? [];
  return second === undefined ? only : undefined;
}

/** Some documents are the client's or another private person's own: their author is not the worker who stores them. */
const isWrittenByStaff = ({ author = '' }: Definition): boolean =>
  !/asiakas|yksityishenkilö/i.test(author) || /ammattihenkilö/i.test(author);

const only = (group: Pick<GroupField, 'fields'>, values: Values): Values => {
  const known = new Set(group.fields.map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => known.has(key) && value !== undefined),
  );
};
const oneOrList = (field: Field, value: unknown): unknown => (field.repeats === true ? [value] : value);

function authorIn(field: GroupField, { author, unit }: BaseFacts): unknown {
  const names = author.name.trim().split(/\s+/);
  const surname = names.at(-1) ?? '';
  const values = only(field, {
    sukunimi: surname,
    etunimet: names.length > 1 ? names.slice(0, -1).join(' ') : surname,
    tehtavanimike: author.postTitle,
    palveluyksikko:
      unit === undefined
        ? undefined
        : {
            system: systemOf(ORGANISATION_REGISTER),
            ...(unit.oid === undefined ? {} : { code: unit.oid }),
            display: unit.name,
          },
  });
  return Object.keys(values).length === 0 ? undefined : oneOrList(field, values);
}

function codesIn(field: Field, list: string, keys: readonly string[], find?: FindCodeList): unknown {
  const codings = keys.flatMap((key) => codingOf(list, key, find) ?? codingOf(list, key) ?? []);
  if (codings.length === 0) return undefined;
  // Where the definition has room for one, the first is said; all stand on the document itself.
  return field.repeats === true ? codings : codings[0];
}

type Judged = { at: string; findings: Finding[] };

function judgeTasks(
  value: unknown,
  { serviceTasks, find = deliveredCodeList }: Pick<BaseFacts, 'serviceTasks' | 'find'>,
  { at, findings }: Judged,
): void {
  for (const item of Array.isArray(value) ? value : [value]) {
    const coding = Coding.safeParse(item).data;
    const key = coding === undefined ? undefined : keyOfCoding(SERVICE_TASKS, coding, find);
    if (key !== undefined && !serviceTasks.includes(key)) findings.push(finding('document.otherTask', at));
  }
}

/** The clients of the document, each filled into the group that the writer began for them, if any. */
function clientsIn(field: GroupField, value: unknown, facts: BaseFacts, judged: Judged): unknown {
  const { clients } = facts;
  // What has no names of its own (a family's two parents) is the writer's to fill.
  if (!field.fields.some(({ key }) => key === 'sukunimi')) return value;
  const given = (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(isRecord);
  if (field.repeats !== true && clients.length > 1) {
    judged.findings.push(finding('document.oneClient', judged.at));
  }
  const codes: ReadonlySet<string | undefined> = new Set(
    clients.map((client) => client.personalIdentityCode),
  );
  for (const [place, group] of given.entries()) {
    const code = codeIn(group);
    const isNamed = facts.asItIs !== true || hasName(group, clients[place]);
    if (place >= clients.length || (code === undefined ? !isNamed : !codes.has(code))) {
      judged.findings.push(
        finding('document.otherClient', field.repeats === true ? pointer(judged.at, place) : judged.at),
      );
    }
  }
  const made = clients.map((client) => ({
    ...banIn(field, client),
    ...groupOf(client, clients, given),
    ...identityIn(field, client),
  }));
  return field.repeats === true ? made : made[0];
}

const hasName = (group: Values, client: BaseData | undefined): boolean =>
  [group['sukunimi'], group['etunimet']].join(' ').toLocaleLowerCase('fi') ===
  [client?.name.family, client?.name.given].join(' ').toLocaleLowerCase('fi');

const codeIn = (group: Values): string | undefined => {
  const code = isRecord(group['henkilotunnus']) ? group['henkilotunnus']['value'] : undefined;
  return typeof code === 'string' && code !== '' ? code : undefined;
};

/** By its identity code, else the one at the client's own place where that has no code. */
function groupOf(client: KnownClient, clients: readonly KnownClient[], given: readonly Values[]): Values {
  const byCode = given.find(
    (group) => codeIn(group) !== undefined && codeIn(group) === client.personalIdentityCode,
  );
  if (byCode !== undefined) return byCode;
  const inPlace = given[clients.indexOf(client)];
  return inPlace !== undefined && codeIn(inPlace) === undefined ? inPlace : {};
}

const identityIn = (field: GroupField, client: KnownClient): Values =>
  only(field, {
    sukunimi: client.name.family,
    etunimet: client.name.given,
    henkilotunnus:
      client.personalIdentityCode === undefined
        ? undefined
        : { system: IDENTITY_CODES, value: client.personalIdentityCode },
    tilapainen_yksilointitunnus: client.temporaryId === undefined ? undefined : { value: client.temporaryId },
    syntymaaika: birthDateIn(client),
  });

/** Where a definition asks whether there is a safety ban, the file answers; it is told nowhere else. */
const banIn = (field: GroupField, client: KnownClient): Values =>
  field.fields.some(({ key, required }) => key === 'turvakielto' && required === true)
    ? { turvakielto: client.isBanned }
    : {};

const MESSAGES = {
  'document.otherTask': {
    fi: 'Sisällön palvelutehtävä ei ole asiakirjan palvelutehtävä.',
    sv: 'Serviceuppgiften i innehållet är inte handlingens serviceuppgift.',
    en: 'The service task in the content is not one of the document.',
  },
  'document.oneClient': {
    fi: 'Tällainen asiakirja laaditaan yhdestä asiakkaasta.',
    sv: 'En sådan handling upprättas om en enda klient.',
    en: 'A document of this kind is drawn up of one client.',
  },
  'document.otherClient': {
    fi: 'Sisällössä on asiakkaana muu henkilö kuin asiakirjan asiakas.',
    sv: 'I innehållet står en annan person som klient än handlingens klient.',
    en: 'The content names as client somebody who is not a client of the document.',
  },
} as const satisfies Record<string, Sentence>;

const finding = (rule: keyof typeof MESSAGES, path: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message: MESSAGES[rule],
});
