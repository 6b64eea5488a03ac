import { blindIndex } from '../../crypto/blind-index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { type PlaceOfItem, recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { CaseId, ClientId, ControllerId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import type { Key } from '../../table/keys.ts';
import type { WordSegment } from './model.ts';
import {
  BUCKET_LETTERS,
  type BucketOf,
  inBuckets,
  type PackedReader,
  packed,
  readerOf,
  type Segment,
  unpacked,
} from './segment.ts';

/** Packed, a segment larger than this lies in buckets, so that a search need not fetch and open all of it. */
const WHOLE_BYTES = 8 * 1024;

/** The buckets of one client's file. */
export async function bucketsOf(
  { services, actor }: { services: Services; actor: { controller: ControllerId } },
  clientId: ClientId,
): Promise<BucketOf> {
  const blind = await blindIndex(services, actor.controller);
  const known = new Map<string, string>();
  return (word) => {
    const letters = word.slice(0, BUCKET_LETTERS);
    const bucket = known.get(letters) ?? blind.wordBucket(clientId, letters);
    known.set(letters, bucket);
    return bucket;
  };
}

type Sealer = Pick<KeyRing, 'sealBytes'>;
type Opener = Pick<KeyRing, 'openBytes'>;
const placeOf = (key: Key) => recordPlace(key, 'words');
const placeOfBucket = (key: Key, bucket: string): PlaceOfItem => ({
  ...placeOf(key),
  attribute: `buckets.${bucket}`,
});

type SealedWords = Pick<WordSegment, 'words'> & { buckets?: Record<string, Sealed> };

export async function sealSegment(
  ring: Sealer,
  { key, caseId, version }: { key: Key; caseId: CaseId | undefined; version: number },
  segment: Segment,
  bucketOf: BucketOf,
): Promise<SealedWords> {
  const seal = (place: PlaceOfItem, bytes: Uint8Array): Promise<Sealed> =>
    ring.sealBytes(caseId, place, version, bytes);
  const whole = packed(segment);
  if (whole.length <= WHOLE_BYTES) return { words: await seal(placeOf(key), whole) };
  const buckets = await Promise.all(
    [...inBuckets(segment, bucketOf)].map(
      async ([bucket, part]): Promise<[string, Sealed]> => [
        bucket,
        await seal(placeOfBucket(key, bucket), packed(part)),
      ],
    ),
  );
  const words = await seal(placeOf(key), packed({ entries: segment.entries, words: new Map() }));
  return { words, buckets: Object.fromEntries(buckets) };
}

/** The whole segment: of an item that was read with all its buckets. */
export async function openSegment(ring: Opener, item: WordSegment): Promise<Segment> {
  const { entries, words } = unpacked(await ring.openBytes(item.words, placeOf(item)));
  const buckets = await Promise.all(
    Object.entries(item.buckets ?? {}).map(async ([bucket, sealed]) =>
      unpacked(await ring.openBytes(sealed, placeOfBucket(item, bucket))),
    ),
  );
  return { entries, words: new Map([...words, ...buckets.flatMap((part) => [...part.words])]) };
}

/** Which entries it tells of. */
export const entriesOf = async (ring: Opener, item: WordSegment): Promise<readonly string[]> =>
  readerOf(await ring.openBytes(item.words, placeOf(item))).entries;

/**
 * Entries in which each of the beginnings begins some word. Of a large segment it opens a bucket for each beginning, until
 * one has none, and its entries last.
 */
export async function entriesWith(
  ring: Opener,
  item: WordSegment,
  beginnings: readonly string[],
  bucketOf: BucketOf,
): Promise<string[]> {
  const opened = new Map<string, PackedReader>();
  async function partOf(bucket: string | undefined): Promise<PackedReader> {
    const sealed = bucket === undefined ? undefined : item.buckets?.[bucket];
    const place = bucket === undefined || sealed === undefined ? placeOf(item) : placeOfBucket(item, bucket);
    const known = opened.get(place.attribute);
    const part = known ?? readerOf(await ring.openBytes(sealed ?? item.words, place));
    opened.set(place.attribute, part);
    return part;
  }
  let found: Set<number> | undefined;
  for (const beginning of beginnings) {
    const here = (await partOf(bucketOf(beginning))).placesWith(beginning);
    found = found === undefined ? here : found.intersection(here);
    if (found.size === 0) return [];
  }
  const { entries } = await partOf(undefined);
  return [...(found ?? [])].flatMap((place) => entries[place] ?? []);
}
