import {
  decodePDFRawStream,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';

/** What the pictures on a page (from 0) say or are: texts of pages that were put there, `image` for an image. */
export async function picturesOn(bytes: Uint8Array, page: number): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const said = (resources: PDFObject | undefined): string[] => {
    const named = resources instanceof PDFDict ? resources.lookup(PDFName.of('XObject')) : undefined;
    return named instanceof PDFDict
      ? named.keys().flatMap((key) => ofPicture(context.lookup(named.get(key))))
      : [];
  };
  const ofPicture = (stream: PDFObject | undefined): string[] => {
    if (!(stream instanceof PDFRawStream)) return [];
    if (stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) return ['image'];
    const drawn = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const texts = [...drawn.matchAll(/<([0-9A-Fa-f]+)>\s*Tj/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    return [...texts, ...said(stream.dict.lookup(PDFName.of('Resources')))];
  };
  return said(document.getPage(page).node.Resources());
}
