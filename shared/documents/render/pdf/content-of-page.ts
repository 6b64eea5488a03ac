import { constants, inflateSync } from 'node:zlib';
import { PDFArray, PDFName, PDFNull, type PDFObject, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';

/** What one page may draw, unpacked: far more than any page of text or vectors. */
const MOST_DRAWN = 32 * 1024 * 1024;

type Content = { bytes: Uint8Array; filter: Record<string, PDFObject> };

const FILTER = PDFName.of('Filter');
const PARMS = PDFName.of('DecodeParms');
const FLATE = PDFName.of('FlateDecode');

/**
 * What draws a page. One stream goes as it is, packed; several are one only when unpacked, because an operator may
 * begin in one and end in the next.
 * @throws where it is packed in a way that is not taken apart here, or unpacks to more than a page draws.
 */
export function contentOfPage(page: PDFPage): Content {
  const { context } = page.doc;
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((one) => context.lookup(one)) : [contents];
  const [only] = streams;
  if (streams.length === 1 && only instanceof PDFRawStream) return packed(only);
  let left = MOST_DRAWN;
  const parts: Uint8Array[] = [];
  for (const stream of streams) {
    if (stream === undefined || stream === PDFNull) continue;
    if (!(stream instanceof PDFRawStream)) throw new Error('What draws the page is no stream.');
    const part = unpacked(stream, left);
    left -= part.length;
    parts.push(part, Buffer.from('\n'));
  }
  return { bytes: Buffer.concat(parts), filter: {} };
}

function packed(stream: PDFRawStream): Content {
  const filter = stream.dict.lookup(FILTER);
  const parms = stream.dict.lookup(PARMS);
  if (filter === undefined) return { bytes: stream.contents, filter: {} };
  if (parms === undefined && isFlate(filter)) return { bytes: stream.contents, filter: { Filter: FLATE } };
  throw new Error('What draws the page is packed in an unusual way.');
}

function unpacked(stream: PDFRawStream, most: number): Uint8Array {
  const { bytes, filter } = packed(stream);
  if (filter['Filter'] === undefined) return bytes;
  // Readers of PDF forgive a stream whose end is cut off.
  return inflateSync(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
}

const isFlate = (filter: PDFObject): boolean =>
  filter === FLATE || (filter instanceof PDFArray && filter.size() === 1 && filter.lookup(0) === FLATE);
