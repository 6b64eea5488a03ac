import type { LayoutNode } from '../layout.ts';
import type { Course } from './course.ts';
import {
  BODY,
  content,
  element,
  ensure,
  flow,
  linesOf,
  newPage,
  PAGE,
  put,
  room,
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

export function drawPicture(
  sheet: Sheet,
  { bytes, description }: Extract<LayoutNode, { kind: 'picture' }>,
): void {
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
export function drawCarried(
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
