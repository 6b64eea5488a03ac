import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  inBuckets,
  merged,
  narrowedTo,
  packed,
  readerOf,
  type Segment,
  segmentOf,
  unpacked,
} from '../../../shared/domain/words/segment.ts';

const word = fc.constantFrom('koti', 'koulu', 'koulussa', 'koira', 'äiti', 'isä', 'ilta', 'ilo');
const someEntries = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 0, max: 99 }).map(String), words: fc.uniqueArray(word) }),
  { selector: ({ id }) => id, maxLength: 20 },
);
type Entries = { id: string; words: string[] }[];

const segmentsOf = (all: Entries): Segment[] => all.map(({ id, words }) => segmentOf(id, words));
function entriesWith(bytes: Uint8Array, beginnings: readonly string[]): string[] {
  const reader = readerOf(bytes);
  const all = new Set(reader.entries.keys());
  const places = beginnings
    .map((one) => reader.placesWith(one))
    .reduce((found, here) => found.intersection(here), all);
  return [...places].flatMap((place) => reader.entries[place] ?? []);
}

const plainSearch = (all: Entries, beginnings: readonly string[]): string[] =>
  all
    .filter(({ words }) => beginnings.every((one) => words.some((each) => each.startsWith(one))))
    .map(({ id }) => id)
    .toSorted();

describe('the word index', () => {
  test('finds what reading through everything finds, merged and packed as it may be', () => {
    fc.assert(
      fc.property(
        someEntries,
        fc.uniqueArray(fc.constantFrom('ko', 'kou', 'i', 'äi'), { minLength: 1 }),
        (all, asked) => {
          const halves = [segmentsOf(all.slice(0, 7)), segmentsOf(all.slice(7))].map(merged);
          const whole = packed(unpacked(packed(merged(halves))));
          expect(entriesWith(whole, asked).toSorted()).toEqual(plainSearch(all, asked));
        },
      ),
    );
  });

  test('holds nothing of an entry that was taken out', () => {
    fc.assert(
      fc.property(someEntries, (all) => {
        const gone = new Set(all.slice(0, 3).map(({ id }) => id));
        const left = narrowedTo(merged(segmentsOf(all)), (entry) => !gone.has(entry));
        expect(left.entries.filter((entry) => gone.has(entry))).toEqual([]);
        const kept = all.filter(({ id }) => !gone.has(id));
        expect([...left.words.keys()].toSorted()).toEqual(
          [...new Set(kept.flatMap(({ words }) => words))].toSorted(),
        );
        expect(entriesWith(packed(left), ['ko']).toSorted()).toEqual(plainSearch(kept, ['ko']));
      }),
    );
  });

  test('has an entry once that was added again with other words', () => {
    const both = merged([segmentOf('1', ['koti']), segmentOf('2', ['koti']), segmentOf('1', ['ilta'])]);
    expect(both.entries).toEqual(['1', '2']);
    expect(entriesWith(packed(both), ['ilta'])).toEqual(['1']);
    expect(entriesWith(packed(both), ['koti']).toSorted()).toEqual(['1', '2']);
  });

  test('has each word in the bucket of its first two letters, and loses none', () => {
    const segment = merged([segmentOf('1', ['koti', 'ilta']), segmentOf('2', ['koulu', 'isä'])]);
    const buckets = inBuckets(segment, (one) => one.slice(0, 2));
    expect([...buckets].map(([bucket, { words }]) => [bucket, [...words.keys()]])).toEqual([
      ['ko', ['koti', 'koulu']],
      ['il', ['ilta']],
      ['is', ['isä']],
    ]);
    expect([...(buckets.get('ko')?.words ?? [])]).toEqual([
      ['koti', [0]],
      ['koulu', [1]],
    ]);
  });

  test('refuses bytes that are no segment', () => {
    expect(() => unpacked(new TextEncoder().encode('nothing'))).toThrow();
  });
});
