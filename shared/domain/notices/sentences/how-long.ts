import type { RetentionRule } from '../../retention/rules.ts';
import { SERVICE_TASKS } from '../../service-tasks.ts';
import { always, joined, type NoticeLanguage, once, type SectionOfNotice, when } from '../facts.ts';
import { inSentence } from '../strung.ts';
import { EVENTS, ONLY, RETAINED } from '../words-of-retention.ts';

/** How long data are kept ((EU) 2016/679, 13(2)(a)): the rules by which they are really destroyed. */

const YEARS = { fi: 'vuotta', sv: 'år från', en: 'years from' } as const;

const whatOf = (
  { documentClasses: [first], serviceTasks = [], only }: RetentionRule,
  language: NoticeLanguage,
): string =>
  joined([
    first === undefined ? '' : RETAINED[first][language],
    ...serviceTasks.map((task) => inSentence(SERVICE_TASKS[task][language])),
    only === undefined ? '' : ONLY[only][language],
  ]);

const isOfLog = ({ documentClasses }: RetentionRule): boolean => documentClasses.includes('log');

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
          enforced.retention
            // Of the log a sentence of its own says it.
            .filter((rule) => !isOfLog(rule))
            .map((rule) => ({
              what: whatOf(rule, language),
              period: periodOf(rule, language),
            })),
      },
      {
        id: 'retention.law',
        by: 'retention',
        text: {
          fi: 'Ajat ovat asiakastietolain (703/2023) liitteen mukaiset.',
          sv: 'Tiderna följer bilagan till kunduppgiftslagen (703/2023).',
          en: 'The periods are those of the annex of the client data act (703/2023).',
        },
        said: when(({ enforced }) => enforced.retention.length > 0),
      },
      {
        id: 'retention.together',
        by: 'retention',
        text: {
          fi: 'Asiakirja, jolle liitteessä säädetään sen asiaa lyhyempi aika, säilytetään yhtä kauan kuin asia, johon se kuuluu.',
          sv: 'En handling för vilken bilagan anger en kortare tid än för dess ärende förvaras lika länge som det ärende som den hör till.',
          en: 'A document for which the annex sets a shorter period than for its case is kept as long as the case it belongs to.',
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
          fi: 'Säilyttämistä ja hävittämistä ohjaavat lisäksi: {sources}. Niissä lain mukaisia aikoja voidaan vain pidentää.',
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
        id: 'retention.active',
        by: 'activeSet',
        text: {
          fi: 'Asiakkaan tiedot ovat jokapäiväisessä käytössä asiakassuhteen päättymiseen asti ja yksittäisen asian tiedot asian päättymiseen asti.',
          sv: 'Klientens uppgifter används i det dagliga arbetet tills klientförhållandet upphör och uppgifterna i ett enskilt ärende tills ärendet avslutas.',
          en: 'A client’s data are in daily use until the client relationship ends, and those of a single case until it is closed.',
        },
        said: always,
      },
      {
        id: 'retention.log',
        by: 'logKept',
        text: {
          fi: 'Käyttö- ja luovutuslokitiedot säilytetään {years} vuotta lokitapahtumasta.',
          sv: 'Logguppgifter om användning och utlämnande förvaras i {years} år från logghändelsen.',
          en: 'Log data on use and disclosure are kept for {years} years from the event.',
        },
        said: ({ enforced }) =>
          enforced.retention.filter(isOfLog).map(({ years }) => ({ years: String(years) })),
      },
    ],
  },
];
