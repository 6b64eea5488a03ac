import { deflated, inflated } from '../../crypto/deflate.ts';
/**
 * A part of a file's word index: which entries hold which words. Pure data; how it is sealed and where it lies, the
 * store knows.
 */
export type Segment = {
  /** References of entries, each once. */
  entries: readonly string[];
  /** Each word with the places of its entries in `entries`, ascending. */
  words: ReadonlyMap<string, readonly number[]>;
};

export const segmentOf = (entry: string, words: readonly string[]): Segment => ({
  entries: [entry],
  words: new Map(words.map((word) => [word, [0]])),
});

/** An entry that stands in several segments has the words of all: each addition held all the words of its version. */
export function merged(segments: readonly Segment[]): Segment {
  const places = new Map<string, number>();
  const words = new Map<string, Set<number>>();
  for (const segment of segments) {
    const placeIn = segment.entries.map((entry) => {
      const place = places.get(entry) ?? places.size;
      places.set(entry, place);
      return place;
    });
    for (const [word, of] of segment.words) {
      const found = words.get(word) ?? new Set();
      for (const place of of) found.add(placeIn[place] ?? 0);
      words.set(word, found);
    }
  }
  return {
    entries: [...places.keys()],
    words: new Map([...words].map(([word, of]) => [word, [...of].toSorted((a, b) => a - b)])),
  };
}

/** The part of a segment that tells of these entries. */
export function narrowedTo(segment: Segment, kept: (entry: string) => boolean): Segment {
  const entries = segment.entries.filter(kept);
  const places = new Map(entries.map((entry, place) => [entry, place]));
  const words = [...segment.words].flatMap(([word, of]): [string, number[]][] => {
    const left = of.flatMap((place) => places.get(segment.entries[place] ?? '') ?? []);
    return left.length === 0 ? [] : [[word, left]];
  });
  return { entries, words: new Map(words) };
}

/** Which bucket a word lies in: those that begin with the same two letters, the least a search asks, lie in one. */
export type BucketOf = (word: string) => string;
export const BUCKET_LETTERS = 2;

/** The words of a segment apart, by bucket: their places are those of its entries. */
export function inBuckets({ words }: Segment, bucketOf: BucketOf): Map<string, Segment> {
  const buckets = new Map<string, [string, readonly number[]][]>();
  for (const pair of words) {
    const bucket = bucketOf(pair[0]);
    const before = buckets.get(bucket);
    if (before === undefined) buckets.set(bucket, [pair]);
    else before.push(pair);
  }
  return new Map([...buckets].map(([bucket, pairs]) => [bucket, { entries: [], words: new Map(pairs) }]));
}

const BETWEEN_WORDS = ' ';
const BETWEEN_LISTS = ';';
const BETWEEN_STEPS = ',';

const listOf = (text: string, between: string): string[] => (text === '' ? [] : text.split(between));

/**
 * Packed, a segment is two parts, each deflated: its entries and words, and the places of the words. A search opens the
 * second part only of a segment that has one of its words. Words stand in order and places as steps: what is alike
 * stands together and packs small.
 *
 * Layout: length of the first part (4 bytes, big endian) | entries, a line feed, words | places.
 */
export function packed({ entries, words }: Segment): Uint8Array {
  const inOrder = [...words.keys()].toSorted();
  const places = inOrder.map((word) => {
    const of = words.get(word) ?? [];
    return of.map((place, nth) => place - (of[nth - 1] ?? 0)).join(BETWEEN_STEPS);
  });
  const first = deflated(`${entries.join(BETWEEN_WORDS)}\n${inOrder.join(BETWEEN_WORDS)}`);
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(first.length);
  return Buffer.concat([length, first, deflated(places.join(BETWEEN_LISTS))]);
}

const LENGTH = 4;

function partsOf(bytes: Uint8Array): { entries: string[]; words: string[]; places: () => string[] } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = LENGTH + buffer.readUInt32BE(0);
  const [entries = '', words = ''] = inflated(buffer.subarray(LENGTH, end)).split('\n');
  return {
    entries: listOf(entries, BETWEEN_WORDS),
    words: listOf(words, BETWEEN_WORDS),
    places: () => listOf(inflated(buffer.subarray(end)), BETWEEN_LISTS),
  };
}

function placesOf(steps: string | undefined): number[] {
  let place = 0;
  return listOf(steps ?? '', BETWEEN_STEPS).map((step) => (place += Number(step)));
}

export function unpacked(bytes: Uint8Array): Segment {
  const { entries, words, places } = partsOf(bytes);
  const lists = places();
  return { entries, words: new Map(words.map((word, nth) => [word, placesOf(lists[nth])])) };
}

/** What a search asks of a packed segment, or of a bucket of one: it reads many and needs few of their words. */
export type PackedReader = { entries: readonly string[]; placesWith(beginning: string): Set<number> };

export function readerOf(bytes: Uint8Array): PackedReader {
  const { entries, words, places } = partsOf(bytes);
  let lists: string[] | undefined;
  return {
    entries,
    placesWith(beginning) {
      const { from, until } = spanOf(words, beginning);
      if (from === until) return new Set();
      lists ??= places();
      return new Set(lists.slice(from, until).flatMap(placesOf));
    },
  };
}

/** Which of the words, which stand in order, begin so. */
function spanOf(words: readonly string[], beginning: string): { from: number; until: number } {
  let from = 0;
  let end = words.length;
  while (from < end) {
    const middle = (from + end) >> 1;
    if ((words[middle] ?? '') < beginning) from = middle + 1;
    else end = middle;
  }
  const after = words.findIndex((word, nth) => nth >= from && !word.startsWith(beginning));
  return { from, until: after < 0 ? words.length : after };
}
