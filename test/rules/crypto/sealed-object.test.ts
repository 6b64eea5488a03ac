import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHUNK_BYTES,
  chunksOf,
  openChunks,
  sealedRange,
  sealFile,
} from '../../../shared/crypto/sealed-object.ts';
import { noise } from '../../support/attachments.ts';

const KEY = noise(32);
const NAME = 'KEUSOTE/attachments/2026-11-24/01KBN4PZ00000000000000000A/01KBN4PZ00000000000000000B';
/** Two chunks and a rest: first, middle and last are there. */
const PLAIN = noise(2 * CHUNK_BYTES + 1000);
const SEALED_CHUNK = CHUNK_BYTES + 28;

let drawn = 0;
/** Nonces that never come twice. */
const nonce = (length: number): Uint8Array => {
  drawn += 1;
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(0, drawn);
  return bytes;
};

const sealed = sealFile(KEY, NAME, PLAIN, nonce);
const file = { name: NAME, bytes: PLAIN.length };
const ALL = { first: 0, count: 3 };
const chunk = (index: number): Uint8Array =>
  sealed.subarray(index * SEALED_CHUNK, (index + 1) * SEALED_CHUNK);

describe('a file sealed in chunks', () => {
  test('opens whole, and in whatever parts it is asked for', () => {
    expect(Buffer.from(openChunks(KEY, file, ALL, sealed)).equals(PLAIN)).toBe(true);
    fc.assert(
      fc.property(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 3 }), (first, count) => {
        const { from, to } = sealedRange(file, first, count);
        const opened = openChunks(KEY, file, { first, count }, sealed.subarray(from, to + 1));
        const expected = PLAIN.subarray(first * CHUNK_BYTES, (first + count) * CHUNK_BYTES);
        expect(Buffer.from(opened).equals(expected)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test.each([1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1])('of %i bytes opens to the same', (bytes) => {
    const plain = noise(bytes);
    const blob = sealFile(KEY, NAME, plain, nonce);
    const whole = { name: NAME, bytes };
    const count = chunksOf(bytes);
    expect(sealedRange(whole, 0, count)).toEqual({ from: 0, to: blob.length - 1 });
    expect(Buffer.from(openChunks(KEY, whole, { first: 0, count }, blob)).equals(plain)).toBe(true);
  });

  test('does not open when any one bit of it is another', () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const changed = Uint8Array.from(sealed);
        const at = Math.floor(bit / 8);
        changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
        expect(() => openChunks(KEY, file, ALL, changed)).toThrow('does not open');
      }),
      { numRuns: 25 },
    );
  });

  test('does not open when it was cut anywhere, or had something added', () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), (length) => {
        expect(() => openChunks(KEY, file, ALL, sealed.subarray(0, length))).toThrow('does not open');
      }),
      { numRuns: 25 },
    );
    expect(() => openChunks(KEY, file, ALL, Buffer.concat([sealed, Buffer.of(0)]))).toThrow('does not open');
  });

  test('cut at the border of a chunk, it does not pass for a shorter file', () => {
    const shorter = { name: NAME, bytes: 2 * CHUNK_BYTES };
    const twoChunks = sealed.subarray(0, 2 * SEALED_CHUNK);
    expect(() => openChunks(KEY, shorter, { first: 0, count: 2 }, twoChunks)).toThrow('does not open');
  });

  test('does not open with two chunks in each other’s places', () => {
    const swapped = Buffer.concat([chunk(1), chunk(0), chunk(2)]);
    expect(() => openChunks(KEY, file, ALL, swapped)).toThrow('does not open');
    expect(() => openChunks(KEY, file, { first: 0, count: 1 }, chunk(1))).toThrow('does not open');
  });

  test('does not open with a chunk of another file of the same key and length', () => {
    const other = sealFile(KEY, `${NAME}X`, PLAIN, nonce);
    const mixed = Buffer.concat([other.subarray(0, SEALED_CHUNK), chunk(1), chunk(2)]);
    expect(() => openChunks(KEY, file, ALL, mixed)).toThrow('does not open');
    expect(() => openChunks(KEY, file, ALL, other)).toThrow('does not open');
  });

  test('does not open under another key', () => {
    expect(() => openChunks(noise(64).subarray(32), file, ALL, sealed)).toThrow('does not open');
  });
});
