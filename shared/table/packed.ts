import { gunzipSync, gzipSync } from 'node:zlib';

/** So much fits an item of the table, with room for its head. */
const PART_BYTES = 350_000;

/** Any value in the fewest bytes, cut into parts that each fit an item. The same value gives the same bytes. */
export function packedParts(value: unknown): Uint8Array<ArrayBuffer>[] {
  const bytes = gzipSync(JSON.stringify(value));
  return Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, nth) =>
    bytes.subarray(nth * PART_BYTES, (nth + 1) * PART_BYTES),
  );
}

export const unpackedParts = (parts: readonly Uint8Array[]): unknown =>
  JSON.parse(gunzipSync(Buffer.concat(parts)).toString('utf8'));
