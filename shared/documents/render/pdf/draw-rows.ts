import type { Row } from '../layout.ts';
import {
  artifact,
  BODY,
  element,
  ensure,
  flow,
  INK,
  LABEL,
  left,
  linesOf,
  PAGE,
  room,
  type Sheet,
  SMALL,
  SOFT,
  type Style,
  WIDTH,
} from './sheet.ts';

const LABELS = 138;
const GAP = 16;
const VALUE_X = PAGE.left + LABELS + GAP;
const VALUES = WIDTH - LABELS - GAP;
const BETWEEN = 5;
const BETWEEN_PARAGRAPHS = 4;
/** From one line to write on to the next. */
const WRITTEN = BODY.leading + 8;
const HIDDEN: Style = { ...BODY, color: SOFT };

/** Labels on the left, what they say beside them: a list of labels and bodies. */
export function drawRows(sheet: Sheet, rows: readonly Row[]): void {
  const list = element(sheet, 'L');
  for (const row of rows) {
    const item = element(sheet, 'LI', list);
    const label = linesOf(sheet, row.label, LABELS - sheet.indent, LABEL);
    const paragraphs = row.paragraphs.map((text) => linesOf(sheet, text, VALUES, BODY));
    const firstLines = Math.min(paragraphs[0]?.length ?? 1, 2) * BODY.leading;
    const blanks = row.look === 'blank' ? (row.lines ?? 1) : 0;
    ensure(
      sheet,
      Math.max(label.length * LABEL.leading, firstLines, blanks * WRITTEN) + (blanks > 0 ? 8 : 0),
    );
    const { y } = sheet;
    const page = sheet.runnings.length;
    flow(sheet, 'Lbl', element(sheet, 'Lbl', item), label, { x: left(sheet), style: LABEL });
    const below = sheet.y;
    const body = element(sheet, 'LBody', item);
    // A label of more than a page has taken the pen along: what it names goes on from there.
    if (sheet.runnings.length === page) sheet.y = y;
    const begun = sheet.runnings.length;
    for (let line = 0; line < blanks; line += 1) drawBlank(sheet);
    for (const [place, lines] of paragraphs.entries()) {
      if (place > 0) sheet.y += BETWEEN_PARAGRAPHS;
      const style = row.look === 'hidden' ? HIDDEN : BODY;
      flow(sheet, 'P', element(sheet, 'P', body), lines, { x: VALUE_X, style });
    }
    if (sheet.runnings.length === begun) sheet.y = Math.max(sheet.y, below);
    sheet.y += BETWEEN;
  }
  sheet.y += BETWEEN;
}

function drawBlank(sheet: Sheet): void {
  const y = sheet.y + BODY.leading + 2;
  artifact(sheet, 'Layout', () => {
    sheet.doc
      .moveTo(VALUE_X, y)
      .lineTo(VALUE_X + VALUES, y)
      .lineWidth(0.6)
      .strokeColor(INK)
      .stroke();
  });
  sheet.y = y + 6;
}

const FACT_COLUMNS = 3;
const FACT_WIDTH = (WIDTH - GAP * (FACT_COLUMNS - 1)) / FACT_COLUMNS;
const FACT: Style = { ...BODY, size: 10, leading: 13.5 };

/** What the document is, in columns: small labels with what they say beneath. */
export function drawFacts(sheet: Sheet, rows: readonly Row[]): void {
  const list = element(sheet, 'L');
  for (let at = 0; at < rows.length; at += FACT_COLUMNS) {
    const { cells, height } = besideEachOther(sheet, rows.slice(at, at + FACT_COLUMNS));
    ensure(sheet, height);
    const { y } = sheet;
    const isOnOnePage = height <= room(sheet);
    for (const [column, { label, text }] of cells.entries()) {
      if (isOnOnePage) sheet.y = y;
      const x = isOnOnePage ? PAGE.left + column * (FACT_WIDTH + GAP) : PAGE.left;
      const item = element(sheet, 'LI', list);
      flow(sheet, 'Lbl', element(sheet, 'Lbl', item), label, { x, style: SMALL });
      flow(sheet, 'P', element(sheet, 'P', element(sheet, 'LBody', item)), text, { x, style: FACT });
    }
    if (isOnOnePage) sheet.y = y + height;
    sheet.y += 8;
  }
  sheet.y += 8;
}

/** The facts of one line of columns: they are not parted by the end of a page. */
function besideEachOther(sheet: Sheet, rows: readonly Row[]) {
  const cells = rows.map((row) => ({
    label: linesOf(sheet, row.label, FACT_WIDTH, SMALL),
    text: linesOf(sheet, row.paragraphs.join('\n'), FACT_WIDTH, FACT),
  }));
  const height = Math.max(
    0,
    ...cells.map(({ label, text }) => label.length * SMALL.leading + text.length * FACT.leading),
  );
  return { cells, height };
}

/** How much room the first line of facts takes. */
export const heightOfFirstFacts = (sheet: Sheet, rows: readonly Row[]): number =>
  besideEachOther(sheet, rows.slice(0, FACT_COLUMNS)).height;
