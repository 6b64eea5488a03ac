import * as z from 'zod';
import { type Hash, hashOfEntry } from '../../tlog/hash.ts';
import { AccessEvent } from '../event.ts';
import type { Head } from './heads.ts';
import { type LineParts, leafOf, SEED_BYTES } from './leaf.ts';
import { LogNotWhole } from './log-not-whole.ts';

const Seed = z.base64().refine((text) => Buffer.from(text, 'base64').length === SEED_BYTES);

/** A line with the seed of its commitments: what the sealed entry is made of, and can be made of again. */
export const SealedLine = z.strictObject({ seed: Seed, event: AccessEvent });
export type SealedLine = z.infer<typeof SealedLine>;

/** One line of JSON for each line of the log, in the order of their indexes. */
export const packBatch = (lines: readonly SealedLine[]): Buffer =>
  Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

/** The same for whoever checks: what the line says is proved by its entry, in the order of its parts, whatever its schema was. */
const CheckedLine = z.strictObject({ seed: Seed, event: z.record(z.string(), z.unknown()) });
export type CheckedLine = z.infer<typeof CheckedLine>;

const linesOf = (bytes: Buffer): unknown[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text): unknown => JSON.parse(text));

/** @throws on a batch that is not whole. */
export const unpackBatch = (bytes: Buffer): SealedLine[] =>
  linesOf(bytes).map((line) => SealedLine.parse(line));

/** Where a batch begins and ends: as many lines stand in it. */
type Span = Pick<Head, 'from' | 'size'>;

/** Every line of a batch that a head names. @throws LogNotWhole where it holds other than what was sealed. */
export const linesOfBatch = (bytes: Buffer, head: Span): SealedLine[] =>
  textsOf(bytes, head).map((text) => lineIn(text, head));

/**
 * The lines of a batch in whose text one of these ids stands, each with its place in the batch: of most batches none is
 * read further.
 * @throws LogNotWhole on a batch that has not as many lines as were sealed, or a line that is none.
 */
export function linesNaming(
  bytes: Buffer,
  needles: readonly string[],
  head: Span,
): { offset: number; event: AccessEvent }[] {
  const names = (text: Buffer | string): boolean =>
    needles.length === 0 || needles.some((id) => text.includes(id));
  const texts = textsOf(bytes, head);
  if (!names(bytes)) return [];
  return texts.flatMap((text, offset) => (names(text) ? [{ offset, event: lineIn(text, head).event }] : []));
}

function textsOf(bytes: Buffer, head: Span): string[] {
  const texts = bytes
    .toString('utf8')
    .split('\n')
    .filter((text) => text !== '');
  if (texts.length !== head.size - head.from) {
    throw new LogNotWhole('A batch of the sealed log has not as many lines as were sealed.', head);
  }
  return texts;
}

function lineIn(text: string, head: Span): SealedLine {
  try {
    return SealedLine.parse(JSON.parse(text));
  } catch {
    throw new LogNotWhole('A batch of the sealed log holds what is no line.', head);
  }
}

/** @throws on a batch that is not of its form. */
export const unpackToCheck = (bytes: Buffer): CheckedLine[] =>
  linesOf(bytes).map((line) => CheckedLine.parse(line));

export const entryOf = ({ seed, event }: { seed: string; event: LineParts }): Buffer =>
  leafOf(event, Buffer.from(seed, 'base64'));

export const hashesOf = (lines: readonly SealedLine[]): Hash[] =>
  lines.map((line) => hashOfEntry(entryOf(line)));
