import type { Field, GroupField } from '../definition.ts';
import type { LayoutNode } from './layout.ts';
import { printWord } from './print-words.ts';
import { hasContent, itemsOf, memberOf, type Path, type Reader } from './reader.ts';
import { linesOf } from './said-in-lines.ts';
import { labelOf, shownValue } from './shown-value.ts';

type Table = Extract<LayoutNode, { kind: 'table' }>;

/** More columns than this are too narrow on a standing page, and longer texts too tall in one. */
const COLUMNS = 5;
const CELL = 160;
/** Rows of a form to be filled in by hand. */
const BLANK_ROWS = 3;

/** Items of one kind as a table of those fields that any of them has; undefined where a table would not be read. */
export function tableOf(
  group: GroupField,
  items: readonly unknown[],
  path: Path,
  reader: Reader,
): Table | undefined {
  const isUsed = (field: Field): boolean =>
    reader.blank ||
    items.some(
      (item, place) =>
        hasContent(memberOf(item, field.key)) || reader.hidden.below([...path, String(place), field.key]),
    );
  const fields = group.fields.filter(isUsed);
  if (fields.length < 2 || fields.length > COLUMNS) return undefined;
  if (reader.blank && (items.length > 0 || fields.some(({ type }) => type === 'group'))) return undefined;
  if (!reader.blank && items.length < 2) return undefined;
  const rows = reader.blank
    ? Array.from({ length: BLANK_ROWS }, () => fields.map(() => ''))
    : rowsOf(fields, items, path, reader);
  if (rows === undefined) return undefined;
  return {
    kind: 'table',
    caption: labelOf(group, reader.language),
    columns: fields.map((field) => ({
      label: labelOf(field, reader.language),
      ...(field.type === 'number' || field.type === 'quantity' ? { align: 'right' as const } : {}),
    })),
    rows,
  };
}

function rowsOf(
  fields: readonly Field[],
  items: readonly unknown[],
  path: Path,
  reader: Reader,
): string[][] | undefined {
  const rows: string[][] = [];
  for (const [place, item] of items.entries()) {
    const row: string[] = [];
    for (const field of fields) {
      const cell = cellOf(field, memberOf(item, field.key), [...path, String(place), field.key], reader);
      if (cell === undefined || cell.length > CELL) return undefined;
      row.push(cell);
    }
    rows.push(row);
  }
  return rows;
}

function cellOf(field: Field, value: unknown, path: Path, reader: Reader): string | undefined {
  const because = reader.hidden.at(path);
  if (because !== undefined) return printWord(because, reader.language);
  if (!hasContent(value) && !reader.hidden.below(path)) return '';
  if (field.type !== 'group') {
    return itemsOf(value)
      .map((item) => shownValue(field, item, reader.language, reader.find))
      .join(', ');
  }
  return field.repeats === true ? undefined : linesOf(field, value, path, reader)?.join(', ');
}
