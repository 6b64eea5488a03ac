import type { FigureDefinition } from './figure-definition.ts';
import type { Row } from './model.ts';
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
  return [HEADER.join(','), ...lines, ''].join('\r\n');
}
