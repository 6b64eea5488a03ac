import type { DateRange } from '../../kernel/date-range.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import type { ServiceTask } from '../service-tasks.ts';
import type { RetentionClass, RetentionEvent, RetentionRule } from './rules.ts';

/**
 * Säilytysajat: the annex of 703/2023 as rows, in its order. A period runs from an event, not from the day
 * of writing, so a disposal unit has no due month before its event is known. The periods concern documents
 * made before 2024 too (101 §). The annex keeps nothing of social welfare permanently: what the National
 * Archives has ordered to be kept is asked again when the due month has come.
 *
 * A change of the law is another row beside the one that it changes: that one gets its last day, the new one its first,
 * and says by the words of its transitional provision whether it reaches what is older. It is added when it is enacted:
 * months after its first day are counted by it from then on.
 */
const IN_FORCE: DateRange = { from: LocalDate.parse('2024-01-01') };
const OF_TASK: readonly RetentionClass[] = ['case', 'caseNote', 'document'];

const row = (
  event: RetentionEvent,
  years: number,
  annex: string,
  covers: Omit<RetentionRule, 'event' | 'years' | 'source' | 'validity' | 'reaches'>,
): RetentionRule => ({
  ...covers,
  event,
  years,
  source: `703/2023 liite: ${annex}`,
  validity: IN_FORCE,
  reaches: 'alsoEarlier',
});

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
