import type { ControllerId } from '../../kernel/id.ts';
import { unpackEntries } from '../../tlog/bundle.ts';
import { type Hash, hashOfEntry, rootOfRow } from '../../tlog/hash.ts';
import { bundlePath, FULL, hashesOf, tilePath } from '../../tlog/tile.ts';
import { logOf } from '../sealing/places.ts';
import type { Find, LogCopy } from './log-copy.ts';

/** Up to 256 entries as the log holds them, and the hashes by which they were sealed. */
export type SealedRow = { entries: Buffer[]; hashes: Hash[] };

/**
 * Reads a bundle of entries and its tile. Where they differ, the hash one level up says which of the two is as it was
 * sealed; without one the tile is believed, and the checkpoint decides.
 */
export async function sealedRow(
  copy: LogCopy,
  controller: ControllerId,
  at: { index: number; width: number; above: Hash | undefined },
  find: Find,
): Promise<SealedRow> {
  const { index, width, above } = at;
  const names = {
    bundle: `${logOf(controller)}/${bundlePath({ index, width })}`,
    tile: `${logOf(controller)}/${tilePath({ level: 0, index, width })}`,
  };
  const entries = await readEntries(copy, names.bundle, find);
  const tile = await readHashes(copy, names.tile, width, find);
  const own = entries.map(hashOfEntry);
  if (same(own, tile)) return { entries, hashes: tile };
  const isOfEntries = tile.length !== width || (isAbove(own, above) && !isAbove(tile, above));
  if (isOfEntries && own.length === width) {
    if (tile.length > 0) find('edited', names.tile, index * FULL);
    return { entries, hashes: own };
  }
  nameDifferences(own, tile, { name: names.bundle, from: index * FULL }, find);
  return { entries, hashes: tile };
}

const same = (one: readonly Hash[], other: readonly Hash[]): boolean =>
  one.length === other.length && one.every((hash, place) => other[place]?.equals(hash));

const isAbove = (row: readonly Hash[], above: Hash | undefined): boolean =>
  above !== undefined && row.length === FULL && rootOfRow(row).equals(above);

async function readEntries(copy: LogCopy, name: string, find: Find): Promise<Buffer[]> {
  const bytes = await copy.get(name);
  if (bytes === undefined) {
    find('missing', name);
    return [];
  }
  const entries = unpackEntries(bytes);
  if (entries === undefined) find('unreadable', name);
  return entries ?? [];
}

/** The hashes of a tile; none where it is not there or not as wide as it must be. */
export async function readHashes(copy: LogCopy, name: string, width: number, find: Find): Promise<Hash[]> {
  const bytes = await copy.get(name);
  if (bytes === undefined) {
    find('missing', name);
    return [];
  }
  const hashes = hashesOf(bytes);
  if (hashes.length === width && hashes.every((hash) => hash.length === 32)) return hashes;
  find('unreadable', name);
  return [];
}

/** Entries against the hashes they were sealed by: another order, fewer, more, or other ones. */
function nameDifferences(
  own: readonly Hash[],
  sealed: readonly Hash[],
  { name, from }: { name: string; from: number },
  find: Find,
): void {
  const texts = (hashes: readonly Hash[]): string[] => hashes.map((hash) => hash.toString('hex'));
  const [has, had] = [texts(own), texts(sealed)];
  const [hasSet, hadSet] = [new Set(has), new Set(had)];
  const gone = had.flatMap((hash, place) => (hasSet.has(hash) ? [] : [place]));
  const strange = has.flatMap((hash, place) => (hadSet.has(hash) ? [] : [place]));
  const places = gone.length > 0 ? gone : strange;
  const kind =
    gone.length > 0 && strange.length > 0
      ? 'edited'
      : gone.length > 0
        ? 'dropped'
        : strange.length > 0
          ? 'added'
          : own.length > sealed.length
            ? 'replayed'
            : own.length < sealed.length
              ? 'dropped'
              : 'reordered';
  for (const place of places.length > 0 ? places : [0]) find(kind, name, from + place);
}
