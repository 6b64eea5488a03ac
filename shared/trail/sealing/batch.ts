import * as z from 'zod';
import { type Hash, hashOfEntry } from '../../tlog/hash.ts';
import { AccessEvent } from '../event.ts';
import { leafOf, SEED_BYTES } from './leaf.ts';

/** A line with the seed of its commitments: what the sealed entry is made of, and can be made of again. */
export const SealedLine = z.strictObject({
  seed: z.base64().refine((text) => Buffer.from(text, 'base64').length === SEED_BYTES),
  event: AccessEvent,
});
export type SealedLine = z.infer<typeof SealedLine>;

/** One line of JSON for each line of the log, in the order of their indexes. */
export const packBatch = (lines: readonly SealedLine[]): Buffer =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

/** @throws on a batch that is not whole. */
export const unpackBatch = (bytes: Buffer): SealedLine[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => SealedLine.parse(JSON.parse(text)));

export const entryOf = ({ seed, event }: SealedLine): Buffer => leafOf(event, Buffer.from(seed, 'base64'));

export const hashesOf = (lines: readonly SealedLine[]): Hash[] =>
  lines.map((line) => hashOfEntry(entryOf(line)));
