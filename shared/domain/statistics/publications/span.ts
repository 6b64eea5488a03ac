/** A prime whose square is exact in a double. */
const PRIME = 67_108_859;

const modulo = (number: number): number => ((number % PRIME) + PRIME) % PRIME;

function inverse(number: number): number {
  let [result, base, power] = [1, modulo(number), PRIME - 2];
  while (power > 0) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    power = Math.floor(power / 2);
  }
  return result;
}

/** What can be had by adding and subtracting sums. A sum is the places that it adds up. */
export type Span = { add: (sum: ReadonlySet<number>) => void; has: (sum: ReadonlySet<number>) => boolean };

/**
 * Gauss’s elimination in a field of remainders, so that nothing is rounded. What can be had by whole multiples and
 * quotients of them is found; that something is taken for known which is not has a chance of one in many millions, and
 * hides one number too many.
 */
export function emptySpan(): Span {
  /** By the place of their first member. */
  const rows = new Map<number, Map<number, number>>();
  const reduced = (sum: ReadonlySet<number>): Map<number, number> => {
    const row = new Map([...sum].map((place) => [place, 1]));
    for (const [place, known] of rows) {
      const factor = row.get(place) ?? 0;
      if (factor === 0) continue;
      for (const [at, value] of known) {
        const left = modulo((row.get(at) ?? 0) - ((factor * value) % PRIME));
        if (left === 0) row.delete(at);
        else row.set(at, left);
      }
    }
    return row;
  };
  return {
    add(sum) {
      const row = reduced(sum);
      const [first] = row;
      if (first === undefined) return;
      const [place, value] = first;
      const factor = inverse(value);
      rows.set(place, new Map([...row].map(([at, one]) => [at, (one * factor) % PRIME])));
    },
    has: (sum) => reduced(sum).size === 0,
  };
}
