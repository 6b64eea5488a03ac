import { createHash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, in hexadecimal. */
export const sha256Of = (what: string | Uint8Array): string =>
  createHash('sha256').update(what).digest('hex');
