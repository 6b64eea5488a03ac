import type { ControllerId } from '../../kernel/id.ts';
import { type Hash, rootOfRow } from '../../tlog/hash.ts';
import { FULL, hashesAt, type Tile, tilePath } from '../../tlog/tile.ts';
import { logOf } from '../sealing/places.ts';
import type { Find, LogCopy } from './log-copy.ts';
import { readHashes } from './sealed-row.ts';

/** Tiles of level 1 and above, as they stand: one for 65 536 entries, and few more. */
export type UpperTiles = {
  /** The hash over a full tile of the level below, as it stands one level up. */
  above(level: number, index: number): Hash | undefined;
  /** The hashes of a tile; undefined below level 1. */
  row(tile: Pick<Tile, 'level' | 'index'>): Hash[] | undefined;
  /** Holds hashes over all full tiles of level 0 against what stands above them, and that against what stands above it. */
  heldAgainst(roots: readonly Hash[]): void;
  /** Holds each level above the first against the one below it, without a look at level 0. */
  heldTogether(): void;
};

export async function upperTiles(
  copy: LogCopy,
  controller: ControllerId,
  size: number,
  find: Find,
): Promise<UpperTiles> {
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

  function holdFrom(first: number, below: readonly Hash[]): void {
    let row = below;
    for (const tiles of levels.slice(first)) {
      for (const [place, { name, hashes }] of tiles.entries()) {
        const made = row.slice(place * FULL, (place + 1) * FULL);
        const differs = hashes.findIndex((hash, nth) => !(made[nth]?.equals(hash) ?? true));
        if (differs >= 0) find('edited', name, differs);
      }
      row = overFull(row);
    }
  }

  return {
    above: (level, index) => levels[level]?.[Math.floor(index / FULL)]?.hashes[index % FULL],
    row: ({ level, index }) => levels[level - 1]?.[index]?.hashes,
    heldAgainst: (roots) => holdFrom(0, roots),
    heldTogether: () => holdFrom(1, overFull(levels[0]?.flatMap(({ hashes }) => hashes) ?? [])),
  };
}

/** The hashes over each full tile of a level. */
const overFull = (row: readonly Hash[]): Hash[] =>
  Array.from({ length: Math.floor(row.length / FULL) }, (_, nth) =>
    rootOfRow(row.slice(nth * FULL, (nth + 1) * FULL)),
  );
