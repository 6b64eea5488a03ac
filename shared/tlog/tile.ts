import { HASH_BYTES, type Hash } from './hash.ts';

/** Hashes of one height that stand side by side in a tree (c2sp.org/tlog-tiles). A full one is 256 wide. */
export type Tile = {
  /** 0 holds hashes of entries; each further level, hashes over full tiles of the level below. */
  level: number;
  index: number;
  /** 1–256. */
  width: number;
};

/** Entries of one tile of level 0. */
export type Bundle = { index: number; width: number };

export const FULL = 256;

/** How many hashes stand at a level in a tree of this size. */
export const hashesAt = (size: number, level: number): number => Math.floor(size / FULL ** level);

/** `1234067` is `x001/x234/067`. */
function indexPath(index: number): string {
  const digits = index.toString();
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

const widthPath = (width: number): string => (width === FULL ? '' : `.p/${width}`);

/** Where a tile stands below the address of a log. */
export const tilePath = ({ level, index, width }: Tile): string =>
  `tile/${level}/${indexPath(index)}${widthPath(width)}`;

/** Where the entries of a tile of level 0 stand. */
export const bundlePath = ({ index, width }: Bundle): string =>
  `tile/entries/${indexPath(index)}${widthPath(width)}`;

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** What stands under a path; nothing where a log has no such path. */
export function readPath(path: string): (Bundle & { level: number | 'entries' }) | undefined {
  const [, level = '', places = '', given] = PATH.exec(path) ?? [];
  if (level === '') return undefined;
  const index = Number(places.replaceAll(/[x/]/g, ''));
  const width = given === undefined ? FULL : Number(given);
  const found = { level: level === 'entries' ? level : Number(level), index, width } as const;
  const again = found.level === 'entries' ? bundlePath(found) : tilePath({ ...found, level: found.level });
  // One thing, one path: an index with needless zeros and a width of 256 or more are not of the format.
  return again === path && (found.level === 'entries' || found.level < 64) ? found : undefined;
}

/** The tiles of a level that a tree grew by, or that grew with it, between two sizes. */
export function tilesGrown(level: number, before: number, after: number): Tile[] {
  const [had, has] = [hashesAt(before, level), hashesAt(after, level)];
  if (had === has) return [];
  const first = Math.floor(had / FULL);
  return Array.from({ length: Math.ceil(has / FULL) - first }, (_, nth) => ({
    level,
    index: first + nth,
    width: Math.min(FULL, has - (first + nth) * FULL),
  }));
}

/** The one tile of a level that is not full in a tree of this size; nothing where all are full. */
export function lastPartial(level: number, size: number): Tile | undefined {
  const has = hashesAt(size, level);
  const width = has % FULL;
  return width === 0 ? undefined : { level, index: Math.floor(has / FULL), width };
}

export const hashesOf = (bytes: Buffer): Hash[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_, place) =>
    bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
  );
