import * as z from 'zod';
import type { ControllerId } from '../../kernel/id.ts';
import { EventId } from '../../kernel/id.ts';
import { epochMsOf, type Instant, instantOf, plusMinutes } from '../../kernel/instant.ts';
import type { Tables } from '../../services.ts';
import { type PartitionKey, SHARDS, type SortKey, trailKeys } from '../../table/keys.ts';
import { batchGet, queryAll } from '../../table/read.ts';
import { AccessEvent } from '../event.ts';
import { placesOf } from './heads.ts';
import type { LockedStore } from './places.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const LineKey = z.looseObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  g2sk: EventId,
});
const Line = z.looseObject({ event: AccessEvent });

const MINUTE_MS = 60_000;
/** Minutes asked for at once: each is 16 partitions of the index. */
const AT_ONCE = 4;

/** The minutes from the one of a moment to that of another, both included: `2026-11-26T09:41`. */
export function minutesBetween(from: Instant, to: Instant): string[] {
  const first = Math.floor(epochMsOf(from) / MINUTE_MS);
  const last = Math.floor(epochMsOf(to) / MINUTE_MS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) =>
    instantOf((first + nth) * MINUTE_MS).slice(0, 16),
  );
}

/** Lines written in these minutes that the sealed log does not hold yet, in the order of their ids. */
export async function unsealedLines(
  tables: Tables,
  controller: ControllerId,
  minutes: readonly string[],
): Promise<AccessEvent[]> {
  const keys = await keysOf(tables, controller, minutes);
  const sealed = await placesOf(
    tables,
    controller,
    keys.map(({ g2sk }) => g2sk),
  );
  return linesAt(
    tables,
    controller,
    keys.filter(({ g2sk }) => !sealed.has(g2sk)),
  );
}

/** Every line written in these minutes, sealed or not, in the order of their ids. */
export const linesOfMinutes = async (
  tables: Tables,
  controller: ControllerId,
  minutes: readonly string[],
): Promise<AccessEvent[]> => linesAt(tables, controller, await keysOf(tables, controller, minutes));

async function linesAt(
  tables: Tables,
  controller: ControllerId,
  keys: readonly z.infer<typeof LineKey>[],
): Promise<AccessEvent[]> {
  const lines = await batchGet(tables, controller, 'trail', keys, Line);
  return inOrder(lines.map(({ event }) => event));
}

async function keysOf(
  tables: Tables,
  controller: ControllerId,
  minutes: readonly string[],
): Promise<z.infer<typeof LineKey>[]> {
  const keys: z.infer<typeof LineKey>[] = [];
  for (let place = 0; place < minutes.length; place += AT_ONCE) {
    const found = await Promise.all(
      minutes.slice(place, place + AT_ONCE).flatMap((minute) => keysOfMinute(tables, controller, minute)),
    );
    keys.push(...found.flat());
  }
  return keys;
}

const keysOfMinute = (
  tables: Tables,
  controller: ControllerId,
  minute: string,
): Promise<z.infer<typeof LineKey>[]>[] =>
  Array.from({ length: SHARDS }, (_, shard) =>
    queryAll(
      tables,
      controller,
      { table: 'trail', index: 'gsi2', pk: trailKeys.minute(controller, minute, shard) },
      LineKey,
    ),
  );

/** Lines that the trail refused and that went into the archive at once, of these days, unsealed. */
export async function unsealedIntake(
  tables: Tables,
  archive: Readable,
  controller: ControllerId,
  days: readonly string[],
): Promise<AccessEvent[]> {
  const names = await intakeNames(archive, controller, days);
  const sealed = await placesOf(tables, controller, names.map(idOf));
  return intakeAt(
    archive,
    names.filter((name) => !sealed.has(idOf(name))),
  );
}

/** Every line of these days that the trail refused, sealed or not. */
export const linesOfIntake = async (
  archive: Readable,
  controller: ControllerId,
  days: readonly string[],
): Promise<AccessEvent[]> => intakeAt(archive, await intakeNames(archive, controller, days));

type Readable = Pick<LockedStore, 'get' | 'list'>;

async function intakeNames(
  archive: Readable,
  controller: ControllerId,
  days: readonly string[],
): Promise<string[]> {
  const names: string[] = [];
  for (const day of days) names.push(...(await allNames(archive, `intake/${controller}/${day}/`)));
  return names;
}

/** Every name that begins so (and comes after another, where one is named), page after page. */
export async function allNames(
  store: Pick<Readable, 'list'>,
  begins: string,
  from?: string,
): Promise<string[]> {
  const names: string[] = [];
  let after = from;
  do {
    const page = await store.list(begins, after);
    names.push(...page.names);
    after = page.after;
  } while (after !== undefined);
  return names;
}

const idOf = (name: string): EventId => EventId.parse(name.slice(name.lastIndexOf('/') + 1, -'.json'.length));

async function intakeAt(archive: Readable, names: readonly string[]): Promise<AccessEvent[]> {
  const texts = await Promise.all(names.map((name) => archive.get(name)));
  return inOrder(
    texts.flatMap((text) =>
      text === undefined ? [] : [AccessEvent.parse(JSON.parse(text.toString('utf8')))],
    ),
  );
}

const inOrder = (events: readonly AccessEvent[]): AccessEvent[] =>
  events.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));

/** Index rows come late, and so does a line that was tried again: what is ten minutes old is looked at once more. */
export const LOOK_BACK_MINUTES = 10;

export const lookFrom = (looked: Instant): Instant => plusMinutes(looked, -LOOK_BACK_MINUTES);
