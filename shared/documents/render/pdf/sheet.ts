import type { Running } from '../layout.ts';
import { breakLines, type Measure } from './break-lines.ts';
import { canDraw, type Face } from './fonts.ts';

/** A4 in points, with the margins of SFS 2487 (20 mm on the left) and room for head and foot. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 56.69,
  right: 51.02,
  top: 112,
  bottom: 776,
} as const;
export const WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const INK = '#17202a';
export const SOFT = '#45505c';
export const LINE = '#c5ccd3';
export const DEEP = '#0f3554';
export const TINT = '#eef2f6';

export type Style = { face: Face; size: number; leading: number; color: string };
export const BODY: Style = { face: 'regular', size: 10.5, leading: 14.6, color: INK };
export const LABEL: Style = { face: 'semibold', size: 10, leading: 14.6, color: INK };
export const SMALL: Style = { face: 'regular', size: 8.5, leading: 11.5, color: SOFT };

export type Element = PDFKit.PDFStructureElement;

/** On which page, from 0, the drawing calls for a page of another file. */
export type Called = { page: number; name: string };

/** The pages that are being drawn, and where the pen is. */
export type Sheet = {
  doc: PDFKit.PDFDocument;
  y: number;
  /** The part of the structure that is being filled. */
  section: Element;
  /** How far to the right the group that is being drawn stands. */
  indent: number;
  /** What stands at the head and foot of each page that has been begun. */
  runnings: Running[];
  /** Characters that the font lacks. */
  lost: Set<number>;
  widths: Map<string, Map<string, number>>;
  /** Pages of other files that are called by their names. */
  called: Called[];
};

export function newPage(sheet: Sheet, running?: Running): void {
  const same = running ?? sheet.runnings.at(-1);
  sheet.doc.addPage();
  if (same !== undefined) sheet.runnings.push(same);
  sheet.y = PAGE.top;
}

export const left = (sheet: Sheet): number => PAGE.left + sheet.indent;
export const wide = (sheet: Sheet): number => WIDTH - sheet.indent;

export const room = (sheet: Sheet): number => PAGE.bottom - sheet.y;

/** Begins a page where so much does not fit, unless it would fit on none. */
export function ensure(sheet: Sheet, height: number): void {
  if (height > room(sheet) && sheet.y > PAGE.top) newPage(sheet);
}

export function element(sheet: Sheet, tag: string, parent: Element = sheet.section): Element {
  const made = sheet.doc.struct(tag);
  parent.add(made);
  return made;
}

/** Draws what is no content: rules, tints, heads and feet. */
export function artifact(sheet: Sheet, type: 'Pagination' | 'Layout', draw: () => void): void {
  sheet.doc.markContent('Artifact', { type });
  draw();
  sheet.doc.endMarkedContent();
}

/** Draws one piece of content of the element on this page. */
export function content(sheet: Sheet, tag: string, owner: Element, draw: () => void): void {
  const marked = sheet.doc.markStructureContent(tag);
  draw();
  sheet.doc.endMarkedContent();
  owner.add(marked);
}

const REPLACEMENT = '□';

/** What the font cannot draw becomes a visible box, and is remembered. */
function drawable(sheet: Sheet, text: string): string {
  let drawn = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || canDraw(codePoint)) drawn += character;
    else {
      sheet.lost.add(codePoint);
      drawn += REPLACEMENT;
    }
  }
  return drawn;
}

function measureOf(sheet: Sheet, { face, size }: Style): Measure {
  const name = `${face} ${size}`;
  const known = sheet.widths.get(name) ?? new Map<string, number>();
  sheet.widths.set(name, known);
  return (text) => {
    const width = known.get(text);
    if (width !== undefined) return width;
    const measured = sheet.doc.font(face).fontSize(size).widthOfString(text);
    known.set(text, measured);
    return measured;
  };
}

export const widthOf = (sheet: Sheet, text: string, style: Style): number =>
  measureOf(sheet, style)(drawable(sheet, text));

export const linesOf = (sheet: Sheet, text: string, width: number, style: Style): string[] =>
  breakLines(drawable(sheet, text), width, measureOf(sheet, style));

/** Puts one line at a place; the pen stays where it is. */
export function put(sheet: Sheet, line: string, x: number, y: number, style: Style): void {
  const { face, size, color } = style;
  sheet.doc.font(face).fontSize(size).fillColor(color).text(line, x, y, { lineBreak: false });
}

/**
 * Lines one under the other, over as many pages as they need: content of one element on each. No page begins or ends
 * with a single line of a longer text.
 */
export function flow(
  sheet: Sheet,
  tag: string,
  owner: Element,
  lines: readonly string[],
  { x, style }: { x: number; style: Style },
): void {
  let rest = lines;
  while (rest.length > 0) {
    const fitting = Math.floor((room(sheet) + 0.01) / style.leading);
    const count = countOf(rest.length, fitting, sheet.y === PAGE.top);
    if (count === 0) {
      newPage(sheet);
      continue;
    }
    const here = rest.slice(0, count);
    content(sheet, tag, owner, () => {
      for (const line of here) {
        put(sheet, line, x, sheet.y, style);
        sheet.y += style.leading;
      }
    });
    rest = rest.slice(count);
    if (rest.length > 0) newPage(sheet);
  }
}

/** How many lines this page takes. */
function countOf(lines: number, fitting: number, isWholePage: boolean): number {
  if (lines <= fitting) return lines;
  const kept = lines - fitting === 1 ? fitting - 1 : fitting;
  return kept < 2 && !isWholePage ? 0 : Math.max(1, kept);
}
