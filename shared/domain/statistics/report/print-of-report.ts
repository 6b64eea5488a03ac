import type { LayoutNode, Print } from '../../../documents/render/layout.ts';
import { shownText } from '../../../documents/render/shown-text.ts';
import { shownNumber, shownTime } from '../../../documents/render/shown-time.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { definitionOf } from '../definitions.ts';
import type { FigureDefinition } from '../figure-definition.ts';
import type { Figure } from '../model.ts';
import type { barsOf } from './bars.ts';
import type { MonthlyReport } from './report.ts';
import { DIMENSION_WORDS, nameOfPart, REPORT_WORDS, type ReportLanguage, type UnitNameOf } from './words.ts';

export type ReportFacts = { authority: string; unitNameOf: UnitNameOf; printedAt: Instant };
type Part = MonthlyReport['definitions'][number];
type How = { report: MonthlyReport; language: ReportLanguage; unitNameOf: UnitNameOf; draw: typeof barsOf };

/**
 * The monthly report on paper or on a page: of each definition what it is, a chart, and the same numbers in a table. What
 * draws the charts is read on first use.
 */
export async function printOfReport(
  report: MonthlyReport,
  facts: ReportFacts,
  language: ReportLanguage,
): Promise<Print> {
  const { barsOf: draw } = await import('./bars.ts');
  const word = (name: keyof typeof REPORT_WORDS): string => REPORT_WORDS[name][language];
  const title = `${word('title')} ${report.month}`;
  const how = { report, language, unitNameOf: facts.unitNameOf, draw };
  return {
    language,
    title,
    running: {
      authority: shownText(facts.authority),
      unit: '',
      secrecy: { mark: '', grounds: '' },
      state: report.isOver ? '' : word('goesOn'),
      identifier: title,
      printed: shownTime(facts.printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraphs', paragraphs: [word(report.for)] },
      ...report.definitions.flatMap((part) => {
        const definition = definitionOf(part.definitionId);
        return definition === undefined ? [] : nodesOf(part, definition, how);
      }),
    ],
  };
}

function nodesOf(part: Part, definition: FigureDefinition, how: How): LayoutNode[] {
  const { report, language, draw } = how;
  const word = (name: keyof typeof REPORT_WORDS): string => REPORT_WORDS[name][language];
  const title = definition.title[language];
  const wholes = definition.measures.map(({ id, title: named }) => {
    const month = part.month.find(({ measure }) => measure === id);
    const before = part.before.find(({ measure }) => measure === id);
    return { label: named[language], bars: [month, before].map((figure) => barOf(figure, language)) };
  });
  return [
    { kind: 'heading', level: 2, text: title },
    {
      kind: 'facts',
      rows: [
        { label: word('definition'), paragraphs: [`${definition.id}, ${part.definitionVersion}`] },
        { label: word('source'), paragraphs: [definition.source] },
        ...(definition.unverified === undefined
          ? []
          : [{ label: word('unverified'), paragraphs: [definition.unverified[language]] }]),
      ],
    },
    draw(
      { id: `chart-${definition.id}`, title: `${title} ${report.month}`, about: word('chart') },
      [report.month, report.before],
      wholes,
    ),
    {
      kind: 'table',
      caption: `${title} ${report.month}`,
      columns: [
        { label: word('measure') },
        { label: report.month, align: 'right' },
        { label: report.before, align: 'right' },
      ],
      rows: wholes.map(({ label, bars }) => [label, ...bars.map(({ said }) => said)]),
    },
    ...partsOf(part, definition, how),
  ];
}

function partsOf(part: Part, definition: FigureDefinition, { language, unitNameOf }: How): LayoutNode[] {
  const { by, parts } = part;
  if (by === undefined || parts.length === 0) return [];
  const caption = DIMENSION_WORDS[by][language];
  const titles = new Map(definition.measures.map(({ id, title }) => [id, title[language]]));
  return [
    { kind: 'heading', level: 3, text: caption },
    {
      kind: 'table',
      caption: `${definition.title[language]}: ${caption}`,
      columns: [
        { label: REPORT_WORDS.part[language] },
        { label: REPORT_WORDS.measure[language] },
        { label: REPORT_WORDS.value[language], align: 'right' },
      ],
      rows: parts.map((figure) => [
        shownText(nameOfPart(by, figure.key ?? '', language, unitNameOf)),
        titles.get(figure.measure) ?? figure.measure,
        barOf(figure, language).said,
      ]),
    },
  ];
}

/** Where nothing was published. */
const NOT_TOLD = '–';

function barOf(figure: Figure | undefined, language: ReportLanguage): { value?: number; said: string } {
  if (figure?.hidden === true) return { said: REPORT_WORDS.hidden[language] };
  if (figure === undefined) return { said: NOT_TOLD };
  const value = figure.value ?? 0;
  return { value, said: shownNumber(value) };
}
