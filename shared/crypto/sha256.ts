import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export const sha256Of = (what: string | Uint8Array): string =>
  createHash('sha256').update(what).digest('hex');

/** SHA-256 of what comes piece by piece, in hexadecimal. */
export function growingSha256(): { add: (piece: string | Uint8Array) => void; hex: () => string } {
  const hash = createHash('sha256');
  return { add: (piece) => void hash.update(piece), hex: () => hash.digest('hex') };
}
