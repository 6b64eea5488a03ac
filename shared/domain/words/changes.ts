import type { Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { referenceOf, type Worded } from './model.ts';
import type { PlacedWords } from './places.ts';
import { entriesOf, openSegment } from './sealed-segment.ts';
import { narrowedTo, packed, segmentOf } from './segment.ts';
import { ifAsRead, loadSegment, loadSegmentsAt, newSegment, rewritten, type Where } from './store.ts';
import { wordsOf } from './words.ts';

/** Of fewer words than this no item grows too large. */
const MANY_WORDS = 10_000;
/** An item of the table takes 400 KB. A text of 2 MB in any language has fewer words than fill this. */
const MOST_BYTES = 300 * 1024;

/** An entry as its words are kept: in each of its places. */
export type WordedEntry = Worded & { places: readonly PlacedWords[] };

/** The words of an entry, to be written in the commit that writes the entry: one small item for each place. */
export async function addedWords(
  where: Where,
  ring: KeyRing,
  entry: WordedEntry,
  texts: readonly string[],
): Promise<Change[]> {
  const segment = segmentOf(referenceOf(entry), wordsOf(texts));
  if (segment.words.size > MANY_WORDS && packed(segment).length > MOST_BYTES) {
    throw new Refusal(COMMON_REFUSALS.tooLarge);
  }
  const items = await Promise.all(entry.places.map((of) => newSegment(where, ring, of, 'a', segment)));
  return items.map((put): Change => ({ put, when: 'absent' }));
}

/**
 * Takes the words of an entry out wherever they are, for the commit that takes its text away or writes another.
 * @param versions the entry as it stands and as it stood: a correction may have moved it to another place.
 */
export async function withoutWords(
  where: Where,
  ring: KeyRing,
  versions: readonly [WordedEntry, ...WordedEntry[]],
): Promise<Change[]> {
  const reference = referenceOf(versions[0]);
  const places = new Map(
    versions
      .flatMap((entry) => entry.places)
      .map(({ group, parts }) => [JSON.stringify([group, parts]), { group, parts }]),
  );
  const found = await Promise.all(
    [...places.values()].map((place) => loadSegmentsAt(where, ring, place, [])),
  );
  // A part may lie within another: each segment is rewritten once.
  const segments = new Map(found.flat().map((item) => [item.sk, item]));
  const changes = await Promise.all(
    [...segments.values()].map(async (item): Promise<Change[]> => {
      if (!(await entriesOf(ring, item)).includes(reference)) return [];
      const whole = await loadSegment(where, item);
      // Somebody was faster, with the entry or with the words: the commit says which.
      if (whole === undefined) return [{ check: item, ...ifAsRead(item) }];
      const left = narrowedTo(await openSegment(ring, whole), (entry) => entry !== reference);
      return [await rewritten(where, ring, whole, left)];
    }),
  );
  return changes.flat();
}
