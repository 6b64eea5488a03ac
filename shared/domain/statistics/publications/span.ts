/** A prime of 24 bits: thirty products of two remainders of it add up exactly in a double. */
const PRIME = 16_777_213;
/** After so many products a remainder is taken: of each one would take most of the time. */
const PRODUCTS_AT_ONCE = 16;

function modulo(number: number): number {
  const left = number % PRIME;
  return left < 0 ? left + PRIME : left;
}

function inverse(number: number): number {
  let [result, base, power] = [1, number, PRIME - 2];
  while (power > 0) {
    if (power % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
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
 * looks as if it could be had which cannot has a chance of one in 16 million to the power of `SPARE`, and hides a number
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
    return remaindersOf(vector);
  };
}

const remaindersOf = (vector: Vector): Vector => vector.map(modulo);

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
    let rest = sum;
    let products = PRODUCTS_AT_ONCE;
    for (const { at, row } of rows) {
      const factor = modulo(rest[at] ?? 0);
      if (factor === 0) continue;
      if (products === PRODUCTS_AT_ONCE) {
        rest = remaindersOf(rest);
        products = 0;
      }
      products += 1;
      for (let column = at; column < rest.length; column += 1)
        rest[column] = (rest[column] ?? 0) - factor * (row[column] ?? 0);
    }
    return remaindersOf(rest);
  };
  return {
    add(sum) {
      const row = restOf(sum);
      const at = row.findIndex((number) => number !== 0);
      if (at < 0) return;
      const factor = inverse(row[at] ?? 0);
      rows.push({ at, row: row.map((number) => modulo(number * factor)) });
    },
    restOf,
  };
}
