import * as z from 'zod';
import { epochMsOf } from '../kernel/instant.ts';
import { SHARDS, workKeys } from '../table/keys.ts';
import { Envelope } from './envelope.ts';

/** Days an outgoing event lies in the outbox, so that what was not delivered can be swept. */
const OUTBOX_DAYS = 7;

export const OutboxItem = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  entity: z.literal('outbox'),
  schemaVersion: z.literal(1),
  ttl: z.int(),
  envelope: Envelope,
});
export type OutboxItem = z.infer<typeof OutboxItem>;

/** What is planted lies beyond the shards of all other events: whoever plants may put nothing anywhere else. */
export const PLANTED_SHARD = SHARDS;

/** Every shard that outgoing events of a minute lie in. */
export const OUTBOX_SHARDS: readonly number[] = Array.from({ length: SHARDS + 1 }, (_, shard) => shard);

/** The minute and shard an event lies in: the sweeper walks the minutes. */
export const outboxPlaceOf = (envelope: Envelope): { minute: string; shard: number } => ({
  minute: envelope.occurredAt.slice(0, 16),
  shard: envelope.type === 'PlantedEvent' ? PLANTED_SHARD : (envelope.eventId.codePointAt(25) ?? 0) % SHARDS,
});

export function outboxItemOf(envelope: Envelope): OutboxItem {
  const { minute, shard } = outboxPlaceOf(envelope);
  return {
    ...workKeys.outbox(envelope.controller, minute, shard, envelope.eventId),
    entity: 'outbox',
    schemaVersion: 1,
    ttl: Math.floor(epochMsOf(envelope.occurredAt) / 1000) + OUTBOX_DAYS * 86_400,
    envelope,
  };
}

/**
 * Whether an item lies where its event belongs: with its own controller, and of what is planted in the one shard that may
 * hold it. What does not was put there by somebody who may not send such an event.
 */
export function isInPlace({ pk, sk, envelope }: Pick<OutboxItem, 'pk' | 'sk' | 'envelope'>): boolean {
  const own = outboxItemOf(envelope);
  return own.pk === pk && own.sk === sk;
}
