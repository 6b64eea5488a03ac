import * as z from 'zod';
import type { Envelope } from '../../shared/events/envelope.ts';
import { OUTBOX_SHARDS, OutboxItem } from '../../shared/events/outbox.ts';
import { inPlace } from '../../shared/events/publish-outbox.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import { type PartitionKey, SHARDS, type SortKey, trailKeys, workKeys } from '../../shared/table/keys.ts';
import { batchGet, queryAll } from '../../shared/table/read.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { minutesBetween } from '../../shared/trail/sealing/gather.ts';
import type { Bus } from './bus.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const LineKey = z.looseObject({
  pk: z.custom<PartitionKey>(isText),
  sk: z.custom<SortKey>(isText),
});
const Line = z.looseObject({ event: AccessEvent });

const SHARD_NUMBERS = Array.from({ length: SHARDS }, (_, shard) => shard);

/** Hands the bus all that one controller wrote within a span of time. What was delivered before has no effect. */
export async function sweep(
  services: Services,
  bus: Bus,
  controller: ControllerId,
  span: { from: Instant; to: Instant },
): Promise<number> {
  let swept = 0;
  for (const minute of minutesBetween(span.from, span.to)) {
    const [envelopes, events] = await Promise.all([
      outgoingOf(services, controller, minute),
      linesOf(services, controller, minute),
    ]);
    bus.publish(envelopes);
    for (const event of events) bus.copy(event);
    swept += envelopes.length + events.length;
  }
  return swept;
}

async function outgoingOf(services: Services, controller: ControllerId, minute: string): Promise<Envelope[]> {
  const shards = OUTBOX_SHARDS.map((shard) =>
    queryAll(
      services.tables,
      controller,
      { table: 'records', pk: workKeys.outboxPartition(controller, minute, shard) },
      OutboxItem,
    ),
  );
  return inPlace(services, (await Promise.all(shards)).flat());
}

/** Lines, each of which is owed its rows, and its copies where it names several clients. */
async function linesOf(services: Services, controller: ControllerId, minute: string): Promise<AccessEvent[]> {
  const shards = SHARD_NUMBERS.map((shard) =>
    queryAll(
      services.tables,
      controller,
      { table: 'trail', index: 'gsi2', pk: trailKeys.minute(controller, minute, shard) },
      LineKey,
    ),
  );
  const keys = (await Promise.all(shards)).flat().map(({ pk, sk }) => ({ pk, sk }));
  const lines = await batchGet(services.tables, controller, 'trail', keys, Line);
  return lines.map((line) => line.event);
}
