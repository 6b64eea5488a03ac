import type * as z from 'zod';
import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { RequestForm } from '../controllers/settings/data-subject.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { wrong } from './findings.ts';
import type { RequestAsker, RequestKind } from './model.ts';

type Form = z.infer<typeof RequestForm>;
type Chosen = ControllerSettings['dataSubjectRequests'];

/** Everything but words that were only said at a visit. */
const IN_WRITING: readonly Form[] = ['signedDocument', 'verifiedDocument', 'written', 'form', 'eService'];

const listOf = (kind: RequestKind): keyof Chosen['acceptedForms'] | undefined => {
  switch (kind) {
    case 'inspection':
    case 'rectification':
    case 'erasure':
    case 'restriction':
      return kind;
    case 'objection':
      return 'restriction';
    case 'partyDocuments':
    case 'deceasedData':
    case 'reminder':
    default:
      return undefined;
  }
};

/**
 * Whether the controller takes a request in this form (C-22). Who accepts what is written accepts every way of writing.
 * The data of somebody who has died are asked in writing (703/2023 § 52); of documents and reminders no form is asked.
 */
export function isAcceptedForm(kind: RequestKind, form: Form, { acceptedForms }: Chosen): boolean {
  const list = listOf(kind);
  if (list === undefined) return kind !== 'deceasedData' || IN_WRITING.includes(form);
  const accepted = acceptedForms[list];
  return accepted.includes(form) || (accepted.includes('written') && IN_WRITING.includes(form));
}

/** Who may ask for what: a party and whoever applies ask under laws of their own. */
const ASKERS: Readonly<Partial<Record<RequestKind, readonly RequestAsker[]>>> = {
  partyDocuments: ['client', 'minor', 'guardianOfMinor', 'appointedGuardian', 'authorised', 'party'],
  deceasedData: ['applicant'],
  reminder: ['client', 'minor', 'guardianOfMinor', 'appointedGuardian', 'authorised', 'closePerson'],
};
const OF_OWN_DATA: readonly RequestAsker[] = [
  'client',
  'minor',
  'guardianOfMinor',
  'appointedGuardian',
  'authorised',
];

type Recorded = {
  kind: RequestKind;
  receivedOn: LocalDate;
  asker: RequestAsker;
  askerName?: string | undefined;
  rightToAct?: string | undefined;
};

/** What is wrong with a request as it was recorded. A form that is not accepted is no fault: it is completed (C-22). */
export function judgeRecorded(
  asked: Recorded,
  today: LocalDate,
  { diedOn }: { diedOn?: LocalDate | undefined },
): Finding[] {
  const findings: Finding[] = [];
  const { kind, asker, receivedOn } = asked;
  if (receivedOn > today) {
    findings.push(receivedAlready());
  }
  if (!(ASKERS[kind] ?? OF_OWN_DATA).includes(asker)) {
    findings.push(
      wrong('askerOfKind', '/asker', '703/2023 52 §; 621/1999 11 §; 812/2000 23 §', {
        fi: 'Tällaista pyyntöä ei tee tässä asemassa oleva.',
        sv: 'En sådan begäran görs inte av någon i denna ställning.',
        en: 'A request of this kind is not made by somebody in this position.',
      }),
    );
  }
  const isOther = asker !== 'client';
  if (isOther && (asked.rightToAct === undefined || (asker !== 'minor' && asked.askerName === undefined))) {
    findings.push(
      wrong('rightToAct', '/rightToAct', '434/2003 12 ja 14 §; 703/2023 52 §', {
        fi: 'Kirjaa, kuka pyytää ja miten oikeus siihen on todettu: huoltajuus, edustus, alaikäisen kyky tai hakijan etu.',
        sv: 'Anteckna vem som begär och hur rätten har konstaterats: vårdnad, företrädande, den minderårigas förmåga eller sökandens intresse.',
        en: "Record who asks and how the right was found: custody, representation, a minor's ability or an applicant's interest.",
      }),
    );
  }
  if (
    (kind === 'deceasedData') !== (diedOn !== undefined) &&
    kind !== 'partyDocuments' &&
    kind !== 'reminder'
  ) {
    findings.push(
      wrong('ofTheDead', '/kind', '703/2023 52 §; (EU) 2016/679 johdanto-osan 27 kappale', {
        fi: 'Kuolleen henkilön tietoja pyydetään hakemuksella, ja vain kuolleen: rekisteröidyn oikeudet ovat elävän.',
        sv: 'Uppgifter om en avliden begärs genom ansökan, och bara om en avliden: den registrerades rättigheter tillkommer levande.',
        en: 'Data of a dead person are applied for, and of a dead person only: the rights of a data subject are of the living.',
      }),
    );
  }
  return findings;
}

export const receivedAlready = (): Finding =>
  wrong('receivedAlready', '/receivedOn', '(EU) 2016/679 12 art.', {
    fi: 'Pyyntö ei voi saapua tulevaisuudessa.',
    sv: 'Begäran kan inte komma in i framtiden.',
    en: 'A request cannot arrive in the future.',
  });
