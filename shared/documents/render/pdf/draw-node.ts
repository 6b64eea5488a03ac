import type { HeadingLevel, LayoutNode } from '../layout.ts';
import { drawFacts, drawRows } from './draw-rows.ts';
import { drawTable } from './draw-table.ts';
import {
  artifact,
  BODY,
  content,
  DEEP,
  element,
  ensure,
  flow,
  INK,
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
  TINT,
  WIDTH,
  wide,
  widthOf,
} from './sheet.ts';

/** What drawing needs to know of the whole, and what it finds. */
export type Course = {
  /** Pages on which the prints begin, from 0, as far as they are known. */
  starts: readonly number[];
  /** Pages that wait for a page of another PDF, from 0. */
  carried: number[];
  outline: PDFKit.PDFOutline;
};

/** Nodes in their order; what follows a part with a heading of its own, and is none of it, is set off by a rule. */
export function drawNodes(sheet: Sheet, nodes: readonly LayoutNode[], course: Course): void {
  for (const [place, node] of nodes.entries()) {
    if (node.kind === 'rows' && nodes[place - 1]?.kind === 'group' && sheet.indent === 0) drawDivider(sheet);
    drawNode(sheet, node, course);
  }
}

function drawDivider(sheet: Sheet): void {
  ensure(sheet, 16 + 3 * BODY.leading);
  if (sheet.y === PAGE.top) return;
  const y = sheet.y + 6;
  artifact(sheet, 'Layout', () => drawRule(sheet, y));
  sheet.y = y + 9;
}

const drawRule = (sheet: Sheet, y: number): void => {
  sheet.doc
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.left + WIDTH, y)
    .lineWidth(0.6)
    .strokeColor(LINE)
    .stroke();
};

function drawNode(sheet: Sheet, node: LayoutNode, course: Course): void {
  switch (node.kind) {
    case 'heading':
      return drawHeading(sheet, node.level, node.text, course);
    case 'facts':
      return drawFacts(sheet, node.rows);
    case 'rows':
      return drawRows(sheet, node.rows);
    case 'group':
      return drawGroup(sheet, node.nodes, course);
    case 'paragraphs':
      return drawParagraphs(sheet, node.paragraphs);
    case 'table':
      return drawTable(sheet, node);
    case 'notice':
      return drawNotice(sheet, node);
    case 'signatures':
      return drawSignatures(sheet, node);
    case 'index':
      return drawIndex(sheet, node, course);
    case 'picture':
      return drawPicture(sheet, node);
    case 'carriedPages':
      return drawCarried(sheet, node, course);
    case 'newPage':
      return newPage(sheet);
    default:
      return node satisfies never;
  }
}

const INDENT = 10;

/** Further in than what it is part of, so that it is seen where the whole goes on; the whole of a print is not. */
function drawGroup(sheet: Sheet, nodes: readonly LayoutNode[], course: Course): void {
  const { section, indent } = sheet;
  const [heading, ...below] = nodes;
  sheet.section = element(sheet, 'Sect');
  if (heading !== undefined) drawNode(sheet, heading, course);
  const isUpper = heading?.kind === 'heading' && heading.level <= 2;
  if (!isUpper) sheet.indent += INDENT;
  drawNodes(sheet, below, course);
  sheet.section = section;
  sheet.indent = indent;
  if (!isUpper) sheet.y += 4;
}

const HEADINGS: Readonly<Record<HeadingLevel, Style & { above: number; below: number }>> = {
  1: { face: 'semibold', size: 22, leading: 27, color: DEEP, above: 0, below: 10 },
  2: { face: 'semibold', size: 14, leading: 18, color: DEEP, above: 16, below: 6 },
  3: { face: 'semibold', size: 11.5, leading: 15.5, color: INK, above: 9, below: 4 },
  4: { face: 'semibold', size: 10.5, leading: 14.6, color: SOFT, above: 6, below: 3 },
  5: { face: 'semibold', size: 10, leading: 14, color: SOFT, above: 5, below: 2 },
  6: { face: 'semibold', size: 10, leading: 14, color: SOFT, above: 4, below: 2 },
};

/** A heading stays with what follows it, and the two upper levels are bookmarks. */
function drawHeading(sheet: Sheet, level: HeadingLevel, text: string, { outline }: Course): void {
  const style = HEADINGS[level];
  const lines = linesOf(sheet, text, wide(sheet), style);
  ensure(sheet, style.above + lines.length * style.leading + style.below + 4.5 * BODY.leading);
  const isAtTop = sheet.y === PAGE.top;
  if (!isAtTop) sheet.y += style.above;
  if (level === 2) {
    if (!isAtTop) {
      const { y } = sheet;
      artifact(sheet, 'Layout', () => drawRule(sheet, y - 5));
    }
    addBookmark(sheet, outline, text);
  }
  flow(sheet, `H${level}`, element(sheet, `H${level}`), lines, { x: left(sheet), style });
  sheet.y += style.below;
}

/** Leads to the very place on the page. */
export function addBookmark(sheet: Sheet, outline: PDFKit.PDFOutline, text: string): PDFKit.PDFOutline {
  const place: { expanded: boolean; top: number; left: number } = {
    expanded: true,
    top: Math.max(0, sheet.y - 12),
    left: PAGE.width,
  };
  return outline.addItem(text, place);
}

function drawParagraphs(sheet: Sheet, paragraphs: readonly string[]): void {
  for (const text of paragraphs) {
    flow(sheet, 'P', element(sheet, 'P'), linesOf(sheet, text, wide(sheet), BODY), {
      x: left(sheet),
      style: BODY,
    });
    sheet.y += 5;
  }
}

/** Tinted and with a bar, where it fits on a page. */
function drawNotice(sheet: Sheet, { title, paragraphs }: Extract<LayoutNode, { kind: 'notice' }>): void {
  const x = PAGE.left + 14;
  const width = WIDTH - 28;
  const texts = paragraphs.map((text) => linesOf(sheet, text, width, BODY));
  const heading = linesOf(sheet, title, width, LABEL);
  const height =
    heading.length * LABEL.leading + texts.reduce((sum, lines) => sum + lines.length * BODY.leading, 0) + 16;
  ensure(sheet, height);
  if (height <= room(sheet)) {
    const { y } = sheet;
    artifact(sheet, 'Layout', () => {
      sheet.doc.rect(PAGE.left, y, WIDTH, height).fill(TINT).rect(PAGE.left, y, 4, height).fill(DEEP);
    });
  }
  sheet.y += 8;
  const owner = element(sheet, 'Div');
  flow(sheet, 'P', element(sheet, 'P', owner), heading, { x, style: LABEL });
  for (const lines of texts) flow(sheet, 'P', element(sheet, 'P', owner), lines, { x, style: BODY });
  sheet.y += 20;
}

/** Two beside each other, each with a line above the name where a hand signs. */
function drawSignatures(sheet: Sheet, { signers }: Extract<LayoutNode, { kind: 'signatures' }>): void {
  const width = (WIDTH - 24) / 2;
  for (let at = 0; at < signers.length; at += 2) {
    const pair = signers.slice(at, at + 2).map(({ lines, byHand }) => ({
      byHand,
      lines: lines.flatMap((line) => linesOf(sheet, line, width, BODY)),
    }));
    const forHand = pair.some(({ byHand }) => byHand) ? 42 : 4;
    const height = forHand + Math.max(1, ...pair.map(({ lines }) => lines.length)) * BODY.leading;
    ensure(sheet, height);
    const y = sheet.y + forHand;
    for (const [column, { lines, byHand }] of pair.entries()) {
      const x = PAGE.left + column * (width + 24);
      if (byHand) {
        artifact(sheet, 'Layout', () => {
          sheet.doc
            .moveTo(x, y - 4)
            .lineTo(x + width - 30, y - 4)
            .lineWidth(0.7)
            .strokeColor(INK)
            .stroke();
        });
      }
      if (lines.length === 0) continue;
      sheet.y = y;
      flow(sheet, 'P', element(sheet, 'P'), lines, { x, style: BODY });
    }
    sheet.y = y + height - forHand + 10;
  }
}

const PAGES = 40;
const MORE: Style = { ...BODY, size: 9, leading: 12, color: SOFT };

function drawIndex(
  sheet: Sheet,
  { entries }: Extract<LayoutNode, { kind: 'index' }>,
  { starts }: Course,
): void {
  const owner = element(sheet, 'TOC');
  for (const [place, { name, more, part }] of entries.entries()) {
    const item = element(sheet, 'TOCI', owner);
    const lines = linesOf(sheet, `${place + 1}. ${name}`, WIDTH - PAGES, BODY);
    const below = more === '' ? [] : linesOf(sheet, more, WIDTH - PAGES - 16, MORE);
    ensure(sheet, lines.length * BODY.leading + below.length * MORE.leading);
    const { y } = sheet;
    const start = starts[part];
    const number = start === undefined ? '' : String(start + 1);
    flow(sheet, 'P', element(sheet, 'P', item), lines, { x: PAGE.left, style: BODY });
    if (below.length > 0) {
      flow(sheet, 'P', element(sheet, 'P', item), below, { x: PAGE.left + 16, style: MORE });
    }
    content(sheet, 'P', element(sheet, 'P', item), () =>
      put(sheet, number, PAGE.left + WIDTH - widthOf(sheet, number, BODY), y, BODY),
    );
    sheet.y += 4;
  }
}

function drawPicture(sheet: Sheet, { bytes, description }: Extract<LayoutNode, { kind: 'picture' }>): void {
  if (room(sheet) < (PAGE.bottom - PAGE.top) / 2) newPage(sheet);
  const figure = sheet.doc.struct('Figure', { alt: description });
  sheet.section.add(figure);
  const height = room(sheet);
  content(sheet, 'Figure', figure, () => {
    sheet.doc.image(Buffer.from(bytes), PAGE.left, sheet.y, { fit: [WIDTH, height] });
  });
  sheet.y = PAGE.bottom;
}

/** Pages with head and foot, and nothing between them yet. */
function drawCarried(
  sheet: Sheet,
  { count, description }: Extract<LayoutNode, { kind: 'carriedPages' }>,
  { carried }: Course,
): void {
  for (let page = 1; page <= count; page += 1) {
    newPage(sheet);
    const text = `${description}, ${page} (${count})`;
    flow(sheet, 'P', element(sheet, 'P'), linesOf(sheet, text, WIDTH, MORE).slice(0, 1), {
      x: PAGE.left,
      style: MORE,
    });
    carried.push(sheet.runnings.length - 1);
    sheet.y = PAGE.bottom;
  }
}
