import type { Print } from '../../../documents/render/layout.ts';
import { shownText } from '../../../documents/render/shown-text.ts';
import { shownNumber, shownTime } from '../../../documents/render/shown-time.ts';
import type { Sentence } from '../../../kernel/finding.ts';
import { definitionOf } from '../definitions.ts';
import type { StatisticsEdition } from '../edition.ts';
import { type Difference, Dimension } from '../model.ts';
import type { ReportFacts } from './print-of-report.ts';
import { nameOfPart, REPORT_WORDS, type ReportLanguage, type UnitNameOf } from './words.ts';

/** Words of the report of differences. The Swedish and English are unreviewed. */
const WORDS = {
  title: { fi: 'Mikä muuttui', sv: 'Vad som ändrades', en: 'What became different' },
  edition: { fi: 'Painos', sv: 'Utgåva', en: 'Edition' },
  numbered: { fi: 'painos', sv: 'utgåva', en: 'edition' },
  period: { fi: 'Jakso', sv: 'Period', en: 'Period' },
  made: { fi: 'Laskettu', sv: 'Räknad', en: 'Counted' },
  none: {
    fi: 'Ei eroja edelliseen painokseen.',
    sv: 'Inga skillnader mot den föregående utgåvan.',
    en: 'Nothing differs from the edition before.',
  },
  first: {
    fi: 'Tämä on jakson ensimmäinen painos.',
    sv: 'Detta är periodens första utgåva.',
    en: 'This is the first edition of the period.',
  },
  why: {
    fi: 'Luku muuttuu, kun jaksolta kirjataan, korjataan tai poistetaan jotakin painoksen laskemisen jälkeen.',
    sv: 'En siffra ändras när något i perioden antecknas, rättas eller tas bort efter att utgåvan räknades.',
    en: 'A figure becomes different when something of the period is recorded, corrected or removed after an edition was counted.',
  },
  whole: { fi: 'yhteensä', sv: 'totalt', en: 'in all' },
  before: { fi: 'Ennen', sv: 'Före', en: 'Before' },
  after: { fi: 'Nyt', sv: 'Nu', en: 'Now' },
  was: { fi: 'oli', sv: 'var', en: 'was' },
  is: { fi: 'on nyt', sv: 'är nu', en: 'is now' },
} as const satisfies Record<string, Sentence>;

/** What a part is one of. */
const DIVIDED: Readonly<Record<Dimension, Sentence>> = {
  unit: { fi: 'yksikkö', sv: 'enhet', en: 'unit' },
  municipality: { fi: 'kunta', sv: 'kommun', en: 'municipality' },
  homeMunicipality: { fi: 'kotikunta', sv: 'hemkommun', en: 'home municipality' },
  ageGroup: { fi: 'ikäryhmä', sv: 'åldersgrupp', en: 'age group' },
  serviceTask: { fi: 'palvelutehtävä', sv: 'serviceuppgift', en: 'service task' },
  code: { fi: 'laji', sv: 'slag', en: 'kind' },
  month: { fi: 'kuukausi', sv: 'månad', en: 'month' },
};

/** Erovertailu: an edition beside the one before it, each difference in a sentence and all of them in a table. */
export function printOfDifferences(
  edition: StatisticsEdition,
  facts: ReportFacts,
  language: ReportLanguage,
): Print {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const definition = definitionOf(edition.definitionId);
  const name = definition?.title[language] ?? edition.definitionId;
  const title = `${word('title')}: ${name} ${edition.period}`;
  const told = edition.differences.map((one) => ({
    ...one,
    measure: definition?.measures.find(({ id }) => id === one.measure)?.title[language] ?? one.measure,
    part: partOf(one, language, facts.unitNameOf),
  }));
  return {
    language,
    title,
    running: {
      authority: shownText(facts.authority),
      unit: '',
      secrecy: { mark: '', grounds: '' },
      state: '',
      identifier: `${edition.definitionId} ${edition.period}, ${word('numbered')} ${edition.edition}`,
      printed: shownTime(facts.printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        rows: [
          { label: word('period'), paragraphs: [edition.period] },
          { label: word('edition'), paragraphs: [String(edition.edition)] },
          { label: word('made'), paragraphs: [shownTime(edition.madeAt, language)] },
        ],
      },
      ...(told.length === 0
        ? [
            {
              kind: 'paragraphs' as const,
              paragraphs: [word(edition.edition === 1 ? 'first' : 'none')],
            },
          ]
        : [
            {
              kind: 'paragraphs' as const,
              paragraphs: [
                word('why'),
                ...told.map(
                  ({ measure, part, before, after }) =>
                    `${measure}, ${part}: ${word('was')} ${shownNumber(before)}, ${word('is')} ${shownNumber(after)}.`,
                ),
              ],
            },
            {
              kind: 'table' as const,
              caption: title,
              columns: [
                { label: REPORT_WORDS.measure[language] },
                { label: REPORT_WORDS.part[language] },
                { label: word('before'), align: 'right' as const },
                { label: word('after'), align: 'right' as const },
              ],
              rows: told.map(({ measure, part, before, after }) => [
                measure,
                part,
                shownNumber(before),
                shownNumber(after),
              ]),
            },
          ]),
    ],
  };
}

function partOf({ by, key }: Difference, language: ReportLanguage, unitNameOf: UnitNameOf): string {
  if (by === undefined || key === undefined) return WORDS.whole[language];
  const dimension = Dimension.safeParse(by).data;
  const said = dimension === undefined ? by : DIVIDED[dimension][language];
  return shownText(`${said} ${nameOfPart(by, key, language, unitNameOf)}`);
}
