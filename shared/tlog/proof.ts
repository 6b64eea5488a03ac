import { type Hash, hashOfPair } from './hash.ts';

/** Entries from one index up to, but not including, another. */
export type Range = { from: number; to: number };

/** The largest power of two below a number of entries: where a tree of so many parts. */
function split(entries: number): number {
  let power = 1;
  while (power * 2 < entries) power *= 2;
  return power;
}

/** The subtrees whose hashes prove that an entry stands in a tree (RFC 6962 section 2.1.1), nearest first. */
export function rangesOfInclusion(index: number, size: number): Range[] {
  const proof: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      proof.unshift({ from: middle, to });
      to = middle;
    } else {
      proof.unshift({ from, to: middle });
      from = middle;
    }
  }
  return proof;
}

/** The subtrees whose hashes prove that a tree grew out of an earlier one (RFC 6962 section 2.1.2). */
export function rangesOfConsistency(before: number, after: number): Range[] {
  if (before === 0 || before === after) return [];
  const proof: Range[] = [];
  let [from, to] = [0, after];
  while (to !== before) {
    const middle = from + split(to - from);
    if (before <= middle) {
      proof.unshift({ from: middle, to });
      to = middle;
    } else {
      proof.unshift({ from, to: middle });
      from = middle;
    }
  }
  // A tree that stands whole in the later one is known to who asks: its own hash is not repeated.
  return from === 0 ? proof : [{ from, to }, ...proof];
}

/** The perfect subtrees, by height and place, that a range is joined of, left to right. */
export function subtreesOf({ from, to }: Range): { height: number; place: number }[] {
  const parts: { height: number; place: number }[] = [];
  let begin = from;
  while (begin < to) {
    let [height, entries] = [0, 1];
    while (entries * 2 <= to - begin) {
      height += 1;
      entries *= 2;
    }
    parts.push({ height, place: begin / entries });
    begin += entries;
  }
  return parts;
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/** Whether an entry with this hash stands at this index of the tree with this root (RFC 9162 section 2.1.3.2). */
export function isIncluded(
  entry: { hash: Hash; index: number },
  tree: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (entry.index >= tree.size) return false;
  let [place, last] = [entry.index, tree.size - 1];
  let { hash } = entry;
  for (const beside of proof) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = hashOfPair(beside, hash);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = hashOfPair(hash, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && hash.equals(tree.root);
}

/** Whether the later tree holds all of the earlier one, in its order (RFC 9162 section 2.1.4.2). */
export function isGrownFrom(
  before: { size: number; root: Hash },
  after: { size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  if (before.size > after.size) return false;
  if (before.size === after.size) return proof.length === 0 && before.root.equals(after.root);
  if (before.size === 0) return proof.length === 0;
  let [place, last] = [before.size - 1, after.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  const [first, ...rest] = place === 0 ? [before.root, ...proof] : proof;
  if (first === undefined) return false;
  let [earlier, later] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      earlier = hashOfPair(beside, earlier);
      later = hashOfPair(beside, later);
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      later = hashOfPair(later, beside);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && earlier.equals(before.root) && later.equals(after.root);
}
