import type { Print } from '../layout.ts';
import { printWord } from '../print-words.ts';
import {
  artifact,
  content,
  type Element,
  INK,
  LINE,
  linesOf,
  PAGE,
  put,
  type Sheet,
  SMALL,
  type Style,
  WIDTH,
  widthOf,
} from './sheet.ts';

const AUTHORITY: Style = { face: 'semibold', size: 11, leading: 14, color: INK };
const MARK: Style = { face: 'semibold', size: 10, leading: 13, color: INK };
const STATE: Style = { face: 'semibold', size: 10, leading: 13, color: '#8a1c1c' };
const TOP = 38;

/**
 * Head and foot of every page, once their count is known. They are content where a print begins, so that who listens
 * hears whose document it is and that it is secret, and repeated as what a page carries on the others.
 */
export function drawRunning(
  sheet: Sheet,
  { firsts, language }: { firsts: ReadonlyMap<number, Element>; language: Print['language'] },
): void {
  const { doc, runnings } = sheet;
  for (const page of runnings.keys()) {
    doc.switchToPage(page);
    const first = firsts.get(page);
    if (first === undefined) artifact(sheet, 'Pagination', () => drawHead(sheet, page));
    else content(sheet, 'P', first, () => drawHead(sheet, page));
    artifact(sheet, 'Pagination', () => drawPageAndFoot(sheet, page, language));
  }
}

function drawHead(sheet: Sheet, page: number): void {
  const running = sheet.runnings[page];
  if (running === undefined) return;
  let y = TOP;
  for (const line of linesOf(sheet, running.authority, WIDTH * 0.5, AUTHORITY).slice(0, 2)) {
    put(sheet, line, PAGE.left, y, AUTHORITY);
    y += AUTHORITY.leading;
  }
  for (const line of linesOf(sheet, running.unit, WIDTH * 0.5, SMALL).slice(0, 2)) {
    put(sheet, line, PAGE.left, y, SMALL);
    y += SMALL.leading;
  }
  const marks: [string, Style][] = [
    [running.secrecy.mark, MARK],
    [running.secrecy.grounds, SMALL],
    ...(running.state === '' ? [] : [[running.state.toUpperCase(), STATE] as [string, Style]]),
  ];
  y = TOP + 15;
  for (const [text, style] of marks.filter(([mark]) => mark !== '')) {
    putRight(sheet, text, y, style);
    y += style.leading;
  }
}

function drawPageAndFoot(sheet: Sheet, page: number, language: Print['language']): void {
  const { doc, runnings } = sheet;
  const running = runnings[page];
  if (running === undefined) return;
  putRight(sheet, `${printWord('page', language)} ${page + 1} (${runnings.length})`, TOP, SMALL);
  const foot = PAGE.bottom + 22;
  for (const y of [PAGE.top - 18, foot - 6]) {
    doc
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.left + WIDTH, y)
      .lineWidth(0.6)
      .strokeColor(LINE)
      .stroke();
  }
  put(sheet, running.identifier, PAGE.left, foot, SMALL);
  putRight(sheet, running.printed, foot, SMALL);
}

const putRight = (sheet: Sheet, text: string, y: number, style: Style): void =>
  put(sheet, text, PAGE.left + WIDTH - widthOf(sheet, text, style), y, style);
