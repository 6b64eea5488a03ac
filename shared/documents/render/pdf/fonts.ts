import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glyphsOf } from './glyphs.ts';

/**
 * Source Sans 3 (SIL Open Font License 1.1), whole: pdfkit embeds of it what a document uses. Run from source it lies
 * with its npm package; the build copies it to `fonts/` beside the bundle.
 */
const FILES = {
  regular: '400Regular/SourceSans3_400Regular.ttf',
  semibold: '600SemiBold/SourceSans3_600SemiBold.ttf',
} as const;
export type Face = keyof typeof FILES;

const BESIDE = join(import.meta.dirname, 'fonts');
const PACKAGE = join(import.meta.dirname, '../../../../node_modules/@expo-google-fonts/source-sans-3');

const read = new Map<Face, Buffer>();

export function fontOf(face: Face): Buffer {
  const known = read.get(face);
  if (known !== undefined) return known;
  const font = readFileSync(join(existsSync(BESIDE) ? BESIDE : PACKAGE, FILES[face]));
  const lean = withoutTables(font, LEFT_OUT[face]);
  read.set(face, lean);
  return lean;
}

/**
 * Rules for ligatures and for moving letters closer, which take more than nine tenths of the time of laying out a
 * text. Ligatures are not missed in any face, and closer letters are seen in headings only.
 */
const LEFT_OUT: Readonly<Record<Face, readonly string[]>> = {
  regular: ['GSUB', 'GPOS'],
  semibold: ['GSUB'],
};

/** The font with fewer tables in its directory (OpenType 1.9: records of 16 bytes after the first 12). */
function withoutTables(font: Buffer, names: readonly string[]): Buffer {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, place) =>
    font.subarray(12 + place * 16, 28 + place * 16),
  );
  const kept = records.filter((record) => !names.includes(record.toString('latin1', 0, 4)));
  const lean = Buffer.from(font);
  lean.writeUInt16BE(kept.length, 4);
  for (const [place, record] of kept.entries()) record.copy(lean, 12 + place * 16);
  return lean;
}

let glyphs: ((codePoint: number) => boolean) | undefined;

/** Whether the fonts can draw the character: both faces have the same ones, which a test holds. */
export function canDraw(codePoint: number): boolean {
  glyphs ??= glyphsOf(fontOf('regular'));
  return glyphs(codePoint);
}
