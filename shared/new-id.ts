import { formatId } from './kernel/id.ts';
import { epochMsOf, type Instant } from './kernel/instant.ts';
import type { Services } from './services.ts';

/** A new identifier for now, or for the moment given (a note carries the time of its event). */
export const newId = (services: Pick<Services, 'clock' | 'random'>, at?: Instant): string =>
  formatId(epochMsOf(at ?? services.clock.now()), services.random(10));

let last: { epochMs: number; randomness: Uint8Array } | undefined;

/**
 * A new identifier that sorts after the one before it, where this process made both, within one millisecond too: of
 * things whose order is the order in which they were announced. How far after is random, so that nobody guesses the next.
 */
export function newIdInOrder(services: Pick<Services, 'clock' | 'random'>): string {
  const epochMs = epochMsOf(services.clock.now());
  const fresh = services.random(10);
  const randomness =
    (last?.epochMs === epochMs ? after(last.randomness, fresh.subarray(0, 4)) : undefined) ?? fresh;
  last = { epochMs, randomness };
  return formatId(epochMs, randomness);
}

/** The sum of both and one, in ten bytes. @returns undefined when ten bytes do not hold it. */
function after(before: Uint8Array, step: Uint8Array): Uint8Array | undefined {
  const numberOf = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const next = numberOf(before) + numberOf(step) + 1n;
  return next < 1n << 80n ? Buffer.from(next.toString(16).padStart(20, '0'), 'hex') : undefined;
}
