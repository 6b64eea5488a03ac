import * as z from 'zod';
import { type ClientId, type ControllerId, EventId, formatId, type UserId } from '../kernel/id.ts';
import { epochMsOf, Instant, plusMilliseconds } from '../kernel/instant.ts';
import type { Tables } from '../services.ts';
import { type PartitionKey, type SortKey, type Span, trailKeys } from '../table/keys.ts';
import { batchGet, type LastKey, type Page, query } from '../table/read.ts';
import { AccessEvent, CLIENTS_NAMED } from './event.ts';

/** Lines on a page. */
export const LINES_SHOWN = 25;
/** Months looked through for one page: a worker long away costs no more than one at work. */
const MONTHS_A_PAGE = 6;

const isText = (value: unknown): boolean => typeof value === 'string';
const Line = z.looseObject({ sk: z.string(), event: AccessEvent });
const LineKey = z.looseObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
  g1pk: z.string(),
  g1sk: z.string(),
});
/** An index entry, and the month whose partition it was found in. */
type Found = { key: z.infer<typeof LineKey>; month: string };

/** Moments from the first to the last, both included. */
export type Moments = { from: Instant; to: Instant };

/** An event's id begins with its time, so that a span of time is a span of ids. */
export const spanOf = ({ from, to }: Moments): Span => ({
  from: trailKeys.event(EventId.parse(formatId(epochMsOf(from), new Uint8Array(10)))),
  to: trailKeys.event(EventId.parse(formatId(epochMsOf(to), new Uint8Array(10).fill(255)))),
});

/** Who used this client's data, the latest first: one query of the client's own partition, copies included. */
export async function linesOfClient(
  tables: Tables,
  controller: ControllerId,
  clientId: ClientId,
  moments: Moments,
  after?: LastKey,
): Promise<Page<AccessEvent>> {
  const { items, lastKey } = await query(
    tables,
    controller,
    {
      table: 'trail',
      pk: trailKeys.clientPartition(controller, clientId),
      span: spanOf(moments),
      descending: true,
      limit: LINES_SHOWN,
      ...(after === undefined ? {} : { after }),
    },
    Line,
  );
  const events = items.map(({ event }) => event);
  return lastKey === undefined ? { items: events } : { items: events, lastKey };
}

/**
 * What this worker did, the latest first: the index of a month gives keys, one batch the lines. A page names
 * no more clients than its own line can, so it may hold fewer lines than it could, or none, and yet have a next.
 */
export async function linesOfUser(
  tables: Tables,
  controller: ControllerId,
  userId: UserId,
  moments: Moments,
  after?: LastKey,
): Promise<Page<AccessEvent>> {
  const { found, next } = await keysOfUser(tables, controller, userId, moments, after);
  const lines = await batchGet(
    tables,
    controller,
    'trail',
    found.map(({ key }) => key),
    Line,
  );
  const byId = new Map(lines.map((line) => [line.sk, line.event]));

  const { items, last } = withinNamed(found, ({ key }) => byId.get(key.sk));
  if (last !== undefined && last !== found.at(-1)) return { items, lastKey: placeOf(last) };
  return next === undefined ? { items } : { items, lastKey: next };
}

/**
 * The lines of these keys, in their order, as far as one page may show them: it names no more clients than its own line
 * can. @returns the key of the last that was shown.
 */
export function withinNamed<K>(
  found: readonly K[],
  lineOf: (key: K) => AccessEvent | undefined,
): { items: AccessEvent[]; last: K | undefined } {
  const named = new Set<ClientId>();
  const items: AccessEvent[] = [];
  let last: K | undefined;
  for (const key of found) {
    const event = lineOf(key);
    for (const clientId of event?.clients ?? []) named.add(clientId);
    if (named.size > CLIENTS_NAMED && last !== undefined) break;
    if (event !== undefined) items.push(event);
    last = key;
  }
  return { items, last };
}

/** Where to go on: in the middle of a month, or (without a key) at the latest line of one. */
const Place = z.record(z.string(), z.string()).and(z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }));

const placeOf = ({ key: { pk, sk, g1pk, g1sk }, month }: Found): LastKey => ({ month, pk, sk, g1pk, g1sk });

const monthOf = (instant: Instant): string => instant.slice(0, 7);

/** `2026-01` -> `2025-12`. */
const monthBefore = (month: string): string =>
  monthOf(plusMilliseconds(Instant.parse(`${month}-01T00:00:00.000Z`), -1));

async function keysOfUser(
  tables: Tables,
  controller: ControllerId,
  userId: UserId,
  moments: Moments,
  after: LastKey | undefined,
): Promise<{ found: Found[]; next?: LastKey }> {
  const { month: first, ...rest } = after === undefined ? { month: monthOf(moments.to) } : Place.parse(after);
  const start: LastKey = rest;
  const oldest = monthOf(moments.from);
  const found: Found[] = [];
  let month = first;
  for (let looked = 0; looked < MONTHS_A_PAGE && month >= oldest && found.length < LINES_SHOWN; looked += 1) {
    const goesOn = looked === 0 && start['pk'] !== undefined;
    const page = await query(
      tables,
      controller,
      {
        table: 'trail',
        index: 'gsi1',
        pk: trailKeys.workerMonth(controller, userId, month),
        span: spanOf(moments),
        descending: true,
        limit: LINES_SHOWN - found.length,
        ...(goesOn ? { after: start } : {}),
      },
      LineKey,
    );
    found.push(...page.items.map((key) => ({ key, month })));
    if (page.lastKey !== undefined) return { found, next: { month, ...page.lastKey } };
    month = monthBefore(month);
  }
  return month < oldest ? { found } : { found, next: { month } };
}
