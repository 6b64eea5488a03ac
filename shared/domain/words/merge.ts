import type { KeyRing } from '../../crypto/key-ring.ts';
import type { WordsSize } from '../../table/keys.ts';
import { replaceItems } from '../../table/replace-items.ts';
import type { WordSegment } from './model.ts';
import type { PlacedWords } from './places.ts';
import { openSegment } from './sealed-segment.ts';
import { merged, narrowedTo, packed, type Segment } from './segment.ts';
import { loadSegmentsOfSize, newSegment, type Where } from './store.ts';

/** So many segments of a size wait at most before they are merged into one of the next. */
const FEW = 8;
/** A transaction's worth of them. */
const MOST = 40;
/** As large as a segment gets: in buckets it takes a little more, and stays under 100 KB. */
const MOST_BYTES = 92 * 1024;

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
    const puts = await Promise.all(
      parts.map((part) => newSegment(where, ring, of, parts.length > 1 ? 'z' : next, part)),
    );
    await replaceItems(where.services.tables, where.actor.controller, { puts, removes: taken });
    size = next;
    items = await loadSegmentsOfSize(where, ring, of, size);
  }
}

/** Halves, until each is small enough to be read at once. */
export function partsOf(segment: Segment): Segment[] {
  const { entries } = segment;
  if (entries.length === 1 || packed(segment).length <= MOST_BYTES) return [segment];
  const half = new Set(entries.slice(0, Math.ceil(entries.length / 2)));
  return [
    ...partsOf(narrowedTo(segment, (entry) => half.has(entry))),
    ...partsOf(narrowedTo(segment, (entry) => !half.has(entry))),
  ];
}
