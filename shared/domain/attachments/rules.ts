import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type MediaType, MOST_BYTES } from './media-type.ts';
import type { UploadOrder } from './model.ts';

/** What no single field of an announced file can say. Pure; all findings at once. */

/** What the controller lets in. */
export type Limits = { maxBytes: number; mediaTypes: readonly MediaType[] };

const error = (rule: string, path: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
});

type Announced = Pick<UploadOrder, 'bytes' | 'mediaType' | 'documentDate'>;

export function judgeFile(
  { bytes, mediaType, documentDate }: Announced,
  limits: Limits,
  today: LocalDate,
): Finding[] {
  const most = Math.min(limits.maxBytes, MOST_BYTES);
  const findings: Finding[] = [];
  if (bytes > most) {
    const megabytes = Math.floor(most / 1024 / 1024);
    findings.push(
      error('attachment.tooLarge', '/body/bytes', {
        fi: `Tiedosto on liian suuri: enintään ${megabytes} Mt.`,
        sv: `Filen är för stor: högst ${megabytes} MB.`,
        en: `The file is too large: at most ${megabytes} MB.`,
      }),
    );
  }
  if (!limits.mediaTypes.includes(mediaType)) {
    findings.push(
      error('attachment.typeNotTaken', '/body/mediaType', {
        fi: 'Tällaista tiedostoa ei oteta vastaan.',
        sv: 'En fil av denna typ tas inte emot.',
        en: 'A file of this type is not taken in.',
      }),
    );
  }
  if (documentDate !== undefined && documentDate > today) {
    findings.push(
      error('attachment.dateInFuture', '/body/documentDate', {
        fi: 'Asiakirjan päiväys on tulevaisuudessa.',
        sv: 'Handlingens datum är i framtiden.',
        en: 'The date of the document is in the future.',
      }),
    );
  }
  return findings;
}

/** Of what belongs to an entry nothing is said twice; of all else the service task is. */
export function judgePlace(order: UploadOrder, tasksOfCase: readonly string[] | undefined): Finding[] {
  const { belongsTo, serviceTasks, caseId } = order;
  const findings: Finding[] = [];
  if (belongsTo !== undefined && (serviceTasks.length > 0 || caseId !== undefined)) {
    findings.push(
      error('attachment.classOfOwner', '/body/belongsTo', {
        fi: 'Kirjaukseen kuuluvan liitteen asia ja palvelutehtävä ovat kirjauksen.',
        sv: 'Ärendet och serviceuppgiften är anteckningens, när bilagan hör till en anteckning.',
        en: 'The case and service task of what belongs to an entry are the entry’s.',
      }),
    );
  }
  if (belongsTo === undefined && serviceTasks.length === 0) {
    findings.push(
      error('attachment.taskMissing', '/body/serviceTasks', {
        fi: 'Palvelutehtävä puuttuu.',
        sv: 'Serviceuppgift saknas.',
        en: 'No service task.',
      }),
    );
  }
  if (new Set(serviceTasks).size !== serviceTasks.length) {
    findings.push(
      error('attachment.taskTwice', '/body/serviceTasks', {
        fi: 'Sama palvelutehtävä on mainittu kahdesti.',
        sv: 'Samma serviceuppgift har nämnts två gånger.',
        en: 'The same service task is named twice.',
      }),
    );
  }
  if (tasksOfCase !== undefined && !serviceTasks.every((task) => tasksOfCase.includes(task))) {
    findings.push(
      error('attachment.tasksOfCase', '/body/serviceTasks', {
        fi: 'Liitteen palvelutehtävä ei ole asian palvelutehtävä.',
        sv: 'Bilagans serviceuppgift hör inte till ärendet.',
        en: 'A service task of the attachment is not one of the case.',
      }),
    );
  }
  return findings;
}
