import type { Finding, Sentence } from '../../kernel/finding.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Unit } from './model.ts';
import { LOG_YEARS } from './settings/security.ts';
import type { ControllerSettings, NamedSettings } from './settings/settings.ts';

const error = (rule: string, path: string, message: Sentence): Finding => ({
  rule: `controller.${rule}`,
  severity: 'error',
  path: `/body${path}`,
  message,
});

/** A unit serves one of its controller's own municipalities (C-01, K-13.2), where the controller has named them. */
export function judgeUnit(
  { municipality, earlierMunicipalities = [] }: Pick<Unit, 'municipality' | 'earlierMunicipalities'>,
  settings: ControllerSettings,
): Finding[] {
  const { municipalities } = settings.controller;
  const isOwn = municipality === undefined || municipalities.includes(municipality);
  return [
    ...(isOwn || municipalities.length === 0
      ? []
      : [
          error('ownMunicipality', '/municipality', {
            fi: 'Kunta ei kuulu rekisterinpitäjään.',
            sv: 'Kommunen hör inte till den personuppgiftsansvariga.',
            en: 'The municipality is not one of the controller’s.',
          }),
        ]),
    ...judgeEarlier(earlierMunicipalities.map(({ until }) => until)),
  ];
}

/** Figures are of whole months: a unit changes its municipality at the turn of one. */
function judgeEarlier(days: readonly LocalDate[]): Finding[] {
  const isInOrder = days.every(
    (until, nth) => addDays(until, 1).endsWith('-01') && (days[nth - 1] ?? '') < until,
  );
  if (isInOrder) return [];
  return [
    error('municipalitiesInOrder', '/earlierMunicipalities', {
      fi: 'Aiemmat kunnat ovat aikajärjestyksessä, ja kukin päättyy kuukauden viimeisenä päivänä.',
      sv: 'De tidigare kommunerna står i tidsordning, och var och en upphör den sista dagen i en månad.',
      en: 'Earlier municipalities stand in order, and each ends on the last day of a month.',
    }),
  ];
}

export const unitUnknown = (): Finding =>
  error('unitKnown', '/unitId', {
    fi: 'Yksikköä ei ole tai se on lakannut.',
    sv: 'Enheten finns inte eller har upphört.',
    en: 'There is no such unit, or it has ended.',
  });

export const nothingChanges = (): Finding =>
  error('somethingChanges', '/settings', {
    fi: 'Ehdotus ei muuta mitään.',
    sv: 'Förslaget ändrar ingenting.',
    en: 'The proposal changes nothing.',
  });

/** The log is kept as long as the law says, by the deployment: a longer time once stored stays as it is, and is not chosen anew. */
export const judgeChosen = ({ log }: Pick<NamedSettings, 'log'>): Finding[] =>
  log === undefined || log.retentionYears === LOG_YEARS
    ? []
    : [
        error('logYears', '/settings/log/retentionYears', {
          fi: `Loki säilytetään ${LOG_YEARS} vuotta (703/2023 liite). Muuta aikaa ei valita.`,
          sv: `Loggen förvaras i ${LOG_YEARS} år (703/2023 bilagan). Ingen annan tid väljs.`,
          en: `The log is kept ${LOG_YEARS} years (703/2023, annex). No other time is chosen.`,
        }),
      ];

/** What held yesterday is not changed today: notices and decisions rest on it. */
export function judgeFirstDay(from: LocalDate, today: LocalDate): Finding[] {
  if (from >= today) return [];
  return [
    error('notInThePast', '/from', {
      fi: 'Asetukset eivät voi tulla voimaan taannehtivasti.',
      sv: 'Inställningarna kan inte träda i kraft retroaktivt.',
      en: 'Settings cannot come into force in the past.',
    }),
  ];
}

/** The last day is not before the first. */
export function judgeLastDay({ from }: { from: LocalDate }, to: LocalDate): Finding[] {
  if (from <= to) return [];
  return [
    error('daysInOrder', '/to', {
      fi: 'Viimeinen päivä on ennen ensimmäistä.',
      sv: 'Den sista dagen är före den första.',
      en: 'The last day is before the first.',
    }),
  ];
}
