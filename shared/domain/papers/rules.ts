import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { NewPaper } from './model.ts';

/** What no single field of a paper can say. Pure; all findings at once. */

const error = (rule: string, path: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
});

export function judgePaper(
  paper: NewPaper,
  tasksOfCase: readonly string[] | undefined,
  today: LocalDate,
): Finding[] {
  const { what, of, serviceTasks, caseId, paperDate } = paper;
  const findings: Finding[] = [];
  if (what !== 'other' && of === undefined) {
    findings.push(
      error('paper.ofMissing', '/body/of', {
        fi: 'Tuloste ja skannatun alkuperäiskappale on jostakin asiakirjasta.',
        sv: 'En utskrift eller ett original är av någon handling.',
        en: 'A print or an original is of some document.',
      }),
    );
  }
  if (of !== undefined && (serviceTasks.length > 0 || caseId !== undefined)) {
    findings.push(
      error('paper.classOfOwner', '/body/of', {
        fi: 'Asia ja palvelutehtävä ovat sen asiakirjan, josta paperi on.',
        sv: 'Ärendet och serviceuppgiften är den handlings som papperet gäller.',
        en: 'The case and service task are those of the document that the paper is of.',
      }),
    );
  }
  if (of === undefined && serviceTasks.length === 0) {
    findings.push(
      error('paper.taskMissing', '/body/serviceTasks', {
        fi: 'Palvelutehtävä puuttuu.',
        sv: 'Serviceuppgift saknas.',
        en: 'No service task.',
      }),
    );
  }
  if (tasksOfCase !== undefined && !serviceTasks.every((task) => tasksOfCase.includes(task))) {
    findings.push(
      error('paper.tasksOfCase', '/body/serviceTasks', {
        fi: 'Palvelutehtävä ei ole asian palvelutehtävä.',
        sv: 'Serviceuppgiften hör inte till ärendet.',
        en: 'A service task is not one of the case.',
      }),
    );
  }
  if (paperDate !== undefined) findings.push(...judgePast(paperDate, '/body/paperDate', today));
  return findings;
}

/** A day that must have come. */
export const judgePast = (day: LocalDate, path: string, today: LocalDate): Finding[] =>
  day <= today
    ? []
    : [
        error('paper.dayToCome', path, {
          fi: 'Päivä on tulevaisuudessa.',
          sv: 'Dagen är i framtiden.',
          en: 'The day is in the future.',
        }),
      ];

/** A day that must not have passed. */
export const judgeComing = (day: LocalDate, path: string, today: LocalDate): Finding[] =>
  day >= today
    ? []
    : [
        error('paper.dayPassed', path, {
          fi: 'Palautuspäivä on mennyt.',
          sv: 'Återlämningsdagen har gått.',
          en: 'The day of return has passed.',
        }),
      ];

/** Where the settings name places, a folder stands in one of them (C-33); where they name none, anywhere. */
export const isKnownPlace = (place: string, locations: readonly string[]): boolean =>
  locations.length === 0 || locations.includes(place);
