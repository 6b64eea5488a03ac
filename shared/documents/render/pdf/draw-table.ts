import type { LayoutNode } from '../layout.ts';
import {
  artifact,
  BODY,
  content,
  type Element,
  element,
  ensure,
  LABEL,
  LINE,
  left,
  linesOf,
  newPage,
  PAGE,
  put,
  room,
  type Sheet,
  SOFT,
  type Style,
  WIDTH,
  wide,
  widthOf,
} from './sheet.ts';

type Table = Extract<LayoutNode, { kind: 'table' }>;
type Column = { x: number; width: number; isRight: boolean };

const CELL: Style = { ...BODY, size: 9.5, leading: 12.8 };
const HEAD: Style = { ...LABEL, size: 9, leading: 12.2 };
const GAP = 12;
const PADDING = 4;
/** Rows that are measured for the widths of columns. */
const MEASURED = 300;

/** A table whose head stands on each of its pages, and whose rows break only when a page is too short for one. */
export function drawTable(sheet: Sheet, table: Table): void {
  const owner = sheet.doc.struct('Table', { title: table.caption, alt: table.caption });
  sheet.section.add(owner);
  const columns = columnsOf(sheet, table);
  const heads = table.columns.map(({ label }, place) =>
    linesOf(sheet, label, columns[place]?.width ?? wide(sheet), HEAD),
  );
  const headHeight = heightOf(heads, HEAD) + PADDING;
  ensure(sheet, headHeight + 3 * CELL.leading);
  drawHead(sheet, heads, columns, element(sheet, 'TR', element(sheet, 'THead', owner)));
  const body = element(sheet, 'TBody', owner);
  const whole = PAGE.bottom - PAGE.top - headHeight;
  const nextPage = (): void => {
    newPage(sheet);
    drawHead(sheet, heads, columns);
  };
  for (const row of table.rows) {
    const cells = row.map((cell, place) => linesOf(sheet, cell, columns[place]?.width ?? wide(sheet), CELL));
    const height = heightOf(cells, CELL) + 2 * PADDING;
    if (height > room(sheet) && (height <= whole || room(sheet) < 4 * CELL.leading)) nextPage();
    drawRow(sheet, cells, columns, element(sheet, 'TR', body), nextPage);
  }
  sheet.y += 10;
}

const heightOf = (cells: readonly (readonly string[])[], { leading }: Style): number =>
  Math.max(1, ...cells.map(({ length }) => length)) * leading;

/** Headings are content once; on the pages after that they are repeated for the eye. */
function drawHead(
  sheet: Sheet,
  heads: readonly (readonly string[])[],
  columns: readonly Column[],
  row?: Element,
): void {
  const { y } = sheet;
  for (const [place, lines] of heads.entries()) {
    const draw = (): void => drawCell(sheet, lines, columns[place], y, HEAD);
    if (row === undefined) artifact(sheet, 'Pagination', draw);
    else {
      const scope: { title?: string; scope: string } = { scope: 'Column' };
      const head = sheet.doc.struct('TH', scope);
      row.add(head);
      content(sheet, 'TH', head, draw);
    }
  }
  sheet.y = y + heightOf(heads, HEAD) + PADDING;
  rule(sheet, SOFT, 1);
}

function drawRow(
  sheet: Sheet,
  cells: readonly (readonly string[])[],
  columns: readonly Column[],
  row: Element,
  nextPage: () => void,
): void {
  const owners = cells.map(() => element(sheet, 'TD', row));
  const lines = Math.max(1, ...cells.map(({ length }) => length));
  let done = 0;
  while (done < lines) {
    const fitting = Math.max(1, Math.floor((room(sheet) - 2 * PADDING) / CELL.leading));
    const count = Math.min(fitting, lines - done);
    const y = sheet.y + PADDING;
    for (const [place, cell] of cells.entries()) {
      const here = cell.slice(done, done + count);
      const owner = owners[place];
      if (owner === undefined || (here.length === 0 && done > 0)) continue;
      content(sheet, 'TD', owner, () => drawCell(sheet, here, columns[place], y, CELL));
    }
    done += count;
    sheet.y = y + count * CELL.leading + PADDING;
    rule(sheet, LINE, 0.6);
    if (done < lines) nextPage();
  }
}

function drawCell(
  sheet: Sheet,
  lines: readonly string[],
  column: Column | undefined,
  y: number,
  style: Style,
): void {
  if (column === undefined) return;
  for (const [place, line] of lines.entries()) {
    const x = column.isRight ? column.x + column.width - widthOf(sheet, line, style) : column.x;
    put(sheet, line, x, y + place * style.leading, style);
  }
}

const rule = (sheet: Sheet, color: string, width: number): void =>
  artifact(sheet, 'Layout', () => {
    sheet.doc
      .moveTo(left(sheet), sheet.y)
      .lineTo(PAGE.left + WIDTH, sheet.y)
      .lineWidth(width)
      .strokeColor(color)
      .stroke();
  });

/** Each column gets what its longest word needs, and of the rest as much as its texts are long. */
function columnsOf(sheet: Sheet, { columns, rows }: Table): Column[] {
  const most = wide(sheet) - GAP * (columns.length - 1);
  const share = most / columns.length;
  const wanted = columns.map(({ label }, place) => {
    const texts = rows.slice(0, MEASURED).map((row) => row[place] ?? '');
    const widths = (parts: readonly string[], style: Style): number =>
      Math.max(0, ...parts.map((part) => widthOf(sheet, part, style)));
    const words = Math.max(
      widths(
        texts.flatMap((text) => text.split(/\s/)),
        CELL,
      ),
      widths(label.split(' '), HEAD),
    );
    const whole = Math.max(
      widths(
        texts.flatMap((text) => text.split('\n')),
        CELL,
      ),
      widths([label], HEAD),
    );
    return { least: Math.min(words + 1, share), whole: Math.max(whole + 1, 20) };
  });
  const least = wanted.reduce((sum, column) => sum + column.least, 0);
  const more = wanted.reduce((sum, column) => sum + Math.max(0, column.whole - column.least), 0);
  let x = left(sheet);
  return wanted.map((column, place) => {
    const part = more === 0 ? 1 / wanted.length : Math.max(0, column.whole - column.least) / more;
    const width = column.least + Math.max(0, most - least) * part;
    const made = { x, width, isRight: columns[place]?.align === 'right' };
    x += width + GAP;
    return made;
  });
}
