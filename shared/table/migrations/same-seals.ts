import { isDeepStrictEqual } from 'node:util';
import type { RawItem } from './register.ts';

/** Where an item lies, and what its seals and its readers' ETags rest on. */
const FIXED = ['pk', 'sk', 'entity', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'ttl'];

const holdsBytes = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && Object.values(value).some(holdsBytes));

/**
 * What a migration changed and must not: a seal is tied to table, keys, attribute and the version it was made
 * at (shared/crypto/seal.ts), so that a blob moved or dropped would be a text lost.
 */
export function wronglyChanged(before: RawItem, after: RawItem): string[] {
  const sealed = [before, after].flatMap((item) =>
    Object.keys(item).filter((name) => holdsBytes(item[name])),
  );
  return [...new Set([...FIXED, ...sealed])].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}
