import { crc32, deflateSync } from 'node:zlib';
import { degrees, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';

/** Files as they come as attachments: photographs, scans and forms, made here. */

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

type Png = { width: number; height: number; depth?: number; colour?: 0 | 2 | 3 | 6; interlaced?: 0 | 1 };

/** A PNG whose picture is `pixels`, or so many bytes of grey as its head asks for. */
export function pngOf(
  { width, height, depth = 8, colour = 2, interlaced = 0 }: Png,
  pixels?: Buffer,
): Buffer {
  const channels = { 0: 1, 2: 3, 3: 1, 6: 4 }[colour];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced], 8);
  const row = 1 + Math.ceil((width * channels * depth) / 8);
  const grey = Buffer.alloc(height * row, 0x7f);
  for (let at = 0; at < grey.length; at += row) grey[at] = 0;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(colour === 3
      ? [chunk('PLTE', Buffer.from([0, 0, 0, 255, 255, 255])), chunk('tRNS', Buffer.from([0]))]
      : []),
    chunk('IDAT', deflateSync(pixels ?? grey)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Jpeg = { width: number; height: number; marker?: number; parts?: number };

/** The frame of a JPEG, without a picture in it: `marker` says how it is coded. */
export function jpegOf({ width, height, marker = 0xc0, parts = 3 }: Jpeg): Buffer {
  const frame = Buffer.alloc(10 + parts * 3);
  frame.set([0xff, marker, 0, 8 + parts * 3, 8]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  frame[9] = parts;
  const app = Buffer.from([0xff, 0xe0, 0, 4, 0, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.from([0xff, 0xd9])]);
}

/** A PDF whose pages say these texts, in a font of the reader's own. */
export async function scanOf(texts: readonly string[], angle = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of texts) {
    const page = document.addPage([595.28, 841.89]);
    page.drawText(text, { x: 60, y: 700, size: 24, font });
    page.setRotation(degrees(angle));
  }
  return document.save();
}

/** A form with a field that was filled in. */
export async function filledForm(value: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595.28, 841.89]);
  page.drawText('Hakemus', { x: 60, y: 700, size: 24 });
  const field = document.getForm().createTextField('syy');
  field.setText(value);
  field.addToPage(page, { x: 60, y: 600, width: 300, height: 40 });
  return document.save();
}

/** A PDF with a layer that its readers do not show. */
export async function withHiddenLayer(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await scanOf(['Piilotettu']));
  const { context, catalog } = document;
  const layer = context.register(context.obj({ Type: 'OCG', Name: PDFName.of('piilo') }));
  catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
  return document.save();
}
