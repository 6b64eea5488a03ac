import { describe, expect, test } from 'vitest';
import { MediaType } from '../../../shared/domain/attachments/media-type.ts';
import { arrivalOf } from '../../../shared/objects/arrival.ts';
import { countPages } from '../../../shared/objects/count-pages.ts';
import { typeOf } from '../../../shared/objects/sniff.ts';
import { pdfOf } from '../../support/attachments.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(40),
  Buffer.from([0xff, 0xd9]),
]);

/** A TIFF of so many empty image directories, in either order of bytes. */
function tiffOf(images: number, order: 'II' | 'MM'): Buffer {
  const buffer = Buffer.alloc(8 + images * 6);
  const isLittle = order === 'II';
  const short = (value: number, at: number) =>
    isLittle ? buffer.writeUInt16LE(value, at) : buffer.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? buffer.writeUInt32LE(value, at) : buffer.writeUInt32BE(value, at);
  buffer.write(order, 0, 'latin1');
  short(42, 2);
  long(8, 4);
  for (let image = 0; image < images; image += 1) {
    long(image + 1 === images ? 0 : 8 + (image + 1) * 6, 8 + image * 6 + 2);
  }
  return buffer;
}

/** A ZIP's first entry by its name, and what stands after it. */
const zipOf = (name: string, rest = ''): Buffer =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from(name + rest, 'latin1')]);

describe('what a file is by its own bytes', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a picture of a camera', JPEG, 'image/jpeg'],
    ['a PNG', PNG, 'image/png'],
    ['a scan of little-endian order', tiffOf(1, 'II'), 'image/tiff'],
    ['a scan of big-endian order', tiffOf(1, 'MM'), 'image/tiff'],
    ['a Finnish text', Buffer.from('Äiti soitti.\r\nYö meni hyvin.'), 'text/plain'],
    [
      'a text of a word processor',
      zipOf('[Content_Types].xml', ' word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'an open document',
      zipOf('mimetypeapplication/vnd.oasis.opendocument.text'),
      'application/vnd.oasis.opendocument.text',
    ],
    [
      'a document with a macro',
      zipOf('[Content_Types].xml', ' word/document.xml word/vbaProject.bin'),
      undefined,
    ],
    ['any other archive', zipOf('ohjelma.exe'), undefined],
    ['a program of Windows', Buffer.from('MZ\u0000\u0001\u0002'), undefined],
    ['a page of HTML', Buffer.from('<!doctype html><p>x'), undefined],
    ['a drawing that can carry a script', Buffer.from('<svg onload="x()">'), undefined],
    ['a text of another code page', Buffer.from([0xc4, 0x69, 0x74, 0x69]), undefined],
    ['a PDF that begins later', Buffer.from('\u0000\u0000%PDF-1.7'), undefined],
  ])('%s', (_, bytes, type) => {
    expect(typeOf(bytes)).toBe(type);
  });

  test('no other type is told than those that a setting can name', () => {
    expect(MediaType.options).toHaveLength(7);
  });
});

describe('the pages of a file', () => {
  test.each([
    ['application/pdf', () => pdfOf(4), 4],
    ['image/tiff', async () => tiffOf(3, 'II'), 3],
    ['image/tiff', async () => tiffOf(2, 'MM'), 2],
    ['image/png', async () => PNG, 1],
    ['image/jpeg', async () => JPEG, 1],
    ['text/plain', async () => Buffer.from('x'), undefined],
  ] as const)('%s', async (type, make, pages) => {
    expect(await countPages(type, await make())).toBe(pages);
  });

  const looped = tiffOf(2, 'II');
  looped.writeUInt32LE(8, 8 + 6 + 2);
  test.each([
    ['application/pdf', async () => Buffer.from('%PDF-1.7 and no more')],
    ['application/pdf', async () => (await pdfOf(2, 100_000)).subarray(0, 50_000)],
    ['image/tiff', async () => tiffOf(3, 'II').subarray(0, 15)],
    ['image/tiff', async () => looped],
    ['image/png', async () => PNG.subarray(0, -4)],
    ['image/jpeg', async () => JPEG.subarray(0, -2)],
  ] as const)('a %s that was cut or leads nowhere is not read', async (type, make) => {
    const bytes = await make();
    await expect(countPages(type, bytes)).rejects.toThrow();
  });
});

describe('an object of the inbox', () => {
  test.each([
    ['KEUSOTE/01KBN4PZ00000000000000000A', { controller: 'KEUSOTE', uploadId: '01KBN4PZ00000000000000000A' }],
    ['malware-protection-resource-validation-object', undefined],
    ['KEUSOTE/01KBN4PZ00000000000000000A/x', undefined],
    ['keusote/01KBN4PZ00000000000000000A', undefined],
  ])('%s', (key, arrival) => {
    expect(arrivalOf(key)).toEqual(arrival);
  });
});
