import type { KeyRing } from '../../crypto/key-ring.ts';
import type { WordsSize } from '../../table/keys.ts';
import { replaceItems } from '../../table/replace-items.ts';
import type { WordSegment } from './model.ts';
import type { PlacedWords } from './places.ts';
import { merged, narrowedTo, packed, type Segment } from './segment.ts';
import { loadSegmentsOfSize, newSegment, openSegment, type Where } from './store.ts';

/** So many segments of a size wait at most before they are merged into one of the next. */
const FEW = 8;
/** A transaction's worth of them. */
const MOST = 40;
/** As large as a segment gets (an item may have 400 KB, a reader wants few of them). */
const MOST_BYTES = 96 * 1024;

const NEXT: Partial<Record<WordsSize, WordsSize>> = { a: 'b', b: 'c', c: 'd', d: 'z' };

/**
 * Merges small segments of a class into larger ones, until few of each size are left. Whoever is interrupted or meets
 * another at it leaves what was: the next one goes on.
 */
export async function mergeWords(
  where: Where,
  ring: KeyRing,
  of: PlacedWords,
  waiting: readonly WordSegment[],
): Promise<void> {
  let size: WordsSize = 'a';
  let items = waiting;
  while (items.length >= FEW) {
    const next: WordsSize | undefined = NEXT[size];
    if (next === undefined) return;
    const taken = items.slice(0, MOST);
    const whole = merged(await Promise.all(taken.map((item) => openSegment(ring, item))));
    const parts = partsOf(whole);
    // What is left over of a cut is merged on with its like.
    const puts = await Promise.all(
      parts.map((part, nth) => newSegment(where, ring, of, nth < parts.length - 1 ? 'z' : next, part)),
    );
    await replaceItems(where.services.tables, where.actor.controller, { puts, removes: taken });
    size = next;
    items = await loadSegmentsOfSize(where, ring, of, size);
  }
}

/** Most of a cut is full: what an entry takes differs a little. */
const NEARLY = 0.93;

/** Cut so that each is small enough to be read at once: full ones first, what is left over last. */
export function partsOf(segment: Segment): Segment[] {
  const { entries } = segment;
  const { length } = packed(segment);
  if (entries.length === 1 || length <= MOST_BYTES) return [segment];
  const first = new Set(
    entries.slice(0, Math.max(1, Math.floor(((entries.length * MOST_BYTES) / length) * NEARLY))),
  );
  return [
    ...partsOf(narrowedTo(segment, (entry) => first.has(entry))),
    ...partsOf(narrowedTo(segment, (entry) => !first.has(entry))),
  ];
}
