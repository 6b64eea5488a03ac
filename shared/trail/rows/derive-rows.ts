import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { ControllerId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { readCheckpoint } from '../../tlog/checkpoint.ts';
import { unpackBatch } from '../sealing/batch.ts';
import { batchName, checkpointName, type FreshStore, type LockedStore, logOf } from '../sealing/places.ts';
import type { FlatRow } from './columns.ts';
import { flatRows } from './flat-row.ts';

/** What was sealed, and where rows are laid down. What is derived can be made again: it is not locked. */
export type Derivation = {
  archive: Pick<LockedStore, 'get' | 'list'>;
  fresh: Pick<FreshStore, 'get'>;
  rows: Pick<FreshStore, 'put' | 'get'>;
};

/** Up to which hourly checkpoint everything is laid down for good, and at which index what follows begins. */
const Place = z.object({ hour: z.string(), from: z.int().nonnegative() });
type Place = z.infer<typeof Place>;

const placeName = (controller: ControllerId): string => `derived/${controller}`;

/** `controller=KEUSOTE/day=2026-05-04/000000012000.json.gz`: partitions as engines of SQL know them. */
const rowsName = (controller: ControllerId, day: LocalDate, from: number): string =>
  `rows/controller=${controller}/day=${day}/${from.toString().padStart(12, '0')}.json.gz`;

/**
 * Lays down the rows of what was sealed since the last time. What stands between two hourly checkpoints, which are
 * locked, is one object for each day it is of, named by the index it begins at: the same bytes under the same name,
 * whoever derives it and how often. What follows the newest hourly checkpoint is laid down again, longer, until its
 * hour is over. A run that stops anywhere is made good by the next one.
 * @returns how many rows were laid down.
 */
export async function deriveRows(derivation: Derivation, controller: ControllerId): Promise<number> {
  const { archive, fresh, rows } = derivation;
  const said = await rows.get(placeName(controller));
  let place: Place =
    said === undefined ? { hour: '', from: 0 } : Place.parse(JSON.parse(said.toString('utf8')));
  let count = 0;
  for (const hour of await hoursAfter(archive, controller, place.hour)) {
    const to = sizeOf(await archive.get(hour));
    count += await layDown(derivation, controller, { from: place.from, to });
    place = { hour, from: to };
    await rows.put(placeName(controller), Buffer.from(JSON.stringify(place)));
  }
  const newest = await fresh.get(checkpointName(controller));
  if (newest !== undefined) {
    count += await layDown(derivation, controller, { from: place.from, to: sizeOf(newest) });
  }
  return count;
}

async function hoursAfter(
  archive: Derivation['archive'],
  controller: ControllerId,
  hour: string,
): Promise<string[]> {
  const names: string[] = [];
  let after: string | undefined = hour === '' ? undefined : hour;
  do {
    const page = await archive.list(`${logOf(controller)}/checkpoints/`, after);
    names.push(...page.names);
    after = page.after;
  } while (after !== undefined);
  return names;
}

function sizeOf(note: Buffer | undefined): number {
  const text = note?.toString('utf8') ?? '';
  const head = readCheckpoint(text.slice(0, text.lastIndexOf('\n\n') + 1));
  if (head === undefined) throw new Error('A checkpoint of the sealed log is not there, or is none.');
  return head.size;
}

async function layDown(
  { archive, rows }: Derivation,
  controller: ControllerId,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const byDay = new Map<LocalDate, FlatRow[]>();
  let index = from;
  while (index < to) {
    const batch = await archive.get(batchName(controller, index));
    const lines = batch === undefined ? [] : unpackBatch(batch);
    if (lines.length === 0) throw new Error('The sealed log lacks a batch.');
    for (const { event } of lines) {
      const flat = flatRows(event, index);
      const ofDay = byDay.get(flat.day) ?? [];
      ofDay.push(...flat.rows);
      byDay.set(flat.day, ofDay);
      index += 1;
    }
  }
  for (const [day, ofDay] of byDay) {
    const text = ofDay.map((row) => `${JSON.stringify(row)}\n`).join('');
    await rows.put(rowsName(controller, day, from), gzipSync(text));
  }
  return [...byDay.values()].reduce((sum, ofDay) => sum + ofDay.length, 0);
}
