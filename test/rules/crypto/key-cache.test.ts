import { describe, expect, test } from 'vitest';
import { keyCache } from '../../../shared/crypto/key-cache.ts';
import { gate } from '../../support/faults.ts';
import { movableClock } from '../../support/services.ts';

const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);

/** Counts how often a key was asked for outside. */
function vault(): { asked: () => number; unwrap: () => Promise<Uint8Array> } {
  let count = 0;
  return {
    asked: () => count,
    unwrap: async () => {
      count += 1;
      return key(count);
    },
  };
}

describe('plain keys in memory', () => {
  test('are kept for their minutes, then asked for again', async () => {
    const clock = movableClock();
    const { asked, unwrap } = vault();
    const cache = keyCache(clock, { entries: 10, minutes: 5 });
    expect(await cache.of('a', unwrap)).toEqual(key(1));
    clock.advance(4);
    expect(await cache.of('a', unwrap)).toEqual(key(1));
    clock.advance(1);
    expect(await cache.of('a', unwrap)).toEqual(key(2));
    expect(asked()).toBe(2);
  });

  test('are asked for once by many at the same time', async () => {
    const { asked, unwrap } = vault();
    const cache = keyCache(movableClock());
    await Promise.all(Array.from({ length: 20 }, () => cache.of('a', unwrap)));
    expect(asked()).toBe(1);
  });

  test('are bounded in number: the one kept longest goes first', async () => {
    const { asked, unwrap } = vault();
    const cache = keyCache(movableClock(), { entries: 2, minutes: 5 });
    for (const id of ['a', 'b', 'c', 'b', 'c']) await cache.of(id, unwrap);
    expect(asked()).toBe(3);
    await cache.of('a', unwrap);
    expect(asked()).toBe(4);
  });

  test('forget a failure at once, and a key when told', async () => {
    const { asked, unwrap } = vault();
    const cache = keyCache(movableClock());
    await expect(cache.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.of('a', unwrap)).toEqual(key(1));
    cache.forget('a');
    expect(await cache.of('a', unwrap)).toEqual(key(2));
    expect(asked()).toBe(2);
  });

  test('do not let a late failure take away the key that came after it', async () => {
    const clock = movableClock();
    const { unwrap } = vault();
    const cache = keyCache(clock, { entries: 10, minutes: 5 });
    const { passed, open } = gate();
    const slow = cache.of('a', async () => {
      await passed;
      throw new Error('late');
    });
    clock.advance(6);
    await cache.of('a', unwrap);
    open();
    await expect(slow).rejects.toThrow('late');
    expect(await cache.of('a', unwrap)).toEqual(key(1));
  });
});
