import type { EventId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { workKeys } from '../table/keys.ts';
import { removeItem } from '../table/remove.ts';
import type { Envelope } from './envelope.ts';
import { isInPlace, type OutboxItem, outboxPlaceOf } from './outbox.ts';

/** Sends events on. @returns the ids of those that were taken. */
export type Publish = (envelopes: readonly Envelope[]) => Promise<ReadonlySet<EventId>>;

/**
 * Sends events on and takes what was taken out of the outbox, so that a sweep finds only what was not. An
 * event sent twice, because the removal failed, does no harm: consumers are safe to repeat.
 * @returns the ids of those that were not taken.
 */
export async function publishOutbox(
  services: Services,
  publish: Publish,
  envelopes: readonly Envelope[],
): Promise<ReadonlySet<EventId>> {
  const taken = await publish(envelopes);
  const failed = new Set<EventId>();
  await Promise.all(
    envelopes.map(async (envelope) => {
      const { controller, eventId, type } = envelope;
      if (!taken.has(eventId)) {
        failed.add(eventId);
        services.log.error('EVENT_FAILED', { eventId, eventType: type, controller });
        return;
      }
      const { minute, shard } = outboxPlaceOf(envelope);
      await removeItem(
        services.tables,
        controller,
        'records',
        workKeys.outbox(controller, minute, shard, eventId),
      );
    }),
  );
  return failed;
}

/** The events that lie where they belong. The others go nowhere, are told, and leave the outbox with their days. */
export function inPlace(services: Pick<Services, 'log'>, items: readonly OutboxItem[]): Envelope[] {
  return items
    .filter((item) => {
      if (isInPlace(item)) return true;
      const { controller, eventId, type } = item.envelope;
      services.log.error('EVENT_FAILED', { eventId, eventType: type, controller });
      return false;
    })
    .map(({ envelope }) => envelope);
}
