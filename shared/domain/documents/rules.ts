import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ServiceTask } from '../service-tasks.ts';

/** What neither the content nor a single field of a document can say. Pure; all findings at once. */

const error = (rule: string, path: string, message: Sentence, source?: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  ...(source === undefined ? {} : { source }),
});

export type Frame = { serviceTasks: readonly ServiceTask[]; documentAt?: Instant | undefined };

/** `ofCase` is the case the document names. */
export function judgeFrame(
  { serviceTasks, documentAt }: Frame,
  ofCase: Pick<CaseHead, 'serviceTasks'> | undefined,
  now: Instant,
): Finding[] {
  const findings: Finding[] = [];
  if (serviceTasks.length === 0) {
    findings.push(
      error(
        'document.noTask',
        '/serviceTasks',
        {
          fi: 'Palvelutehtävä puuttuu.',
          sv: 'Serviceuppgift saknas.',
          en: 'No service task.',
        },
        '703/2023 § 13',
      ),
    );
  }
  if (new Set(serviceTasks).size !== serviceTasks.length) {
    findings.push(
      error('document.taskTwice', '/serviceTasks', {
        fi: 'Sama palvelutehtävä on mainittu kahdesti.',
        sv: 'Samma serviceuppgift har nämnts två gånger.',
        en: 'The same service task is named twice.',
      }),
    );
  }
  if (ofCase !== undefined && !serviceTasks.every((task) => ofCase.serviceTasks.includes(task))) {
    findings.push(
      error(
        'document.tasksOfCase',
        '/serviceTasks',
        {
          fi: 'Asiakirjan palvelutehtävä ei ole asian palvelutehtävä.',
          sv: 'Handlingens serviceuppgift hör inte till ärendet.',
          en: 'A service task of the document is not one of the case.',
        },
        '703/2023 § 37',
      ),
    );
  }
  if (documentAt !== undefined && documentAt > now) {
    findings.push(
      error('document.inFuture', '/documentAt', {
        fi: 'Asiakirjan aika on tulevaisuudessa.',
        sv: 'Handlingens tidpunkt är i framtiden.',
        en: 'The time of the document is in the future.',
      }),
    );
  }
  return findings;
}
