import type { ControllerId } from '../../kernel/id.ts';
import { growingRoot } from '../../tlog/growing-root.ts';
import { type Hash, rootOfRow } from '../../tlog/hash.ts';
import type { NoteKey } from '../../tlog/note.ts';
import { FULL } from '../../tlog/tile.ts';
import { logOf } from '../sealing/places.ts';
import { batchChecker } from './batch-checker.ts';
import { findings, type LogFinding } from './finding.ts';
import type { Find, LogCopy } from './log-copy.ts';
import { sealedRow } from './sealed-row.ts';
import { type SignedHead, signedHeads } from './signed-heads.ts';
import { upperTiles } from './upper-tiles.ts';

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
  const { find, told } = findings();
  const heads = await signedHeads(copy, controller, key, find);
  const size = heads.at(-1)?.size ?? 0;
  const upper = await upperTiles(copy, controller, size, find);
  const batches = batchChecker(copy, controller, find);
  const tree = growingRoot();
  const isSigned = heldAgainst(heads, find);
  const roots: Hash[] = [];
  for (let index = 0; index * FULL < size; index += 1) {
    const width = Math.min(FULL, size - index * FULL);
    const row = await sealedRow(copy, controller, { index, width, above: upper.above(0, index) }, find);
    for (const hash of row.hashes) {
      tree.add(hash);
      isSigned(tree);
    }
    if (row.hashes.length === FULL) roots.push(rootOfRow(row.hashes));
    await batches.check(index * FULL, row.entries);
  }
  if (tree.size() < size) find('truncated', logOf(controller), tree.size());
  upper.heldAgainst(roots);
  return { size, lines: batches.lines(), checkpoints: heads.length, ...told() };
}

/** Asked at every size in turn: a checkpoint of that size must have been signed over what stands there. */
function heldAgainst(
  heads: readonly SignedHead[],
  find: Find,
): (tree: ReturnType<typeof growingRoot>) => void {
  let next = 0;
  return (tree) => {
    for (let head = heads[next]; head !== undefined && head.size <= tree.size(); head = heads[next]) {
      if (head.size === tree.size() && !head.root.equals(tree.root())) find('fork', head.name, head.size);
      next += 1;
    }
  };
}
