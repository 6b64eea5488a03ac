import type { LayoutNode, PictureSource } from '../layout.ts';
import type { Course } from './course.ts';
import { content, ensure, PAGE, room, type Sheet } from './sheet.ts';

/** Less than this is no room for a page or a photograph. */
const LEAST = 400;
const EDGE = 22;
/** Points of a pixel at 96 to an inch: a small image is not blown up. */
const PIXEL = 0.75;

type Box = { x: number; y: number; width: number; height: number };

/** Fills what is left of the page, so that the next thing begins a page of its own. */
export function drawPicture(
  sheet: Sheet,
  { alt, source }: Extract<LayoutNode, { kind: 'picture' }>,
  { isRehearsal }: Course,
): void {
  ensure(sheet, LEAST);
  const box = { x: EDGE, y: sheet.y, width: PAGE.width - 2 * EDGE, height: room(sheet) };
  const figure = sheet.doc.struct('Figure', { alt });
  sheet.section.add(figure);
  content(sheet, 'Figure', figure, () => {
    if (!isRehearsal) drawSource(sheet, source, box);
  });
  sheet.y = PAGE.bottom;
}

function drawSource(
  { doc, runnings, called }: Sheet,
  source: PictureSource,
  { x, y, width, height }: Box,
): void {
  if (source.kind === 'image') {
    // Turned as the camera says, so that either side may be the long one.
    const longest = Math.max(source.width, source.height) * PIXEL;
    const fit: [number, number] = [Math.min(width, longest), Math.min(height, longest)];
    doc.image(Buffer.from(source.bytes), x + (width - fit[0]) / 2, y, { fit, align: 'center' });
    return;
  }
  const scale = Math.min(1, width / source.width, height / source.height);
  const left = x + (width - source.width * scale) / 2;
  const bottom = y + source.height * scale;
  // The writer's pages count downwards from the top; what is put there counts upwards.
  const [a, e, f] = [scale, left, bottom].map((number) => number.toFixed(4));
  called.push({ page: runnings.length - 1, name: source.name });
  doc.addContent(`q ${a} 0 0 -${a} ${e} ${f} cm /${source.name} Do Q`);
}
