import type { FigureDefinition } from './figure-definition.ts';
import type { Difference, Row } from './model.ts';
import type { Period } from './periods.ts';

/** RFC 4180: fields are ids and codes, and what is not is quoted. */
const field = (value: string | number): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const HEADER = ['definition', 'version', 'period', 'measure', 'division', 'part', 'value'];

/** The rows of an edition as a file. When it was made and for whom stand in the manifest: the same rows are the same bytes. */
export function csvOf(
  { id, version }: Pick<FigureDefinition, 'id' | 'version'>,
  period: Period,
  rows: readonly Row[],
): string {
  const lines = rows.map(({ measure, by = '', key = '', value = 0 }) =>
    [id, version, period, measure, by, key, value].map(field).join(','),
  );
  return fileOf(HEADER.join(','), lines);
}

const fileOf = (header: string, lines: readonly string[]): string => [header, ...lines, ''].join('\r\n');

/** Columns by their names, and rows of as many fields. */
export const csvOfRows = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  fileOf(
    columns.map(field).join(','),
    rows.map((row) => row.map(field).join(',')),
  );

/** What became different since the edition before, as a file beside the rows. */
export const differencesCsv = (differences: readonly Difference[]): string =>
  fileOf(
    'measure,division,part,before,after',
    differences.map(({ measure, by = '', key = '', before, after }) =>
      [measure, by, key, before, after].map(field).join(','),
    ),
  );
