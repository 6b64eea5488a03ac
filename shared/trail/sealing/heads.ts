import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { ControllerId, EventId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import type { Tables } from '../../services.ts';
import { sealingKeys } from '../../table/keys.ts';
import { putIfAbsent } from '../../table/put.ts';
import { batchGet, query } from '../../table/read.ts';

/** The head of a log's tree after a batch. Written before anything is signed (security decision 18). */
export const Head = z.object({
  /** The size it grew from. */
  from: z.int().nonnegative(),
  /** The size that the head before it grew from. */
  before: z.int().nonnegative(),
  size: z.int().positive(),
  /** Base64. */
  root: z.string(),
  sealedAt: Instant,
  /** Where the batch lies until the archive has it, and the SHA-256 of its bytes. */
  batch: z.object({ name: z.string(), sha256: z.string() }),
});
export type Head = z.infer<typeof Head>;

const HeadItem = z.looseObject({ head: Head });
const PlaceItem = z.looseObject({ pk: z.string(), place: z.int() });

/** The newest head; undefined of a log in which nothing stands. */
export async function lastHead(tables: Tables, controller: ControllerId): Promise<Head | undefined> {
  const { items } = await query(
    tables,
    controller,
    {
      table: 'trail',
      pk: sealingKeys.partition(controller),
      span: sealingKeys.spans.heads,
      descending: true,
      limit: 1,
    },
    HeadItem,
  );
  return items[0]?.head;
}

/** The head of the batch in which the entry at this index was sealed. */
export async function headHolding(
  tables: Tables,
  controller: ControllerId,
  index: number,
): Promise<Head | undefined> {
  const { items } = await query(
    tables,
    controller,
    {
      table: 'trail',
      pk: sealingKeys.partition(controller),
      span: sealingKeys.headsUpTo(index),
      descending: true,
      limit: 1,
    },
    HeadItem,
  );
  return items[0]?.head;
}

/** Heads that grew from this size on, in their order. */
export async function headsFrom(
  tables: Tables,
  controller: ControllerId,
  size: number,
  limit: number,
): Promise<Head[]> {
  const { items } = await query(
    tables,
    controller,
    { table: 'trail', pk: sealingKeys.partition(controller), span: sealingKeys.headsFrom(size), limit },
    HeadItem,
  );
  return items.map(({ head }) => head);
}

/** @returns false when another sealer has gone on from this size already. */
export async function putHead(tables: Tables, controller: ControllerId, head: Head): Promise<boolean> {
  return putNew(tables, controller, { ...sealingKeys.headAfter(controller, head.from), head });
}

async function putNew(
  tables: Tables,
  controller: ControllerId,
  item: Record<string, unknown>,
): Promise<boolean> {
  try {
    await putIfAbsent(tables, controller, 'trail', item);
    return true;
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return false;
    throw thrown;
  }
}

/** Says where in the log a line stands: once, whoever says it. */
export async function putPlace(
  tables: Tables,
  controller: ControllerId,
  at: { eventId: EventId; place: number; ttl: number },
): Promise<void> {
  const { eventId, place, ttl } = at;
  await putNew(tables, controller, { ...sealingKeys.placeOf(controller, eventId), place, ttl });
}

/** Which of these lines stand in the log, and where. */
export async function placesOf(
  tables: Tables,
  controller: ControllerId,
  eventIds: readonly EventId[],
): Promise<Map<EventId, number>> {
  const keys = eventIds.map((eventId) => ({ eventId, key: sealingKeys.placeOf(controller, eventId) }));
  const found = await batchGet(
    tables,
    controller,
    'trail',
    keys.map(({ key }) => key),
    PlaceItem,
  );
  const byKey = new Map(found.map(({ pk, place }) => [pk, place]));
  return new Map(
    keys.flatMap(({ eventId, key }) => {
      const place = byKey.get(key.pk);
      return place === undefined ? [] : [[eventId, place] as const];
    }),
  );
}
