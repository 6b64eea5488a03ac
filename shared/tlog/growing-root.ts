import { type Hash, hashOfPair, joined } from './hash.ts';

/** The root of a tree whose entries come one after another: it remembers one hash for each bit of its size. */
export type GrowingRoot = { add(hash: Hash): void; size(): number; root(): Hash };

export function growingRoot(): GrowingRoot {
  /** Perfect subtrees from the left, the tallest first. */
  const peaks: Hash[] = [];
  let count = 0;
  return {
    add(hash) {
      peaks.push(hash);
      count += 1;
      for (let rest = count; rest % 2 === 0; rest /= 2) {
        const [left, right] = peaks.splice(-2);
        if (left !== undefined && right !== undefined) peaks.push(hashOfPair(left, right));
      }
    },
    size: () => count,
    root: () => joined(peaks),
  };
}
