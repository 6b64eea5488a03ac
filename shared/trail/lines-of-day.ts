import * as z from 'zod';
import { type ControllerId, EventId, formatId, type UserId } from '../kernel/id.ts';
import { epochMsOf, instantOf } from '../kernel/instant.ts';
import { addDays, type LocalDate, startOfDay } from '../kernel/local-date.ts';
import type { Tables } from '../services.ts';
import { type PartitionKey, type SortKey, trailKeys } from '../table/keys.ts';
import { batchGet, queryAll } from '../table/read.ts';
import { AccessEvent } from './event.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const LineKey = z.looseObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
});
const Line = z.looseObject({ event: AccessEvent });

/**
 * All lines of one worker on one day of the Finnish calendar, in their order: one query of the worker's month (two
 * where the day lies in two months of UTC), then the lines. What it costs grows with what the worker did, and with
 * nothing else.
 */
export async function linesOfDay(
  tables: Tables,
  controller: ControllerId,
  userId: UserId,
  day: LocalDate,
): Promise<AccessEvent[]> {
  const from = epochMsOf(startOfDay(day));
  const to = epochMsOf(startOfDay(addDays(day, 1))) - 1;
  const months = [...new Set([from, to].map((moment) => instantOf(moment).slice(0, 7)))];
  const span = {
    from: trailKeys.event(EventId.parse(formatId(from, new Uint8Array(10)))),
    to: trailKeys.event(EventId.parse(formatId(to, new Uint8Array(10).fill(255)))),
  };
  const keys = await Promise.all(
    months.map((month) =>
      queryAll(
        tables,
        controller,
        { table: 'trail', index: 'gsi1', pk: trailKeys.workerMonth(controller, userId, month), span },
        LineKey,
      ),
    ),
  );
  const lines = await batchGet(tables, controller, 'trail', keys.flat(), Line);
  return lines.map(({ event }) => event).toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
}
