import type { ControllerId } from '../kernel/id.ts';
import { plusMinutes } from '../kernel/instant.ts';
import type { Services } from '../services.ts';
import { workKeys } from '../table/keys.ts';
import { queryAll } from '../table/read.ts';
import { OUTBOX_SHARDS, OutboxItem } from './outbox.ts';
import { inPlace, type Publish, publishOutbox } from './publish-outbox.ts';

/** Ages, in minutes, of the outgoing events to look for: from the older to the younger, both included. */
export type SweepSpan = { oldest: number; youngest: number };

/**
 * Sends what still lies in the outbox though the stream should have carried it. Walks the minutes of the
 * span, so its cost depends on the span and not on what the register holds.
 * @returns how many events were sent, and how many were not taken again.
 */
export async function sweepOutbox(
  services: Services,
  publish: Publish,
  controllers: readonly ControllerId[],
  { oldest, youngest }: SweepSpan,
): Promise<{ sent: number; failed: number }> {
  const now = services.clock.now();
  let sent = 0;
  let failed = 0;
  for (const controller of controllers) {
    for (let age = oldest; age >= youngest; age -= 1) {
      const minute = plusMinutes(now, -age).slice(0, 16);
      const items = await Promise.all(
        OUTBOX_SHARDS.map((shard) =>
          queryAll(
            services.tables,
            controller,
            { table: 'records', pk: workKeys.outboxPartition(controller, minute, shard) },
            OutboxItem,
          ),
        ),
      );
      const found = items.flat();
      const envelopes = inPlace(services, found);
      failed += found.length - envelopes.length;
      if (envelopes.length === 0) continue;
      const refused = await publishOutbox(services, publish, envelopes);
      sent += envelopes.length - refused.size;
      failed += refused.size;
    }
  }
  return { sent, failed };
}
