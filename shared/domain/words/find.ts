import type { KeyRing } from '../../crypto/key-ring.ts';
import { type Worded, wordedOf } from './model.ts';
import type { WordPlace } from './places.ts';
import { bucketsOf, entriesWith } from './sealed-segment.ts';
import { loadSegmentsAt, type Where } from './store.ts';

/** What the segments of these places name: entries in which each of the beginnings begins some word. */
export async function findWorded(
  where: Where,
  ring: KeyRing,
  places: readonly WordPlace[],
  beginnings: readonly string[],
): Promise<Worded[]> {
  const bucketOf = await bucketsOf(where, ring.clientId);
  const buckets = beginnings.map(bucketOf);
  const segments = await Promise.all(places.map((place) => loadSegmentsAt(where, ring, place, buckets)));
  const found = new Set<string>();
  for (const item of segments.flat()) {
    for (const entry of await entriesWith(ring, item, beginnings, bucketOf)) found.add(entry);
  }
  return [...found].map(wordedOf);
}
