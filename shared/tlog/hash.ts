import { hash } from 'node:crypto';

/** 32 bytes of SHA-256, as RFC 6962 section 2.1 makes them. */
export type Hash = Buffer;

export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** One-shot, to a text: three of these come with every entry, and a hash object costs several times that. */
const sha256 = (...parts: readonly Uint8Array[]): Hash =>
  Buffer.from(hash('sha256', Buffer.concat(parts), 'binary'), 'binary');

export const hashOfEntry = (entry: Uint8Array): Hash => sha256(LEAF, entry);

export const hashOfPair = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

/** The root of a tree in which nothing stands. */
export const EMPTY_ROOT: Hash = sha256();

/**
 * The hash over hashes of neighbouring subtrees. Each is of the height of the one before or lower, as they stand in a
 * tree: so the right end is joined first, and hashes of one height by pairs.
 */
export function joined(hashes: readonly Hash[]): Hash {
  const [first, ...rest] = hashes;
  if (first === undefined) return EMPTY_ROOT;
  if (rest.length === 0) return first;
  return hashOfPair(first, joined(rest));
}

/** The root over a power of two of hashes of one height. */
export function rootOfRow(row: readonly Hash[]): Hash {
  let hashes = row;
  while (hashes.length > 1) {
    hashes = hashes.flatMap((left, place) => {
      const right = hashes[place + 1];
      return place % 2 === 0 && right !== undefined ? [hashOfPair(left, right)] : [];
    });
  }
  return joined(hashes);
}
