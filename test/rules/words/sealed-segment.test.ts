import { expect, test } from 'vitest';
import type { Sealed } from '../../../shared/crypto/sealed.ts';
import { WordSegment } from '../../../shared/domain/words/model.ts';
import { entriesWith, openSegment, sealSegment } from '../../../shared/domain/words/sealed-segment.ts';
import { merged, narrowedTo, type Segment, segmentOf } from '../../../shared/domain/words/segment.ts';
import { ClientId, ControllerId, SegmentId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { created } from '../../../shared/table/item.ts';
import { clientKeys } from '../../../shared/table/keys.ts';
import { documentsWords } from '../../bench/vocabulary.ts';

const clientId = ClientId.parse('01K0000000000000000000000A');
const segmentId = SegmentId.parse('01K0000000000000000000000B');
const key = clientKeys.words(ControllerId.parse('TEST'), clientId, {
  group: 'a',
  part: 'b',
  caseId: undefined,
  size: 'z',
  segmentId,
});
const bucketOf = (word: string): string => ((word.codePointAt(0) ?? 0) % 16).toString(16);

/** A ring that seals nothing and tells what was opened. */
function openRing() {
  const opened: string[] = [];
  return {
    opened,
    sealBytes: async (_case: unknown, _place: unknown, at: number, blob: Uint8Array): Promise<Sealed> => ({
      subject: 'client',
      at,
      blob,
    }),
    openBytes: async ({ blob }: Sealed, { attribute }: { attribute: string }) => {
      opened.push(attribute);
      return blob;
    },
  };
}

async function stored(segment: Segment): Promise<WordSegment> {
  return WordSegment.parse({
    ...key,
    entity: 'wordSegment',
    ...created(Instant.parse('2026-11-24T10:00:00.000Z'), 'nobody'),
    segmentId,
    clientId,
    count: segment.entries.length,
    ...(await sealSegment(openRing(), { key, caseId: undefined, version: 1 }, segment, bucketOf)),
  });
}

const words = documentsWords();
const documents = Array.from({ length: 60 }, (_, nth) => ({ id: `d${nth}`, words: words.next().value }));
const large = merged(documents.map(({ id, words: of }) => segmentOf(id, of)));

test('a large segment is opened by the buckets that are asked, and finds what the whole of it finds', async () => {
  const item = await stored(large);
  const [word = ''] = documents[7]?.words ?? [];
  const ring = openRing();
  const having = documents.filter((one) => one.words.includes(word)).map(({ id }) => id);
  expect((await entriesWith(ring, item, [word], bucketOf)).toSorted()).toEqual(having.toSorted());
  expect(ring.opened).toEqual([`buckets.${bucketOf(word)}`, 'words']);

  const without = openRing();
  expect(await entriesWith(without, item, ['ččč', word], bucketOf)).toEqual([]);
  expect(without.opened).toHaveLength(1);
});

test('what is taken out of a large segment is in none of its buckets', async () => {
  const [gone] = large.entries;
  const left = await openSegment(openRing(), await stored(narrowedTo(large, (entry) => entry !== gone)));
  const kept = merged(documents.slice(1).map(({ id, words: of }) => segmentOf(id, of)));
  expect([left.entries, Object.fromEntries(left.words)]).toEqual([
    kept.entries,
    Object.fromEntries(kept.words),
  ]);
});

test('a small segment lies whole', async () => {
  expect((await stored(segmentOf('d1', ['koti', 'koulu']))).buckets).toBeUndefined();
});
