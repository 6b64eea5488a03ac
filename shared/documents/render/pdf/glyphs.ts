/**
 * Which characters a TrueType font can draw, from its own table `cmap` (OpenType 1.9, formats 4 and 12). A character
 * that is missing would be drawn as nothing or as an empty box that nobody understands: who prints must know.
 */
export function glyphsOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableAt(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, place) => ({
    platform: font.readUInt16BE(cmap + 4 + place * 8),
    at: cmap + font.readUInt32BE(cmap + 8 + place * 8),
  }));
  const formats = new Map(
    subtables.filter(({ platform }) => platform !== 1).map(({ at }) => [font.readUInt16BE(at), at]),
  );
  const full = formats.get(12);
  const basic = formats.get(4);
  if (full !== undefined) return (codePoint) => inFormat12(font, full, codePoint);
  if (basic !== undefined) return (codePoint) => inFormat4(font, basic, codePoint);
  throw new Error('The font tells in no known way which characters it has.');
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let place = 0; place < count; place += 1) {
    const record = 12 + place * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table ${name}.`);
}

function inFormat12(font: Buffer, at: number, codePoint: number): boolean {
  const groups = font.readUInt32BE(at + 12);
  let low = 0;
  let high = groups - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = at + 16 + middle * 12;
    if (codePoint < font.readUInt32BE(group)) high = middle - 1;
    else if (codePoint > font.readUInt32BE(group + 4)) low = middle + 1;
    else return font.readUInt32BE(group + 8) + codePoint - font.readUInt32BE(group) !== 0;
  }
  return false;
}

function inFormat4(font: Buffer, at: number, codePoint: number): boolean {
  if (codePoint > 0xffff) return false;
  const doubled = font.readUInt16BE(at + 6);
  for (let place = 0; place < doubled; place += 2) {
    if (codePoint > font.readUInt16BE(at + 14 + place)) continue;
    const start = font.readUInt16BE(at + 16 + doubled + place);
    if (codePoint < start) return false;
    const delta = font.readUInt16BE(at + 16 + 2 * doubled + place);
    const offsetAt = at + 16 + 3 * doubled + place;
    const offset = font.readUInt16BE(offsetAt);
    if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
    return font.readUInt16BE(offsetAt + offset + 2 * (codePoint - start)) !== 0;
  }
  return false;
}
