import type { Clock } from '../kernel/clock.ts';
import { epochMsOf } from '../kernel/instant.ts';

/**
 * Plain data keys live in memory only, so many and so long. The shorter the life, the sooner a destroyed
 * key is gone everywhere and the more openings CloudTrail witnesses; five minutes is also a token's life.
 */
export type KeyCache = {
  /** The key by its random id, or the one `unwrap` gives; concurrent askers share one unwrapping. */
  of(keyId: string, unwrap: () => Promise<Uint8Array>): Promise<Uint8Array>;
  forget(keyId: string): void;
};

export function keyCache(
  clock: Clock,
  limits: { entries: number; minutes: number } = { entries: 1000, minutes: 5 },
): KeyCache {
  const held = new Map<string, { key: Promise<Uint8Array>; until: number }>();
  return {
    of(keyId, unwrap) {
      const now = epochMsOf(clock.now());
      const found = held.get(keyId);
      if (found !== undefined && found.until > now) return found.key;
      const key = unwrap();
      held.delete(keyId);
      held.set(keyId, { key, until: now + limits.minutes * 60_000 });
      // A failed unwrapping must not be remembered, nor take away what was asked for after it.
      key.catch(() => held.get(keyId)?.key === key && held.delete(keyId));
      const oldest = held.keys().next();
      if (held.size > limits.entries && oldest.done !== true) held.delete(oldest.value);
      return key;
    },
    forget(keyId) {
      held.delete(keyId);
    },
  };
}
