import type { MediaType } from '../domain/attachments/media-type.ts';

/**
 * How many pages a file has: those of a PDF, the images of a TIFF, one for a picture; undefined for a text.
 * @throws when it is of its type by its beginning only and cannot be read through.
 */
export async function countPages(type: MediaType, bytes: Uint8Array): Promise<number | undefined> {
  switch (type) {
    case 'application/pdf': {
      const { pagesOfPdf } = await import('./pdf-pages.ts');
      return atLeastOne(await pagesOfPdf(bytes));
    }
    case 'image/tiff':
      return atLeastOne(imagesOfTiff(bytes));
    case 'image/png':
      return endsWith(bytes, PNG_END) ? 1 : unreadable();
    case 'image/jpeg':
      return lastIndexOf(bytes, JPEG_END) > 0 ? 1 : unreadable();
    case 'text/plain':
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
    case 'application/vnd.oasis.opendocument.text':
      return undefined;
    default:
      return type satisfies never;
  }
}

const unreadable = (): never => {
  throw new Error('The file cannot be read through.');
};

const atLeastOne = (pages: number): number => (pages > 0 ? pages : unreadable());

/** The chunk IEND, with which a PNG ends (ISO 15948 11.2.5); the marker EOI of a JPEG (ISO 10918-1 B.1.1.3). */
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
const JPEG_END = Buffer.from([0xff, 0xd9]);

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const endsWith = (bytes: Uint8Array, end: Buffer): boolean =>
  asBuffer(bytes).subarray(-end.length).equals(end);
/** Cameras write more after the end of the picture. */
const lastIndexOf = (bytes: Uint8Array, part: Buffer): number => asBuffer(bytes).lastIndexOf(part);

/** More images than any scanned bundle has: a chain that leads back to itself ends here. */
const MOST_IMAGES = 10_000;
const ENTRY_BYTES = 12;

/** Walks the chain of image directories (TIFF 6.0 section 2). */
function imagesOfTiff(bytes: Uint8Array): number {
  const buffer = asBuffer(bytes);
  const isLittle = buffer.readUInt16BE(0) === 0x4949;
  const short = (at: number): number => (isLittle ? buffer.readUInt16LE(at) : buffer.readUInt16BE(at));
  const long = (at: number): number => (isLittle ? buffer.readUInt32LE(at) : buffer.readUInt32BE(at));
  let images = 0;
  for (let at = long(4); at !== 0; at = long(at + 2 + short(at) * ENTRY_BYTES)) {
    images += 1;
    if (images > MOST_IMAGES) return unreadable();
  }
  return images;
}
