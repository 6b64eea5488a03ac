import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Envelope } from '../events/envelope.ts';
import type { Publish } from '../events/publish-outbox.ts';
import type { EventId } from '../kernel/id.ts';

/** Rules of the bus match this and the event's type. */
export const EVENT_SOURCE = 'sointu';
/** Entries of one call. */
const BATCH = 10;

const entryOf = (bus: string, envelope: Envelope) => ({
  EventBusName: bus,
  Source: EVENT_SOURCE,
  DetailType: envelope.type,
  Detail: JSON.stringify(envelope),
});

/** EventBridge answers 200 also when it took only some entries: each entry's own result is read. */
export function eventBus(bus: string): Publish {
  const client = new EventBridgeClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000 },
  });
  return async (envelopes) => {
    const taken = new Set<EventId>();
    for (let start = 0; start < envelopes.length; start += BATCH) {
      const batch = envelopes.slice(start, start + BATCH);
      const { Entries = [] } = await client.send(
        new PutEventsCommand({ Entries: batch.map((envelope) => entryOf(bus, envelope)) }),
      );
      for (const [place, { eventId }] of batch.entries()) {
        if (Entries[place]?.EventId !== undefined) taken.add(eventId);
      }
    }
    return taken;
  };
}
