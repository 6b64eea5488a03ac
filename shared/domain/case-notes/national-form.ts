import type { DocumentBase, EntryNote } from '../../documents/entry-note.ts';
import { ENTRY_TYPES } from '../../documents/entry-types.ts';
import { toNationalForm } from '../../documents/to-national-form.ts';
import { validateContent } from '../../documents/validate.ts';
import type { Finding } from '../../kernel/finding.ts';
import { type LocalDate } from '../../kernel/local-date.ts';
import type { Services } from '../../services.ts';
import type { BaseData, Channel } from '../clients/model.ts';
import { builtBy, type Defined } from '../documents/definitions.ts';
import type { DraftEntry, NoteEntry } from './model.ts';

/** Saapumistapa as the national list of ways of contact says it (1.2.246.537.6.1250). */
export const NATIONAL_CHANNELS: Readonly<Record<Channel, string>> = {
  visit: 'visitToOffice',
  homeVisit: 'homeVisit',
  phone: 'phone',
  electronic: 'electronicMessage',
  paper: 'letter',
  oral: 'other',
  register: 'other',
};

export type DocumentFacts = {
  client: BaseData;
  author: { name: string; postTitle: string };
  date: LocalDate;
};

/** The definition of a kind of entry, in the version that its fields are known of. */
export const definitionOfEntry = (
  services: Services,
  { entryType }: Pick<DraftEntry, 'entryType'>,
): Promise<Defined> => {
  const { typeOid, version } = ENTRY_TYPES[entryType];
  return builtBy(services, typeOid, version);
};

/**
 * Makes the national document of an entry and judges it against THL's definition of its kind. Errors refuse a
 * final entry; a draft is only held to forms (703/2023 § 44; määräys 5/2024).
 */
export function judgeNationalForm(
  entry: NoteEntry | DraftEntry,
  facts: DocumentFacts,
  stage: 'draft' | 'final',
  { definition, find }: Defined,
): Finding[] {
  const { content, findings } = toNationalForm(noteOf(entry), baseOf(facts), find);
  return [
    ...findings,
    ...(entry.serviceTasks.length > 1 ? [SEVERAL_TASKS] : []),
    ...validateContent(definition, content, stage, find, facts.date).map((finding) =>
      softened(finding, facts.client),
    ),
  ];
}

function noteOf(entry: NoteEntry | DraftEntry): EntryNote {
  const { content, eventAt, eventUntil } = entry;
  const [serviceTask] = entry.serviceTasks;
  return {
    entryType: entry.entryType,
    ...(serviceTask === undefined ? {} : { serviceTask }),
    socialServices: content.socialServices,
    ...(eventAt === undefined ? {} : { eventFrom: eventAt }),
    ...(eventUntil === undefined ? {} : { eventTo: eventUntil }),
    ...(content.participants.length === 0 ? {} : { participants: content.participants }),
    ...(content.channel === undefined ? {} : { channel: NATIONAL_CHANNELS[content.channel] }),
    ...(content.place === undefined ? {} : { place: content.place }),
    ...(content.text === '' ? {} : { text: content.text }),
    ...(content.agreed === undefined ? {} : { agreed: content.agreed }),
    details: content.details,
  };
}

function baseOf({ client, author, date }: DocumentFacts): DocumentBase {
  const { name, personalIdentityCode, temporaryId } = client;
  const names = author.name.trim().split(/\s+/);
  const surname = names.at(-1) ?? '';
  return {
    clients: [
      {
        surname: name.family,
        givenNames: name.given,
        ...(personalIdentityCode === undefined ? {} : { identityCode: personalIdentityCode }),
        ...(temporaryId === undefined ? {} : { temporaryId }),
      },
    ],
    authors: [
      {
        surname,
        givenNames: names.length > 1 ? names.slice(0, -1).join(' ') : surname,
        title: author.postTitle,
      },
    ],
    date,
  };
}

/** The national document has no field for a date of birth, with which the law is content (703/2023 § 38). */
const softened = (finding: Finding, client: BaseData): Finding =>
  finding.rule === 'document.identityMissing' && client.birthDate !== undefined
    ? { ...finding, severity: 'warning' }
    : finding;

const SEVERAL_TASKS: Finding = {
  rule: 'note.severalTasks',
  severity: 'warning',
  path: '/serviceTasks',
  message: {
    fi: 'Kansalliseen asiakirjaan tulee palvelutehtävistä ensimmäinen.',
    sv: 'I den nationella handlingen antecknas den första serviceuppgiften.',
    en: 'The national document names the first of the service tasks.',
  },
};
