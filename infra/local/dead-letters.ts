import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Envelope } from '../../shared/events/envelope.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { Arrival } from '../../shared/objects/arrival.ts';
import { AccessEvent } from '../../shared/trail/event.ts';
import { ensureFolder, replaceFile } from './durable-file.ts';

/** News for one consumer, a log line whose copies are still to be written, or a file that lies in the inbox. */
export const Delivery = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('event'), consumer: z.string(), envelope: Envelope }),
  z.strictObject({ kind: z.literal('copies'), event: AccessEvent }),
  z.strictObject({ kind: z.literal('arrival'), arrival: Arrival, at: Instant }),
]);
export type Delivery = z.infer<typeof Delivery>;

/** What was given up after its tries, each in a file of its own (in memory without a folder). */
export type DeadLetters = {
  keep(delivery: Delivery): void;
  /** Takes all away and gives them, to be delivered again. */
  take(): Delivery[];
};

function nameOf(delivery: Delivery): string {
  switch (delivery.kind) {
    case 'copies':
      return `${delivery.event.eventId}.copies.json`;
    case 'arrival':
      return `${delivery.arrival.uploadId}.arrival.json`;
    case 'event':
      return `${delivery.envelope.eventId}.${delivery.consumer.replaceAll('/', '.')}.json`;
    default:
      return delivery satisfies never;
  }
}

export function deadLetters(folder: string | undefined): DeadLetters {
  if (folder === undefined) {
    const kept = new Map<string, Delivery>();
    return {
      keep: (delivery) => void kept.set(nameOf(delivery), delivery),
      take() {
        const all = [...kept.values()];
        kept.clear();
        return all;
      },
    };
  }
  const place = join(folder, 'dead-letters');
  ensureFolder(place);
  return {
    keep: (delivery) => replaceFile(join(place, nameOf(delivery)), JSON.stringify(delivery)),
    take() {
      const names = readdirSync(place).filter((name) => name.endsWith('.json'));
      return names.map((name) => {
        const delivery = Delivery.parse(JSON.parse(readFileSync(join(place, name), 'utf8')));
        rmSync(join(place, name));
        return delivery;
      });
    },
  };
}
