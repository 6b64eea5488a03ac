import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.ts';

/** Asiakirjan tiiviste: SHA-256 of the canonical form, as 64 hexadecimal digits. Locks a final version. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
