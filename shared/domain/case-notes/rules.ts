import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ClientHead } from '../clients/model.ts';
import { judgeSource } from '../clients/rules.ts';
import type { DraftEntry, NoteEntry } from './model.ts';

/** What no single field of an entry can say. Pure; all findings at once. */

const error = (rule: string, path: string, message: Sentence, source?: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  ...(source === undefined ? {} : { source }),
});

/** No entry without a client relationship or a matter at hand (U-4.1, J-1.18; 703/2023 § 37). */
export const mayBeWrittenOf = (head: ClientHead, activeCases: readonly CaseHead[]): boolean =>
  head.relationship?.state === 'active' || activeCases.length > 0;

/** `ofCase` is the case the entry names. */
export function judgeEntry(entry: NoteEntry, ofCase: CaseHead | undefined, now: Instant): Finding[] {
  const { eventAt, eventUntil, serviceTasks, content } = entry;
  const findings: Finding[] = [];
  if (eventAt > now) {
    findings.push(
      error('note.eventInFuture', '/body/eventAt', {
        fi: 'Tapahtuma-aika on tulevaisuudessa.',
        sv: 'Tidpunkten för händelsen är i framtiden.',
        en: 'The time of the event is in the future.',
      }),
    );
  }
  if (eventUntil !== undefined && eventUntil < eventAt) {
    findings.push(
      error('note.endsBeforeItBegins', '/body/eventUntil', {
        fi: 'Tapahtuma päättyy ennen kuin se alkaa.',
        sv: 'Händelsen slutar innan den börjar.',
        en: 'The event ends before it begins.',
      }),
    );
  }
  if (new Set(serviceTasks).size !== serviceTasks.length) {
    findings.push(
      error('note.taskTwice', '/body/serviceTasks', {
        fi: 'Sama palvelutehtävä on mainittu kahdesti.',
        sv: 'Samma serviceuppgift har nämnts två gånger.',
        en: 'The same service task is named twice.',
      }),
    );
  }
  if (ofCase !== undefined && !serviceTasks.every((task) => ofCase.serviceTasks.includes(task))) {
    findings.push(
      error(
        'note.tasksOfCase',
        '/body/serviceTasks',
        {
          fi: 'Merkinnän palvelutehtävä ei ole asian palvelutehtävä.',
          sv: 'Anteckningens serviceuppgift hör inte till ärendet.',
          en: 'A service task of the entry is not one of the case.',
        },
        '703/2023 § 37',
      ),
    );
  }
  const sources = judgeSource(content.source, serviceTasks.includes('childWelfare'));
  return [...findings, ...sources.map((finding) => ({ ...finding, path: '/body/content/source' }))];
}

/** What a draft still lacks before it can be judged as an entry at all. */
export function missingOfDraft(draft: DraftEntry): Finding[] {
  const missing = (path: string, fi: string, sv: string, en: string): Finding =>
    error('note.missing', path, { fi, sv, en });
  return [
    ...(draft.serviceTasks.length > 0
      ? []
      : [missing('/serviceTasks', 'Palvelutehtävä puuttuu.', 'Serviceuppgift saknas.', 'No service task.')]),
    ...(draft.eventAt !== undefined
      ? []
      : [missing('/eventAt', 'Tapahtuma-aika puuttuu.', 'Tidpunkt saknas.', 'No time of the event.')]),
    ...(draft.content.text !== ''
      ? []
      : [missing('/content/text', 'Teksti puuttuu.', 'Text saknas.', 'No text.')]),
    ...(draft.content.source !== undefined
      ? []
      : [missing('/content/source', 'Tiedon lähde puuttuu.', 'Uppgiftskälla saknas.', 'No source.')]),
  ];
}
