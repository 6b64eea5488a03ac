import * as z from 'zod';
import { type DateRange, inForce } from '../../kernel/date-range.ts';
import { addMonths, addYears, LocalDate, monthOf } from '../../kernel/local-date.ts';
import type { ServiceTask } from '../service-tasks.ts';

/**
 * Säilytysajat: the annex of 703/2023 as rows, in its order. A period runs from an event, not from the day
 * of writing, so a disposal unit has no due month before its event is known. The periods concern documents
 * made before 2024 too (101 §). The annex keeps nothing of social welfare permanently: what the National
 * Archives has ordered to be kept is asked again when the due month has come.
 */
export const RetentionClass = z
  .enum([
    // Asiakkuusasiakirja ja asiakkaan perustiedot
    'clienthood',
    // Documents of a service task
    'case',
    'caseNote',
    'document',
    // Tosite; asiakasmaksupäätös ja tuloselvitys; yhteydenpito; kopio lausunnosta; video- ja äänitallenne
    'voucher',
    'feeDecision',
    'correspondence',
    'statementCopy',
    'recording',
    // Loki ja luovutusilmoitus; luovutuslupa, suostumus, kielto
    'log',
    'permitOrDenial',
  ])
  .meta({ id: 'RetentionClass' });
export type RetentionClass = z.infer<typeof RetentionClass>;

/** The events from which periods run. `lastCaseClosed`: and the need of disability services has ended. */
export type RetentionEvent =
  | 'clientDied'
  | 'childBorn'
  | 'caseClosed'
  | 'lastCaseClosed'
  | 'drawnUp'
  | 'decisionEnded'
  | 'messageDated'
  | 'useEnded'
  | 'logged'
  | 'replaced';

export type RetentionRule = {
  documentClasses: readonly RetentionClass[];
  serviceTasks?: readonly ServiceTask[];
  /** Of family law: matters about a child, or others. Of permits: the newest version, or earlier ones. */
  only?: 'aboutChild' | 'notAboutChild' | 'newestVersion' | 'earlierVersion';
  event: RetentionEvent;
  years: number;
  source: string;
  validity: DateRange;
};

export type RetentionQuestion = {
  documentClass: RetentionClass;
  serviceTask?: ServiceTask;
  /** Left open, a family-law matter counts as one about a child: kept longer. */
  aboutChild?: boolean;
  /** Left open, a permit or denial counts as the newest: kept longer. */
  newestVersion?: boolean;
};

const IN_FORCE: DateRange = { from: LocalDate.parse('2024-01-01') };
const OF_TASK: readonly RetentionClass[] = ['case', 'caseNote', 'document'];

const row = (
  event: RetentionEvent,
  years: number,
  annex: string,
  covers: Omit<RetentionRule, 'event' | 'years' | 'source' | 'validity'>,
): RetentionRule => ({ ...covers, event, years, source: `703/2023 liite: ${annex}`, validity: IN_FORCE });

const rowOfTask = (
  serviceTask: ServiceTask,
  event: RetentionEvent,
  years: number,
  annex: string,
  only?: 'aboutChild' | 'notAboutChild',
): RetentionRule =>
  row(event, years, annex, {
    documentClasses: OF_TASK,
    serviceTasks: [serviceTask],
    ...(only ? { only } : {}),
  });

export const RETENTION_RULES: readonly RetentionRule[] = [
  row('clientDied', 2, 'asiakkuusasiakirja ja asiakkaan perustiedot', { documentClasses: ['clienthood'] }),
  rowOfTask('families', 'caseClosed', 30, 'lapsiperheiden palvelutehtävä'),
  rowOfTask('workingAge', 'caseClosed', 10, 'työikäisten palvelutehtävä'),
  rowOfTask('older', 'caseClosed', 10, 'iäkkäiden palvelutehtävä'),
  rowOfTask('substance', 'caseClosed', 10, 'päihdehuollon palvelutehtävä'),
  rowOfTask('disability', 'lastCaseClosed', 10, 'vammaispalvelujen palvelutehtävä'),
  rowOfTask('childWelfare', 'clientDied', 2, 'lastensuojelun palvelutehtävä'),
  rowOfTask('familyLaw', 'childBorn', 120, 'perheoikeudelliset palvelut, lasta koskevat asiat', 'aboutChild'),
  rowOfTask('familyLaw', 'caseClosed', 10, 'perheoikeudelliset palvelut, muut asiat', 'notAboutChild'),
  // The annex gives no start: the day of the voucher is our reading. The ledger keeps its own copy longer.
  row('drawnUp', 3, 'tositteet', { documentClasses: ['voucher'] }),
  row('decisionEnded', 12, 'asiakasmaksupäätökset ja tuloselvitysasiakirjat', {
    documentClasses: ['feeDecision'],
  }),
  row('messageDated', 3, 'yhteydenpito tai kirjeenvaihto', { documentClasses: ['correspondence'] }),
  row('drawnUp', 5, 'kopiot lausunnoista ja todistuksista', { documentClasses: ['statementCopy'] }),
  row('useEnded', 0, 'video- ja äänitallenteet', { documentClasses: ['recording'] }),
  row('logged', 12, 'luovutus- ja käyttölokitiedot sekä luovutusilmoitukset', { documentClasses: ['log'] }),
  row('clientDied', 12, 'luovutusluvat, suostumukset, kielto-asiakirjat, uusin versio', {
    documentClasses: ['permitOrDenial'],
    only: 'newestVersion',
  }),
  row('replaced', 12, 'luovutusluvat, suostumukset, kielto-asiakirjat, edeltävät', {
    documentClasses: ['permitOrDenial'],
    only: 'earlierVersion',
  }),
];

/** The row that answers; undefined where none does, and such a thing is never due. */
export const retentionRuleOf = (question: RetentionQuestion, on: LocalDate): RetentionRule | undefined =>
  RETENTION_RULES.find((rule) => inForce(rule.validity, on) && answers(rule, question));

function answers(rule: RetentionRule, question: RetentionQuestion): boolean {
  const { documentClass, serviceTask, aboutChild = true, newestVersion = true } = question;
  const isOfTask =
    rule.serviceTasks === undefined || (serviceTask !== undefined && rule.serviceTasks.includes(serviceTask));
  const only = {
    aboutChild,
    notAboutChild: !aboutChild,
    newestVersion,
    earlierVersion: !newestVersion,
  };
  return rule.documentClasses.includes(documentClass) && isOfTask && (rule.only ? only[rule.only] : true);
}

/**
 * `YYYY-MM`: the first month after the period has run out. Ten years from 24 November 2026 run out with
 * 24 November 2036, so the due month is December 2036.
 */
export const dueMonthOf = ({ years }: Pick<RetentionRule, 'years'>, eventDate: LocalDate): string =>
  monthOf(addMonths(addYears(eventDate, years), 1));
