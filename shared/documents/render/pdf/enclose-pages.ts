import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { formOfPage } from './form-of-page.ts';
import type { WrittenPdf } from './write-pdf.ts';

/**
 * Pages of other PDFs in a print. Each becomes a picture that is drawn like an image: its own links, actions, scripts
 * and tags stay behind, and what was filled in or stamped on it is drawn with it. Read on first use: the parser is
 * larger than all else of the function.
 */

/** A page, upright, ready to be put somewhere. */
export type EnclosedPage = { width: number; height: number; form: PDFRef; context: PDFContext };

/**
 * All pages of a PDF, copied out of it.
 * @throws where one cannot be shown as its own reader would show it: locked, broken, or with hidden layers.
 */
export async function pagesToEnclose(bytes: Uint8Array): Promise<EnclosedPage[]> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  if (hasHiddenLayers(source)) throw new Error('A picture of the page would show what the page hides.');
  const { context } = await PDFDocument.create({ updateMetadata: false });
  const copier = PDFObjectCopier.for(source.context, context);
  return source.getPages().map((page) => ({ ...formOfPage(page, context, copier), context }));
}

/** Optional content that is off by default (ISO 32000-1 8.11.4.3). */
function hasHiddenLayers({ catalog }: PDFDocument): boolean {
  const layers = catalog.lookupMaybe(PDFName.of('OCProperties'), PDFDict);
  const shown = layers?.lookupMaybe(PDFName.of('D'), PDFDict);
  const off = shown?.lookupMaybe(PDFName.of('OFF'), PDFArray);
  return (off?.size() ?? 0) > 0 || shown?.get(PDFName.of('BaseState')) === PDFName.of('OFF');
}

/** Puts the pages where the drawn file calls them by their names; all else of it stays as it is. */
export async function putPages(
  { bytes, called }: Pick<WrittenPdf, 'bytes' | 'called'>,
  pages: ReadonlyMap<string, EnclosedPage>,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const copiers = new Map<PDFContext, PDFObjectCopier>();
  for (const { page: place, name } of called) {
    const page = pages.get(name);
    if (page === undefined) throw new Error('A page that was to be put into the print is missing.');
    const copier = copiers.get(page.context) ?? PDFObjectCopier.for(page.context, document.context);
    copiers.set(page.context, copier);
    document.getPage(place).node.setXObject(PDFName.of(name), copier.copy(page.form));
  }
  return Uint8Array.from(await document.save({ updateFieldAppearances: false }));
}
