import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { Instant, plusMinutes } from '../../shared/kernel/instant.ts';
import type { Services } from '../../shared/services.ts';
import type { Bus } from './bus.ts';
import { replaceFile } from './durable-file.ts';
import { sweep } from './sweep.ts';

const EVERY_MS = 15_000;
/** A commit takes seconds: what it wrote a minute ago has reached the bus. A note is at most this old. */
const MARGIN_MINUTES = 1;

/** News of these times may be undelivered. */
const Span = z.strictObject({ from: Instant, to: Instant });
type Span = z.infer<typeof Span>;
const RunNote = z.strictObject({ undelivered: z.array(Span) });

export type RunNotes = {
  /** Delivers what earlier runs left. @returns how much news was found. */
  sweepLeftovers(controllers: readonly ControllerId[]): Promise<number>;
  /** Waits for the bus, then notes that this run left nothing. */
  close(): Promise<void>;
};

/**
 * Four times a minute this run notes which minutes it may leave undelivered if it is killed now. So the next
 * start looks through two or three minutes of outbox and trail, however large the store is and however long
 * the laptop was off.
 */
export function runNotes(folder: string, services: Services, bus: Bus): RunNotes {
  const path = join(folder, 'run-note.json');
  let left: Span[] = existsSync(path)
    ? RunNote.parse(JSON.parse(readFileSync(path, 'utf8'))).undelivered
    : [];

  const write = (undelivered: readonly Span[]): void => replaceFile(path, JSON.stringify({ undelivered }));
  function note(): void {
    const now = services.clock.now();
    const from = plusMinutes(bus.oldest() ?? now, -MARGIN_MINUTES);
    write([...left, { from, to: plusMinutes(now, MARGIN_MINUTES) }]);
  }

  note();
  const timer = setInterval(note, EVERY_MS);
  timer.unref();

  return {
    async sweepLeftovers(controllers) {
      let count = 0;
      for (const span of left) {
        for (const controller of controllers) count += await sweep(services, bus, controller, span);
      }
      await bus.drained();
      left = [];
      if (count > 0) services.log.info('SWEPT', { count });
      return count;
    },
    async close() {
      await bus.drained();
      clearInterval(timer);
      write(left);
    },
  };
}
