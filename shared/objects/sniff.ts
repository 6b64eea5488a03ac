import type { MediaType } from '../domain/attachments/media-type.ts';

/**
 * What a file is by its own bytes. No file is believed by its name or by what its sender called it: what does not
 * begin as its type begins is refused. PDF: ISO 32000-1 7.5.2; JPEG: ISO 10918-1 B.1; PNG: ISO 15948 5.2; TIFF:
 * TIFF 6.0 section 2; ODF: OASIS OpenDocument 1.3 part 2, 3.3; DOCX: ISO 29500-2 (a ZIP with its main part).
 */
const SIGNATURES: readonly { type: MediaType; begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/tiff', begins: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', begins: [0x4d, 0x4d, 0x00, 0x2a] },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const ODT = 'mimetypeapplication/vnd.oasis.opendocument.text';
/** In a ZIP the name of the first entry begins here. */
const FIRST_NAME = 30;

const beginsWith = (bytes: Uint8Array, begins: readonly number[]): boolean =>
  begins.every((byte, index) => bytes[index] === byte);

/** @returns undefined for what is of none of the types that are taken in. */
export function typeOf(bytes: Uint8Array): MediaType | undefined {
  const known = SIGNATURES.find(({ begins }) => beginsWith(bytes, begins));
  if (known !== undefined) return known.type;
  return beginsWith(bytes, ZIP) ? packageOf(bytes) : isText(bytes) ? 'text/plain' : undefined;
}

function packageOf(bytes: Uint8Array): MediaType | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = buffer.subarray(FIRST_NAME, FIRST_NAME + ODT.length).toString('latin1');
  if (first === ODT) return 'application/vnd.oasis.opendocument.text';
  // A macro is a program: what carries one is no document to keep.
  return buffer.includes('word/document.xml', 0, 'latin1') && !buffer.includes('vbaProject', 0, 'latin1')
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : undefined;
}

/** UTF-8 without control characters but those of lines; a page of HTML or XML is no plain text. */
function isText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) && !/^\s*<[!?a-z]/i.test(text);
}
