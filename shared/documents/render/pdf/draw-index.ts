import type { LayoutNode } from '../layout.ts';
import type { Course } from './course.ts';
import {
  BODY,
  content,
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
const MORE: Style = { ...BODY, size: 9, leading: 12, color: SOFT };

export function drawIndex(
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
