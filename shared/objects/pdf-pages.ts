import { PDFDocument } from '@cantoo/pdf-lib';

/**
 * How many pages a PDF has. Loaded on first use: the parser is larger than all else that takes a file in. One
 * that needs a password, or that was cut so that its pages cannot be found, is not readable.
 */
export async function pagesOfPdf(bytes: Uint8Array): Promise<number> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  return document.getPageCount();
}
