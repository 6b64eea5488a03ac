/** A prime whose square is exact in a double. */
const PRIME = 67_108_859;

/** @returns what is left of `a × b` by the prime, both less than it: the same as by `%`, which is ten times as slow. */
function times(a: number, b: number): number {
  const product = a * b;
  const left = product - Math.floor(product / PRIME) * PRIME;
  return left < 0 ? left + PRIME : left >= PRIME ? left - PRIME : left;
}

function inverse(number: number): number {
  let [result, base, power] = [1, number, PRIME - 2];
  while (power > 0) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
    power = Math.floor(power / 2);
  }
  return result;
}

/** A sum, as so many numbers less than the prime. */
export type Vector = Float64Array;

/** Beyond as many as there are sums to be held against each other: what makes a false likeness as good as impossible. */
const SPARE = 4;

/**
 * Each place as a vector that looks thrown by chance, the same each time, of little more numbers than there are sums. A
 * sum of places is the sum of their vectors. What could be had by adding and subtracting can still be had; that something
 * looks as if it could be had which cannot has a chance of one in 67 million to the power of `SPARE`, and hides a number
 * too many.
 */
export function projection(sums: number): (places: ReadonlySet<number>) => Vector {
  const columns = sums + SPARE;
  return (places) => {
    const vector = new Float64Array(columns);
    for (const place of places) {
      const seed = mixed(place + 1);
      for (let column = 0; column < columns; column += 1)
        vector[column] = (vector[column] ?? 0) + mixed(seed ^ Math.imul(column + 1, 0x9e37_79b1));
    }
    for (let column = 0; column < columns; column += 1) vector[column] = (vector[column] ?? 0) % PRIME;
    return vector;
  };
}

/** Murmur3’s last step: whole numbers of 32 bits without a pattern. */
function mixed(number: number): number {
  let bits = number ^ (number >>> 16);
  bits = Math.imul(bits, 0x85eb_ca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** What can be had by adding and subtracting sums. */
export type Span = {
  add: (sum: Vector) => void;
  /** What is left of a sum when all that can be had was taken from it: nothing of one that can be had itself. */
  restOf: (sum: Vector) => Vector;
};

export const isNothing = (vector: Vector): boolean => vector.every((number) => number === 0);

/** Gauss’s elimination in a field of remainders, so that nothing is rounded. */
export function emptySpan(): Span {
  const rows: { at: number; row: Vector }[] = [];
  const restOf = (sum: Vector): Vector => {
    const rest = sum.slice();
    for (const { at, row } of rows) {
      const factor = rest[at] ?? 0;
      if (factor === 0) continue;
      for (let column = at; column < rest.length; column += 1) {
        const left = (rest[column] ?? 0) - times(factor, row[column] ?? 0);
        rest[column] = left < 0 ? left + PRIME : left;
      }
    }
    return rest;
  };
  return {
    add(sum) {
      const row = restOf(sum);
      const at = row.findIndex((number) => number !== 0);
      if (at < 0) return;
      const factor = inverse(row[at] ?? 0);
      rows.push({ at, row: row.map((number) => times(number, factor)) });
    },
    restOf,
  };
}
