import type { ControllerId } from '../../kernel/id.ts';
import { packEntries, unpackEntries } from '../../tlog/bundle.ts';
import {
  type Bundle,
  bundlePath,
  FULL,
  lastPartial,
  type Tile,
  tilePath,
  tilesGrown,
} from '../../tlog/tile.ts';
import type { ReadTile } from '../../tlog/tree.ts';
import { LogNotWhole } from './log-not-whole.ts';
import { logOf, type SealedLog, type Sealer } from './places.ts';

/** What is full is locked for good; what is not full yet is overtaken soon, and stands apart. */
const storeOf = <Log extends SealedLog>(log: Log, width: number): Log['archive'] | Log['fresh'] =>
  width === FULL ? log.archive : log.fresh;

const nameOf = (controller: ControllerId, path: string): string => `${logOf(controller)}/${path}`;

async function mustHave(
  log: SealedLog,
  controller: ControllerId,
  path: string,
  width: number,
): Promise<Buffer> {
  const bytes = await storeOf(log, width).get(nameOf(controller, path));
  if (bytes === undefined) throw new LogNotWhole(`The sealed log lacks ${path}.`);
  return bytes;
}

/** Reads the tiles of a controller's log. */
export const tilesOf =
  (log: SealedLog, controller: ControllerId): ReadTile =>
  (tile) =>
    mustHave(log, controller, tilePath(tile), tile.width);

/** Entries that the last bundle of a log of this size holds; none where it is full. */
export async function lastEntries(sealer: Sealer, controller: ControllerId, size: number): Promise<Buffer[]> {
  const last = lastPartial(0, size);
  if (last === undefined) return [];
  const bundle = await mustHave(sealer, controller, bundlePath(last), last.width);
  const entries = unpackEntries(bundle);
  if (entries?.length !== last.width) throw new Error('The last bundle of the sealed log is not whole.');
  return entries;
}

/** The bundles that are new or longer after entries were added. */
export function bundlesGrown(
  before: number,
  entries: readonly Buffer[],
): { bundle: Bundle; bytes: Buffer }[] {
  const first = Math.floor(before / FULL) * FULL;
  const size = first + entries.length;
  return tilesGrown(0, before, size).map(({ index, width }) => {
    const from = index * FULL - first;
    return { bundle: { index, width }, bytes: packEntries(entries.slice(from, from + width)) };
  });
}

/** Keeps what a log has grown by. What stands locked already must be the same. */
export async function keepGrown(
  sealer: Sealer,
  controller: ControllerId,
  grown: readonly { path: string; width: number; bytes: Buffer }[],
): Promise<void> {
  await Promise.all(
    grown.map(async ({ path, width, bytes }) => {
      const name = nameOf(controller, path);
      if (width !== FULL) return sealer.fresh.put(name, bytes);
      await keepLocked(sealer, name, bytes);
    }),
  );
}

/** Locks an object. @throws when another of the same name stands there: then the log is not what it says. */
export async function keepLocked(sealer: Sealer, name: string, bytes: Uint8Array): Promise<void> {
  if (await sealer.archive.putIfAbsent(name, bytes)) return;
  const standing = await sealer.archive.get(name);
  if (standing === undefined || !standing.equals(bytes))
    throw new Error(`${name} stands already, and differs.`);
}

/** Removes the tiles and the bundle that a log of an earlier size ended in: fuller ones have taken their place. */
export async function forgetPartials(
  sealer: Sealer,
  controller: ControllerId,
  before: number,
  after: number,
): Promise<void> {
  const paths: string[] = [];
  for (let level = 0; level === 0 || before >= FULL ** level; level += 1) {
    const [was, is] = [lastPartial(level, before), lastPartial(level, after)];
    if (was === undefined || (is !== undefined && tilePath(is) === tilePath(was))) continue;
    paths.push(tilePath(was), ...(level === 0 ? [bundlePath(was)] : []));
  }
  await Promise.all(paths.map((path) => sealer.fresh.remove(nameOf(controller, path))));
}

export const grownPaths = (
  tiles: readonly { tile: Tile; bytes: Buffer }[],
  bundles: readonly { bundle: Bundle; bytes: Buffer }[],
): { path: string; width: number; bytes: Buffer }[] => [
  ...tiles.map(({ tile, bytes }) => ({ path: tilePath(tile), width: tile.width, bytes })),
  ...bundles.map(({ bundle, bytes }) => ({ path: bundlePath(bundle), width: bundle.width, bytes })),
];
