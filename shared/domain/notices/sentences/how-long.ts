import type { RetentionRule } from '../../retention/rules.ts';
import { SERVICE_TASKS } from '../../service-tasks.ts';
import { always, joined, type NoticeLanguage, once, type SectionOfNotice, when } from '../facts.ts';
import { EVENTS, ONLY, RETAINED } from '../words-of-retention.ts';

/** How long data are kept ((EU) 2016/679, 13(2)(a)): the rules by which they are really destroyed. */

const YEARS = { fi: 'vuotta', sv: 'år från', en: 'years from' } as const;

const whatOf = (
  { documentClasses: [first], serviceTasks = [], only }: RetentionRule,
  language: NoticeLanguage,
): string =>
  joined([
    first === undefined ? '' : RETAINED[first][language],
    ...serviceTasks.map((task) => SERVICE_TASKS[task][language]),
    only === undefined ? '' : ONLY[only][language],
  ]);

/** A source of the controller's plan that is the law itself is no plan. */
const ANNEX = '703/2023 liite';

const AT_ONCE = {
  fi: 'hävitetään, kun käyttötarve on päättynyt',
  sv: 'förstörs när användningsbehovet har upphört',
  en: 'destroyed when they are no longer needed',
} as const;

const periodOf = ({ years, event }: RetentionRule, language: NoticeLanguage): string =>
  years === 0 && event === 'useEnded'
    ? AT_ONCE[language]
    : `${years} ${YEARS[language]} ${EVENTS[event][language]}`;

export const HOW_LONG: readonly SectionOfNotice[] = [
  {
    id: 'retention',
    title: { fi: 'Säilytysajat', sv: 'Förvaringstider', en: 'How long data are kept' },
    sentences: [
      {
        id: 'retention.rule',
        by: 'retention',
        text: { fi: '{what}: {period}.', sv: '{what}: {period}.', en: '{what}: {period}.' },
        said: ({ enforced }, language) =>
          enforced.retention.map((rule) => ({
            what: whatOf(rule, language),
            period: periodOf(rule, language),
          })),
      },
      {
        id: 'retention.law',
        by: 'retention',
        text: {
          fi: 'Ajat ovat asiakastietolain (703/2023) liitteen mukaiset.',
          sv: 'Tiderna följer bilagan till klientuppgiftslagen (703/2023).',
          en: 'The periods are those of the annex of the client data act (703/2023).',
        },
        said: when(({ enforced }) => enforced.retention.length > 0),
      },
      {
        id: 'retention.disposal',
        by: 'disposalByTwo',
        text: {
          fi: 'Tiedot hävitetään luettelosta, jonka hyväksyy toinen henkilö kuin sen valmistelija. Hävittäminen kirjataan.',
          sv: 'Uppgifterna förstörs enligt en förteckning som godkänns av en annan person än den som berett den. Förstöringen antecknas.',
          en: 'Data are destroyed by a list that another person approves than the one who prepared it. The destruction is recorded.',
        },
        said: always,
      },
      {
        id: 'retention.sources',
        by: 'plansLengthen',
        text: {
          fi: 'Säilyttämistä ja hävittämistä ohjaavat lisäksi: {sources}. Ne voivat vain pidentää lain aikoja.',
          sv: 'Förvaringen och förstöringen styrs dessutom av: {sources}. De kan endast förlänga lagens tider.',
          en: 'Keeping and destroying are also guided by: {sources}. These can only lengthen the periods of the law.',
        },
        said: ({ settings }) =>
          once('sources', settings.retention.sources.filter((source) => source !== ANNEX).join('; ')),
      },
      {
        id: 'retention.instructions',
        by: 'words',
        text: {
          fi: 'Tietojen käsittelyä ohjaavat myös rekisterinpitäjän ohjeet: {instructions}.',
          sv: 'Behandlingen av uppgifter styrs också av den personuppgiftsansvarigas anvisningar: {instructions}.',
          en: 'Handling of data is guided by instructions of the controller as well: {instructions}.',
        },
        said: ({ settings }) =>
          once('instructions', settings.retention.instructions.map(({ name }) => name).join('; ')),
      },
      {
        id: 'retention.own',
        by: 'plansLengthen',
        text: {
          fi: 'Rekisterinpitäjän oma säilytysaika: {what} ({source}).',
          sv: 'Den personuppgiftsansvarigas egen förvaringstid: {what} ({source}).',
          en: 'A period of the controller’s own: {what} ({source}).',
        },
        said: ({ settings }, language) =>
          settings.retention.rules.map(({ recordType, years, startEvent, source }) => ({
            what: joined(
              [
                recordType,
                years === null
                  ? { fi: 'pysyvästi', sv: 'varaktigt', en: 'permanently' }[language]
                  : `${years} ${{ fi: 'vuotta', sv: 'år', en: 'years' }[language]}`,
                startEvent,
              ],
              ', ',
            ),
            source,
          })),
      },
      {
        id: 'retention.activeRelationship',
        by: 'activeSet',
        text: {
          fi: 'Tiedot ovat jokapäiväisessä käytössä asiakassuhteen päättymiseen asti.',
          sv: 'Uppgifterna används i det dagliga arbetet tills klientförhållandet upphör.',
          en: 'Data are in daily use until the client relationship ends.',
        },
        said: when(({ settings }) => settings.retention.activeUntil === 'relationshipEnd'),
      },
      {
        id: 'retention.activeCase',
        by: 'activeSet',
        text: {
          fi: 'Tiedot ovat jokapäiväisessä käytössä asian päättymiseen asti.',
          sv: 'Uppgifterna används i det dagliga arbetet tills ärendet avslutas.',
          en: 'Data are in daily use until the case is closed.',
        },
        said: when(({ settings }) => settings.retention.activeUntil === 'caseClosed'),
      },
      {
        id: 'retention.log',
        by: 'logKept',
        text: {
          fi: 'Käyttöloki säilytetään {years} vuotta.',
          sv: 'Användningsloggen förvaras i {years} år.',
          en: 'The log of use is kept for {years} years.',
        },
        said: ({ settings }) => [{ years: String(settings.log.retentionYears) }],
      },
    ],
  },
];
