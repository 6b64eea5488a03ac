import { createHash } from 'node:crypto';
import { formatId } from '../shared/kernel/id.ts';

/** The day that all named ids seem to be from. */
const NAMED = Date.UTC(2026, 0, 1);

/**
 * An id for what a file or the seed calls by a key: the same words always give the same id, so that a file can be
 * loaded again and a tour can be written down. For organisations and their users only, never for a client.
 */
export const namedId = (...words: string[]): string =>
  formatId(NAMED, createHash('sha256').update(words.join(' ')).digest().subarray(0, 10));
