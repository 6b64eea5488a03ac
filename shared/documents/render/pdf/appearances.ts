import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPage,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/** How something that lies on a page looks, and where it is put. */
type Appearance = { ref: PDFRef; matrix: readonly number[] };

const HIDDEN = 2;
const NO_VIEW = 32;

/**
 * How the fields, notes and stamps of a page look: without them a form that was filled in would be printed empty.
 * One that is hidden, or has no looks of its own, is left out (ISO 32000-1 12.5).
 */
export function appearancesOf(page: PDFPage, context: PDFContext, copier: PDFObjectCopier): Appearance[] {
  const annotations = page.node.Annots()?.asArray() ?? [];
  return annotations.flatMap((one) => {
    const annotation = page.doc.context.lookup(one);
    if (!(annotation instanceof PDFDict) || isUnseen(annotation)) return [];
    const ref = looksOf(annotation);
    const stream = page.doc.context.lookup(ref);
    if (ref === undefined || !(stream instanceof PDFStream)) return [];
    const rect = numbersOf(annotation.lookup(PDFName.of('Rect')));
    const bounds = numbersOf(stream.dict.lookup(PDFName.of('BBox')));
    const matrix = numbersOf(stream.dict.lookup(PDFName.of('Matrix')));
    const at = placed(rect, bounds, matrix.length === 6 ? matrix : [1, 0, 0, 1, 0, 0]);
    if (at === undefined) return [];
    const copied = copier.copy(ref);
    const looks = context.lookup(copied, PDFStream);
    looks.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
    looks.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
    return [{ ref: copied, matrix: at }];
  });
}

function isUnseen(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  return (
    (bits & (HIDDEN | NO_VIEW)) !== 0 || annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Popup')
  );
}

/** The normal looks, of a box or button those of its state. */
function looksOf(annotation: PDFDict): PDFRef | undefined {
  const looks = annotation.lookupMaybe(PDFName.of('AP'), PDFDict);
  const normal = looks?.lookup(PDFName.of('N'));
  if (!(normal instanceof PDFDict)) return refOf(looks?.get(PDFName.of('N')));
  const state = annotation.lookup(PDFName.of('AS'));
  return state instanceof PDFName ? refOf(normal.get(state)) : undefined;
}

const refOf = (value: PDFObject | undefined): PDFRef | undefined =>
  value instanceof PDFRef ? value : undefined;

const numbersOf = (value: PDFObject | undefined): number[] =>
  value instanceof PDFArray
    ? value.asArray().flatMap((one) => (one instanceof PDFNumber ? [one.asNumber()] : []))
    : [];

/** The matrix that brings the turned bounds of the looks into the rectangle (ISO 32000-1 12.5.5, algorithm 8.1). */
function placed(
  rect: readonly number[],
  bounds: readonly number[],
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
): readonly number[] | undefined {
  const [left = 0, low = 0, right = 0, high = 0] = bounds;
  const corners = [
    [left, low],
    [right, low],
    [left, high],
    [right, high],
  ].map(([x = 0, y = 0]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
  const from = spanOf(corners.map(({ x }) => x));
  const up = spanOf(corners.map(({ y }) => y));
  const to = spanOf([rect[0] ?? 0, rect[2] ?? 0]);
  const over = spanOf([rect[1] ?? 0, rect[3] ?? 0]);
  if (![from, up, to, over].every(({ size }) => size > 0)) return undefined;
  const [sx, sy] = [to.size / from.size, over.size / up.size];
  return [sx, 0, 0, sy, to.least - from.least * sx, over.least - up.least * sy];
}

const spanOf = (values: readonly number[]): { least: number; size: number } => {
  const least = Math.min(...values);
  return { least, size: Math.max(...values) - least };
};
