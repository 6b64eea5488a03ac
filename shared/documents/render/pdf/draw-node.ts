import type { HeadingLevel, LayoutNode } from '../layout.ts';
import type { Course } from './course.ts';
import { drawNotice, drawSignatures } from './draw-blocks.ts';
import { drawDrawing } from './draw-drawing.ts';
import { drawIndex } from './draw-index.ts';
import { drawPicture } from './draw-picture.ts';
import { drawFacts, drawRows, heightOfFirstFacts } from './draw-rows.ts';
import { drawTable } from './draw-table.ts';
import {
  artifact,
  BODY,
  DEEP,
  element,
  ensure,
  flow,
  INK,
  LINE,
  left,
  linesOf,
  newPage,
  PAGE,
  type Sheet,
  SOFT,
  type Style,
  WIDTH,
  wide,
} from './sheet.ts';

/** Nodes in their order; what follows a part with a heading of its own, and is none of it, is set off by a rule. */
export function drawNodes(sheet: Sheet, nodes: readonly LayoutNode[], course: Course): void {
  for (const [place, node] of nodes.entries()) {
    if (node.kind === 'rows' && nodes[place - 1]?.kind === 'group' && sheet.indent === 0) drawDivider(sheet);
    drawNode(sheet, node, course, nodes[place + 1]);
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

function drawNode(sheet: Sheet, node: LayoutNode, course: Course, next?: LayoutNode): void {
  switch (node.kind) {
    case 'heading':
      return drawHeading(sheet, node, course, next);
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
      return drawPicture(sheet, node, course);
    case 'drawing':
      return drawDrawing(sheet, node);
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
  if (heading !== undefined) drawNode(sheet, heading, course, below[0]);
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
function drawHeading(
  sheet: Sheet,
  { level, text, look }: Extract<LayoutNode, { kind: 'heading' }>,
  { outline }: Course,
  next?: LayoutNode,
): void {
  const style = look === 'small' ? { ...HEADINGS[3], above: 0 } : HEADINGS[level];
  const lines = linesOf(sheet, text, wide(sheet), style);
  // Facts stand in columns that are not parted: the first of them go on the page of their heading.
  const following = Math.max(
    4.5 * BODY.leading,
    next?.kind === 'facts' ? heightOfFirstFacts(sheet, next.rows) : 0,
  );
  ensure(sheet, style.above + lines.length * style.leading + style.below + following);
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
