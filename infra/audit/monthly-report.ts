import type { ControllerId } from '../../shared/kernel/id.ts';
import { addDays, addMonths, LocalDate } from '../../shared/kernel/local-date.ts';
import type { Answer, Cell, Engine } from './engine.ts';
import { type Language, REPORT_TEXTS, SECTIONS } from './report-texts.ts';
import { savedQueries } from './saved-queries.ts';
import type { Report } from './verify.ts';

export type MonthlyReport = {
  controller: ControllerId;
  from: LocalDate;
  to: LocalDate;
  /** What a check of what was sealed in the month said; undefined where no key was told. */
  checked: Report | undefined;
  sections: { query: string; answer: Answer }[];
};

const LIMITS = { rows: 50, seconds: 600 };

/** `2026-05`: its first and its last day. */
export function daysOfMonth(month: string): { from: LocalDate; to: LocalDate } {
  const from = LocalDate.parse(`${month}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** The questions of a month, each by its saved query, so that every figure can be asked again. */
export async function monthlyReport(
  engine: Engine,
  of: Pick<MonthlyReport, 'controller' | 'from' | 'to' | 'checked'>,
): Promise<MonthlyReport> {
  const saved = new Map(savedQueries().map((query) => [query.name, query]));
  const { controller, from, to } = of;
  const sections: MonthlyReport['sections'] = [];
  for (const { query } of SECTIONS) {
    const sql = saved.get(query)?.sql;
    if (sql === undefined) throw new Error(`There is no saved query ${query}.`);
    sections.push({ query, answer: await engine.ask(sql, { controller, from, to }, LIMITS) });
  }
  return { ...of, sections };
}

/** As Markdown, which reads as plain text too. Ids, codes and the workers’ names stand in it: it is secret. */
export function markdownOf(report: MonthlyReport, language: Language): string {
  const { controller, from, to, checked, sections } = report;
  const say = (text: keyof typeof REPORT_TEXTS): string => REPORT_TEXTS[text][language];
  const state = checked === undefined ? say('unchecked') : checked.whole ? say('whole') : say('notWhole');
  const parts = SECTIONS.map(({ query, title }) => {
    const answer = sections.find((section) => section.query === query)?.answer;
    const more = answer?.more === true ? `\n\n${say('more')} \`${query}\`` : '';
    const table = answer === undefined || answer.rows.length === 0 ? say('nothing') : tableOf(answer);
    return `## ${title[language]}\n\n${table}${more}`;
  });
  return [
    `# ${say('title')}: ${controller}, ${from} – ${to}`,
    [state, ...(checked?.sentences ?? [])].join('\n'),
    ...parts,
  ].join('\n\n');
}

function tableOf({ columns, rows }: Answer): string {
  const line = (cells: readonly Cell[]): string =>
    `| ${cells.map((cell) => String(cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
