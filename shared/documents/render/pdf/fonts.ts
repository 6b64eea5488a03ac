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
  read.set(face, font);
  return font;
}

let glyphs: ((codePoint: number) => boolean) | undefined;

/** Whether the fonts can draw the character: both faces have the same ones, which a test holds. */
export function canDraw(codePoint: number): boolean {
  glyphs ??= glyphsOf(fontOf('regular'));
  return glyphs(codePoint);
}
