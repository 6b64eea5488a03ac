import type { ControllerId } from '../../kernel/id.ts';
import { growingRoot } from '../../tlog/growing-root.ts';
import { type Hash, rootOfRow } from '../../tlog/hash.ts';
import type { NoteKey } from '../../tlog/note.ts';
import { FULL, hashesAt, tilePath } from '../../tlog/tile.ts';
import { logOf } from '../sealing/places.ts';
import { batchChecker } from './batch-checker.ts';
import { type LogFinding, MOST_NAMED } from './finding.ts';
import type { Find, LogCopy } from './log-copy.ts';
import { readHashes, sealedRow } from './sealed-row.ts';
import { type SignedHead, signedHeads } from './signed-heads.ts';

export type Verified = {
  /** Entries up to which the log was signed. */
  size: number;
  lines: number;
  checkpoints: number;
  findings: LogFinding[];
  /** Findings in all; at most 1 000 are named. */
  found: number;
};

/**
 * Whether a copy of a controller's log is whole: by the public key alone, without asking anybody. Every entry is
 * hashed, every tile made again, everything that was ever signed held against the log as it is, and every line against
 * its entry. What is wrong is named.
 */
export async function verifyLog(copy: LogCopy, controller: ControllerId, key: NoteKey): Promise<Verified> {
  const findings: LogFinding[] = [];
  let found = 0;
  const find: Find = (kind, name, index) => {
    found += 1;
    if (findings.length < MOST_NAMED)
      findings.push({ kind, name, ...(index === undefined ? {} : { index }) });
  };
  const heads = await signedHeads(copy, controller, key, find);
  const size = heads.at(-1)?.size ?? 0;
  const upper = await upperTiles(copy, controller, size, find);
  const batches = batchChecker(copy, controller, find);
  const tree = growingRoot();
  const roots: Hash[] = [];
  for (let index = 0; index * FULL < size; index += 1) {
    const width = Math.min(FULL, size - index * FULL);
    const row = await sealedRow(copy, controller, { index, width, above: upper.above(0, index) }, find);
    for (const hash of row.hashes) {
      tree.add(hash);
      heldAgainst(heads, tree, find);
    }
    if (row.hashes.length === FULL) roots.push(rootOfRow(row.hashes));
    await batches.check(index * FULL, row.entries);
  }
  if (tree.size() < size) find('truncated', logOf(controller), tree.size());
  upper.heldAgainst(roots);
  return { size, lines: batches.lines(), checkpoints: heads.length, findings, found };
}

/** A checkpoint of this size must have been signed over what stands here. */
function heldAgainst(heads: readonly SignedHead[], tree: ReturnType<typeof growingRoot>, find: Find): void {
  for (const { name, size, root } of heads) {
    if (size === tree.size() && !root.equals(tree.root())) find('fork', name, size);
  }
}

/** Tiles of level 1 and above, as they stand. */
async function upperTiles(copy: LogCopy, controller: ControllerId, size: number, find: Find) {
  const levels: { name: string; hashes: Hash[] }[][] = [];
  for (let level = 1; hashesAt(size, level) > 0; level += 1) {
    const tiles: { name: string; hashes: Hash[] }[] = [];
    for (let index = 0; index * FULL < hashesAt(size, level); index += 1) {
      const width = Math.min(FULL, hashesAt(size, level) - index * FULL);
      const name = `${logOf(controller)}/${tilePath({ level, index, width })}`;
      tiles.push({ name, hashes: await readHashes(copy, name, width, find) });
    }
    levels.push(tiles);
  }
  return {
    above: (level: number, index: number): Hash | undefined =>
      levels[level]?.[Math.floor(index / FULL)]?.hashes[index % FULL],
    /** The roots of the full tiles of level 0, against what stands above them. */
    heldAgainst(roots: readonly Hash[]): void {
      let row = roots;
      for (const tiles of levels) {
        for (const [place, { name, hashes }] of tiles.entries()) {
          const made = row.slice(place * FULL, (place + 1) * FULL);
          const differs = hashes.findIndex((hash, nth) => !(made[nth]?.equals(hash) ?? true));
          if (differs >= 0) find('edited', name, differs);
        }
        row = Array.from({ length: Math.floor(row.length / FULL) }, (_, nth) =>
          rootOfRow(row.slice(nth * FULL, (nth + 1) * FULL)),
        );
      }
    },
  };
}
