import type { ControllerId } from '../../kernel/id.ts';
import { type Instant, plusMinutes } from '../../kernel/instant.ts';
import { rootOfRow } from '../../tlog/hash.ts';
import type { NoteKey } from '../../tlog/note.ts';
import { FULL, hashesAt, tilePath } from '../../tlog/tile.ts';
import { treeOf } from '../../tlog/tree.ts';
import { hourlyName, logOf } from '../sealing/places.ts';
import { batchChecker } from './batch-checker.ts';
import { findings, type LogFinding } from './finding.ts';
import type { Find, LogCopy } from './log-copy.ts';
import { readHashes, sealedRow } from './sealed-row.ts';
import { type SignedHead, signedHeads } from './signed-heads.ts';
import { type UpperTiles, upperTiles } from './upper-tiles.ts';

export type VerifiedSpan = {
  /** Entries up to which the log was signed. */
  size: number;
  /** The entries that were looked at: from the first up to, but not including, the last. */
  from: number;
  to: number;
  lines: number;
  checkpoints: number;
  findings: LogFinding[];
  found: number;
};

/** A line is sealed within minutes: what was written in the last of an hour stands under the checkpoint of the next. */
const HOURS_AFTER_MINUTES = 120;

/**
 * Whether the entries that were sealed in a span of time are whole, and stand in the log that is signed now: without
 * reading other entries, lines or tiles of level 0 than theirs. The span goes from one hourly checkpoint to another, so
 * that it holds at least what was asked for.
 */
export async function verifySpan(
  copy: LogCopy,
  controller: ControllerId,
  key: NoteKey,
  asked: { from: Instant; to: Instant },
): Promise<VerifiedSpan> {
  const { find, told } = findings();
  const first = hourlyName(controller, asked.from);
  const last = hourlyName(controller, plusMinutes(asked.to, HOURS_AFTER_MINUTES));
  const heads = await signedHeads(copy, controller, key, find, (hourly) => [
    ...hourly.filter((name) => name < first).slice(-1),
    ...hourly.filter((name) => name >= first && name < last),
    ...hourly.filter((name) => name >= last).slice(0, 1),
  ]);
  const size = heads.at(-1)?.size ?? 0;
  const from = heads.findLast(({ name }) => name < first && name.includes('/checkpoints/'))?.size ?? 0;
  const to = heads.find(({ name }) => name >= last && name.includes('/checkpoints/'))?.size ?? size;
  const upper = await upperTiles(copy, controller, size, find);
  upper.heldTogether();
  await heldAgainstTiles(copy, controller, { heads, upper, size }, find);

  const batches = batchChecker(copy, controller, find);
  for (let index = Math.floor(from / FULL); index * FULL < to; index += 1) {
    const width = Math.min(FULL, size - index * FULL);
    const above = upper.above(0, index);
    const row = await sealedRow(copy, controller, { index, width, above }, find);
    if (row.hashes.length === FULL && above !== undefined && !rootOfRow(row.hashes).equals(above)) {
      find('fork', `${logOf(controller)}/${tilePath({ level: 0, index, width })}`, index * FULL);
    }
    const begin = Math.max(from - index * FULL, 0);
    await batches.check(index * FULL + begin, row.entries.slice(begin, to - index * FULL));
  }
  return { size, from, to, lines: batches.lines(), checkpoints: heads.length, ...told() };
}

/** Each checkpoint must have been signed over what stands there: told by the tiles at the right edge of its tree. */
async function heldAgainstTiles(
  copy: LogCopy,
  controller: ControllerId,
  { heads, upper, size }: { heads: readonly SignedHead[]; upper: UpperTiles; size: number },
  find: Find,
): Promise<void> {
  for (const head of heads) {
    const tree = treeOf(head.size, async ({ level, index, width }) => {
      const now = Math.min(FULL, hashesAt(size, level) - index * FULL);
      const name = `${logOf(controller)}/${tilePath({ level, index, width: now })}`;
      const hashes = upper.row({ level, index }) ?? (await readHashes(copy, name, now, find));
      return Buffer.concat(hashes.slice(0, width));
    });
    if (!(await tree.root()).equals(head.root)) find('fork', head.name, head.size);
  }
}
