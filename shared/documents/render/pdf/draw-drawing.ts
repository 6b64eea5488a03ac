import type { Drawing, Mark } from '../layout.ts';
import {
  content,
  DEEP,
  ensure,
  INK,
  LINE,
  left,
  linesOf,
  put,
  type Sheet,
  type Style,
  wide,
  widthOf,
} from './sheet.ts';

const SIZE = 9;
/** From the line on which letters stand to where the writer begins a line. */
const ASCENT = 0.98;
/** Wide enough that a text stays on its line. */
const NO_BREAK = 10_000;

/** A chart as one figure with its description, no wider than the text, and never parted between pages. */
export function drawDrawing(sheet: Sheet, drawing: Drawing): void {
  const scale = Math.min(1, wide(sheet) / drawing.width);
  ensure(sheet, drawing.height * scale);
  const figure = sheet.doc.struct('Figure', { title: drawing.title, alt: drawing.about });
  sheet.section.add(figure);
  const { y } = sheet;
  content(sheet, 'Figure', figure, () => {
    for (const mark of drawing.marks) drawMark(sheet, mark, { scale, x: left(sheet), y });
  });
  sheet.y = y + drawing.height * scale + 8;
}

type Place = { scale: number; x: number; y: number };

function drawMark(sheet: Sheet, mark: Mark, { scale, x, y }: Place): void {
  const { doc } = sheet;
  switch (mark.kind) {
    case 'bar': {
      const bar = doc.rect(x + mark.x * scale, y + mark.y * scale, mark.width * scale, mark.height * scale);
      if (mark.look === 'solid') bar.fillColor(DEEP).fill();
      else bar.lineWidth(0.8).strokeColor(DEEP).stroke();
      return;
    }
    case 'rule':
      doc
        .moveTo(x + mark.x1 * scale, y + mark.y1 * scale)
        .lineTo(x + mark.x2 * scale, y + mark.y2 * scale)
        .lineWidth(0.6)
        .strokeColor(LINE)
        .stroke();
      return;
    case 'text': {
      const style: Style = { face: 'regular', size: SIZE * scale, leading: 12, color: INK };
      const text = linesOf(sheet, mark.text, NO_BREAK, style).join(' ');
      const width = widthOf(sheet, text, style);
      const from = mark.align === 'left' ? 0 : mark.align === 'right' ? width : width / 2;
      put(sheet, text, x + mark.x * scale - from, y + (mark.y - SIZE * ASCENT) * scale, style);
      return;
    }
    default:
      mark satisfies never;
  }
}
