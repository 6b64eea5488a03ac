import { type PDFContext, type PDFObjectCopier, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { appearancesOf } from './appearances.ts';
import { contentOfPage } from './content-of-page.ts';

type Box = { x: number; y: number; width: number; height: number };
type Upright = { width: number; height: number; matrix: readonly number[] };

/**
 * A page as a form XObject (ISO 32000-1 8.10): what is drawn on it, and above that how its fields, notes and stamps
 * look, turned upright and moved to the origin.
 */
export function formOfPage(
  page: PDFPage,
  context: PDFContext,
  copier: PDFObjectCopier,
): { width: number; height: number; form: PDFRef } {
  const box = page.getCropBox();
  const { width, height, matrix } = upright(box, page.getRotation().angle);
  if (!(width > 0 && height > 0)) throw new Error('The page has no size.');
  const bounds = [box.x, box.y, box.x + box.width, box.y + box.height];
  const resources = page.node.Resources();
  const { bytes, filter } = contentOfPage(page);
  const drawn = context.stream(bytes, {
    ...filter,
    Type: 'XObject',
    Subtype: 'Form',
    BBox: bounds,
    ...(resources === undefined ? {} : { Resources: copier.copy(resources) }),
  });
  const above = appearancesOf(page, context, copier);
  const calls = above.map(({ matrix: at }, place) => `q ${at.map(written).join(' ')} cm /A${place} Do Q`);
  const named = Object.fromEntries(above.map(({ ref }, place) => [`A${place}`, ref]));
  const whole = context.flateStream(['/Page Do', ...calls].join('\n'), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: bounds,
    Matrix: [...matrix],
    Resources: { XObject: { Page: context.register(drawn), ...named } },
  });
  return { width, height, form: context.register(whole) };
}

/** Numbers of PDF have no exponent. */
const written = (number: number): string => number.toFixed(5);

function upright({ x, y, width, height }: Box, angle: number): Upright {
  const turned = ((angle % 360) + 360) % 360;
  switch (turned) {
    case 90:
      return { width: height, height: width, matrix: [0, -1, 1, 0, -y, x + width] };
    case 180:
      return { width, height, matrix: [-1, 0, 0, -1, x + width, y + height] };
    case 270:
      return { width: height, height: width, matrix: [0, 1, -1, 0, y + height, -x] };
    default:
      return { width, height, matrix: [1, 0, 0, 1, -x, -y] };
  }
}
