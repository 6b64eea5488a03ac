import type { LastKey, Page } from '../table/read.ts';

type Asked = { limit: number; after?: LastKey | undefined };

/** What lies hidden is read past in steps of so many, and so many times; after that the caller asks on. */
const STEP = 100;
const ROUNDS = 8;

/**
 * A page of those of a list that the worker may know of. It is read on until it is full, and goes on only where one
 * more is shown: neither a short page nor a page to come tells how much lies hidden between.
 */
export async function shownPage<T extends { pk: string; sk: string }>(
  { limit, after }: Asked,
  of: {
    ask: (asked: Asked) => Promise<Page<T>>;
    isShown: (item: T) => boolean;
    /** Where the list goes on after an item, where that is not the item’s own place. */
    keyOf?: (item: T) => LastKey;
  },
): Promise<Page<T>> {
  const { ask, isShown, keyOf = ({ pk, sk }) => ({ pk, sk }) } = of;
  const shown: T[] = [];
  let from = after;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const page = await ask({ limit: round === 1 ? limit + 1 : STEP, after: from });
    shown.push(...page.items.filter(isShown));
    const last = shown[limit - 1];
    if (shown.length > limit && last !== undefined) {
      return { items: shown.slice(0, limit), lastKey: keyOf(last) };
    }
    from = page.lastKey;
    if (from === undefined) return { items: shown };
  }
  return from === undefined ? { items: shown } : { items: shown, lastKey: from };
}
