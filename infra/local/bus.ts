import { setTimeout as pause } from 'node:timers/promises';
import { faultFields, type LogFields } from '../../shared/application-log.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import type { Consumer, Module } from '../../shared/http/module.ts';
import { compareInstants, type Instant } from '../../shared/kernel/instant.ts';
import type { Arrival } from '../../shared/objects/arrival.ts';
import type { Services } from '../../shared/services.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { followLine } from '../../shared/trail/follow-line.ts';
import { type DeadLetters, type Delivery, deadLetters } from './dead-letters.ts';

const TRIES = 3;
const FIRST_PAUSE_MS = 50;
/** Deliveries under way at the same time. */
const AT_ONCE = 4;

/**
 * The stream, the event bus and their queues, in one process: what a commit has written is handed to the
 * consumers of the manifests, three times at most, then laid among the dead letters. A consumer may get the
 * same news twice, here as in the cloud.
 */
export type Bus = {
  publish(envelopes: readonly Envelope[]): void;
  /** A line stands: its copies and rows are to be written. */
  copy(event: AccessEvent): void;
  /** A file lies in the inbox. */
  arrived(arrival: Arrival): void;
  /** Delivers the dead letters again. @returns how many there were. */
  replay(): number;
  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void>;
  /** When the oldest news that is not yet handled came about; undefined when all is handled. */
  oldest(): Instant | undefined;
};

export function localBus(settings: {
  services: () => Services;
  modules: readonly Module[];
  folder: string | undefined;
}): Bus {
  const dead: DeadLetters = deadLetters(settings.folder);
  const consumers = new Map<string, Consumer>(
    settings.modules.flatMap((module) =>
      module.consumers.map((consumer) => [`${module.name}/${consumer.file}`, consumer] as const),
    ),
  );
  const takers = settings.modules.flatMap(({ inbox }) => (inbox === undefined ? [] : [inbox]));
  const waiting: Delivery[] = [];
  const underWay = new Set<Delivery>();
  let whenDrained: (() => void)[] = [];

  async function hand(delivery: Delivery): Promise<void> {
    const services = settings.services();
    if (delivery.kind === 'copies') return followLine(services, delivery.event);
    if (delivery.kind === 'arrival') {
      for (const taker of takers) await taker.handle(services, delivery.arrival);
      return;
    }
    const consumer = consumers.get(delivery.consumer);
    if (consumer === undefined) throw new Error('No manifest names this consumer.');
    await consumer.handle(services, delivery.envelope);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { log } = settings.services();
    const fields = fieldsOf(delivery);
    for (let round = 1; round <= TRIES; round += 1) {
      try {
        await hand(delivery);
        log.info('EVENT_DELIVERED', fields);
        return;
      } catch (thrown) {
        log.error('EVENT_FAILED', { ...fields, count: round, ...faultFields(thrown) });
        if (round < TRIES) await pause(FIRST_PAUSE_MS * 4 ** (round - 1));
      }
    }
    dead.keep(delivery);
    log.error('EVENT_DEAD', fields);
  }

  function next(): void {
    while (underWay.size < AT_ONCE) {
      const delivery = waiting.shift();
      if (delivery === undefined) break;
      underWay.add(delivery);
      void deliver(delivery).finally(() => {
        underWay.delete(delivery);
        next();
      });
    }
    if (underWay.size > 0) return;
    const told = whenDrained;
    whenDrained = [];
    for (const tell of told) tell();
  }

  const take = (deliveries: readonly Delivery[]): void => {
    waiting.push(...deliveries);
    next();
  };

  return {
    publish(envelopes) {
      take(
        envelopes.flatMap((envelope) =>
          [...consumers]
            .filter(([, consumer]) => consumer.event === envelope.type)
            .map(([consumer]): Delivery => ({ kind: 'event', consumer, envelope })),
        ),
      );
    },
    copy(event) {
      take([{ kind: 'copies', event }]);
    },
    arrived(arrival) {
      take([{ kind: 'arrival', arrival, at: settings.services().clock.now() }]);
    },
    replay() {
      const deliveries = dead.take();
      take(deliveries);
      return deliveries.length;
    },
    drained: () =>
      waiting.length === 0 && underWay.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => whenDrained.push(resolve)),
    oldest() {
      return [...underWay, ...waiting].map(timeOf).sort(compareInstants)[0];
    },
  };
}

/** What the log says of a delivery. */
function fieldsOf(delivery: Delivery): LogFields {
  switch (delivery.kind) {
    case 'copies':
      return { eventId: delivery.event.eventId, eventType: 'copies' };
    case 'arrival':
      return { eventId: delivery.arrival.uploadId, eventType: 'arrival' };
    case 'event':
      return { eventId: delivery.envelope.eventId, eventType: delivery.envelope.type };
    default:
      return delivery satisfies never;
  }
}

function timeOf(delivery: Delivery): Instant {
  switch (delivery.kind) {
    case 'copies':
      return delivery.event.eventTime;
    case 'arrival':
      return delivery.at;
    case 'event':
      return delivery.envelope.occurredAt;
    default:
      return delivery satisfies never;
  }
}
