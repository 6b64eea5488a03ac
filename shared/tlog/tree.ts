import { type Hash, joined, rootOfRow } from './hash.ts';
import { type Range, rangesOfConsistency, rangesOfInclusion, subtreesOf } from './proof.ts';
import { FULL, hashesAt, hashesOf, lastPartial, type Tile, tilePath, tilesGrown } from './tile.ts';

/** The bytes of a tile that a log has kept. */
export type ReadTile = (tile: Tile) => Promise<Buffer>;

const HEIGHT_OF_TILE = 8;

/** A tree of a certain size over the tiles in which it is kept: a tile is read once. */
export type Tree = {
  size: number;
  root: () => Promise<Hash>;
  proveInclusion: (index: number) => Promise<Hash[]>;
  proveGrowthFrom: (size: number) => Promise<Hash[]>;
};

export function treeOf(size: number, read: ReadTile): Tree {
  const seen = new Map<string, Promise<Hash[]>>();

  const rowOf = (level: number, index: number): Promise<Hash[]> => {
    const width = Math.min(FULL, hashesAt(size, level) - index * FULL);
    const tile = { level, index, width };
    const path = tilePath(tile);
    const row = seen.get(path) ?? read(tile).then(hashesOf);
    seen.set(path, row);
    return row;
  };

  /** A perfect subtree of height 8 and more lies over whole tiles: its hash stands one level up. */
  const subtree = async ({ height, place }: { height: number; place: number }): Promise<Hash> => {
    const level = Math.floor(height / HEIGHT_OF_TILE);
    const hashes = 2 ** (height % HEIGHT_OF_TILE);
    const first = place * hashes;
    const row = await rowOf(level, Math.floor(first / FULL));
    return rootOfRow(row.slice(first % FULL, (first % FULL) + hashes));
  };

  const over = async (range: Range): Promise<Hash> =>
    joined(await Promise.all(subtreesOf(range).map(subtree)));

  return {
    size,
    root: () => over({ from: 0, to: size }),
    proveInclusion: (index) => Promise.all(rangesOfInclusion(index, size).map(over)),
    proveGrowthFrom: (before) => Promise.all(rangesOfConsistency(before, size).map(over)),
  };
}

/** What a log has to keep when it grows: the tiles that are new or wider, from the lowest level up, and its new root. */
export async function grownBy(
  size: number,
  hashes: readonly Hash[],
  read: ReadTile,
): Promise<{ size: number; root: Hash; tiles: { tile: Tile; bytes: Buffer }[] }> {
  const after = size + hashes.length;
  const grown = new Map<string, Buffer>();
  const tiles: { tile: Tile; bytes: Buffer }[] = [];
  let added = hashes;
  for (let level = 0; added.length > 0; level += 1) {
    const partial = lastPartial(level, size);
    const row = [...(partial === undefined ? [] : hashesOf(await read(partial))), ...added];
    const wider = tilesGrown(level, size, after);
    const rows = wider.map((_, place) => row.slice(place * FULL, (place + 1) * FULL));
    for (const [place, tile] of wider.entries()) {
      const bytes = Buffer.concat(rows[place] ?? []);
      grown.set(tilePath(tile), bytes);
      tiles.push({ tile, bytes });
    }
    added = rows.filter(({ length }) => length === FULL).map(rootOfRow);
  }
  const root = await treeOf(after, (tile) => {
    const bytes = grown.get(tilePath(tile));
    return bytes === undefined ? read(tile) : Promise.resolve(bytes);
  }).root();
  return { size: after, root, tiles };
}
