import type { IndexEntry, LayoutNode } from '../layout.ts';
import type { Course } from './course.ts';
import {
  BODY,
  content,
  type Element,
  element,
  ensure,
  flow,
  linesOf,
  PAGE,
  put,
  type Sheet,
  SOFT,
  type Style,
  WIDTH,
  widthOf,
} from './sheet.ts';

const PAGES = 40;
const INDENT = 16;
const MORE: Style = { ...BODY, size: 9, leading: 12, color: SOFT };

export const drawIndex = (
  sheet: Sheet,
  { entries }: Extract<LayoutNode, { kind: 'index' }>,
  course: Course,
): void => drawEntries(sheet, { entries, number: '', indent: 0 }, course, element(sheet, 'TOC'));

type Level = { entries: readonly IndexEntry[]; number: string; indent: number };

function drawEntries(sheet: Sheet, { entries, number, indent }: Level, course: Course, owner: Element): void {
  const x = PAGE.left + indent;
  const width = WIDTH - PAGES - indent;
  for (const [place, { name, more, part, below = [] }] of entries.entries()) {
    const item = element(sheet, 'TOCI', owner);
    const own = `${number}${place + 1}.`;
    const lines = linesOf(sheet, `${own} ${name}`, width, BODY);
    const rest = more === '' ? [] : linesOf(sheet, more, width - INDENT, MORE);
    ensure(sheet, lines.length * BODY.leading + rest.length * MORE.leading);
    const { y } = sheet;
    const start = part === undefined ? undefined : course.starts[part];
    const page = start === undefined ? '' : String(start + 1);
    flow(sheet, 'P', element(sheet, 'P', item), lines, { x, style: BODY });
    if (rest.length > 0) {
      flow(sheet, 'P', element(sheet, 'P', item), rest, { x: x + INDENT, style: MORE });
    }
    if (part !== undefined) {
      content(sheet, 'P', element(sheet, 'P', item), () =>
        put(sheet, page, PAGE.left + WIDTH - widthOf(sheet, page, BODY), y, BODY),
      );
    }
    sheet.y += 4;
    if (below.length > 0) {
      const inner = { entries: below, number: own, indent: indent + INDENT };
      drawEntries(sheet, inner, course, element(sheet, 'TOC', item));
    }
  }
}
