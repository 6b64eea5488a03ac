import type { Answer, Cell } from './engine.ts';

export const FORMATS = ['text', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

const shown = (cell: Cell): string => (cell === null ? '' : String(cell));

/** A cell that a spreadsheet would take for a formula is told to be a text. */
const csvCell = (cell: Cell): string => {
  const text = shown(cell);
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What an answer says, for eyes, for a spreadsheet or for a program. */
export function printed({ columns, rows }: Answer, format: Format): string {
  if (format === 'json')
    return JSON.stringify(
      rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place] ?? null]))),
      undefined,
      2,
    );
  if (format === 'csv') return [columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\n');
  const texts = [columns, ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, place) => Math.max(...texts.map((row) => (row[place] ?? '').length)));
  return texts
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
