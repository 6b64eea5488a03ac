import { inflateSync } from 'node:zlib';

/**
 * The size of an image that can be drawn; undefined for one that is broken, or of a kind that the writer of PDF would
 * draw wrongly. It is looked through before the writer sees it, because that one unpacks without a limit.
 */
export const sizeOfImage = (
  type: 'image/jpeg' | 'image/png',
  bytes: Uint8Array,
): { width: number; height: number } | undefined => {
  try {
    const size = type === 'image/png' ? sizeOfPng(Buffer.from(bytes)) : sizeOfJpeg(Buffer.from(bytes));
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    return undefined;
  }
};

type Size = { width: number; height: number };

/** Baseline, extended and progressive with Huffman codes (ISO 10918-1 B.1.1.3): what every reader of PDF draws. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const ALONE = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

function sizeOfJpeg(bytes: Buffer): Size | undefined {
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (ALONE(marker)) at += 2;
    else if (FRAMES.includes(marker)) {
      const isDrawn = bytes[at + 4] === 8 && [1, 3, 4].includes(bytes.readUInt8(at + 9));
      return isDrawn ? { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) } : undefined;
    } else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return undefined;
}

/** Bytes of an image, unpacked, that a function with 1 GB of memory holds three times over. */
const MOST_PIXELS = 100 * 1024 * 1024;
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** ISO 15948 5.3 and 11.2: the head, then every byte of the picture. */
function sizeOfPng(bytes: Buffer): Size | undefined {
  const chunks = chunksOf(bytes);
  const [head] = chunks;
  if (head?.name !== 'IHDR' || chunks.at(-1)?.name !== 'IEND') return undefined;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const [depth, colour, interlaced] = [
    head.data.readUInt8(8),
    head.data.readUInt8(9),
    head.data.readUInt8(12),
  ];
  const channels = CHANNELS[colour];
  const isClear = chunks.some(({ name }) => name === 'tRNS');
  if (channels === undefined || interlaced !== 0 || (depth < 8 && isClear)) return undefined;
  if (colour === 3 && !chunks.some(({ name }) => name === 'PLTE')) return undefined;
  const whole = height * (1 + Math.ceil((width * channels * depth) / 8));
  if (whole > MOST_PIXELS) return undefined;
  const data = Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((chunk) => chunk.data));
  return inflateSync(data, { maxOutputLength: whole + 1 }).length === whole ? { width, height } : undefined;
}

function chunksOf(bytes: Buffer): { name: string; data: Buffer }[] {
  const chunks: { name: string; data: Buffer }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (data.length < length) throw new Error('A chunk is cut off.');
    chunks.push({ name, data });
    if (name === 'IEND') break;
    at += 12 + length;
  }
  return chunks;
}
