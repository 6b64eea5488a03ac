/** Chance that is the same in every run of a seed, on every machine: whole numbers and their sums only. */
export type Chance = {
  /** From 0, and below 1. */
  next: () => number;
  /** Whole, both ends included. */
  int: (from: number, to: number) => number;
  is: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** `count` different ones, or all of a shorter list. */
  some: <T>(list: readonly T[], count: number) => T[];
  /** Roughly the bell curve, whole, never below 0. */
  about: (mean: number, spread: number) => number;
  byWeight: <T>(list: readonly T[], weightOf: (one: T) => number) => T;
  bytes: (length: number) => Uint8Array;
  /** Chance of its own for one purpose: what is drawn here moves nothing that is drawn there. */
  of: (purpose: string) => Chance;
};

export function chanceOf(seed: string): Chance {
  const word = numbersOf(seed);

  const next = (): number => word() / 2 ** 32;
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));

  function pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(next() * list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  function byWeight<T>(list: readonly T[], weightOf: (one: T) => number): T {
    let left = next() * list.reduce((sum, one) => sum + weightOf(one), 0);
    for (const one of list) {
      left -= weightOf(one);
      if (left < 0) return one;
    }
    return pick(list);
  }

  function some<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => {
      const [one] = left.splice(Math.floor(next() * left.length), 1);
      if (one === undefined) throw new RangeError('nothing to pick from');
      return one;
    });
  }

  return {
    next,
    int,
    pick,
    some,
    byWeight,
    is: (probability) => next() < probability,
    about(mean, spread) {
      const bell = next() + next() + next() + next() - 2;
      return Math.max(0, Math.round(mean + bell * 1.73 * spread));
    },
    bytes: (length) => Uint8Array.from({ length }, () => word() & 255),
    of: (purpose) => chanceOf(`${seed}/${purpose}`),
  };
}

/** 32 bits at a time: sfc32, its state hashed from the seed (both public domain). */
function numbersOf(seed: string): () => number {
  let hash = 1_779_033_703 ^ seed.length;
  for (let place = 0; place < seed.length; place += 1) {
    hash = Math.imul(hash ^ seed.charCodeAt(place), 3_432_918_353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const state = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
    hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
  let [a, b, c, d] = [state(), state(), state(), state()];
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
}
