import type { Change } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { type ControllerId, SegmentId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { newId } from '../../new-id.ts';
import type { Services } from '../../services.ts';
import { changed, created } from '../../table/item.ts';
import { clientKeys, type Key, type Span, type WordsSize } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { WordSegment } from './model.ts';
import type { PlacedWords, WordPlace } from './places.ts';
import { packed, type Segment, unpacked } from './segment.ts';

/** What is stored of the words of a file and how it is found. */

export type Where = {
  services: Services;
  actor: { controller: ControllerId; userId: string };
  now: Instant;
};

/** The opaque codes of a place. A part of a part begins as the part does. */
async function codesOf(where: Where, { group, parts }: WordPlace): Promise<{ group: string; part: string }> {
  const blind = await blindIndex(where.services, where.actor.controller);
  return {
    group: blind.words(group),
    part: parts.map((_, nth) => blind.words([...group, ...parts.slice(0, nth + 1)])).join('.'),
  };
}

const placeOf = ({ pk, sk }: Key): { table: string; pk: string; sk: string; attribute: string } => ({
  table: 'records',
  pk,
  sk,
  attribute: 'words',
});

export async function newSegment(
  where: Where,
  ring: KeyRing,
  of: PlacedWords,
  size: WordsSize,
  segment: Segment,
): Promise<WordSegment> {
  const { controller, userId } = where.actor;
  const segmentId = SegmentId.parse(newId(where.services));
  const at = { ...(await codesOf(where, of)), caseId: of.caseId, size, segmentId };
  const key = clientKeys.words(controller, ring.clientId, at);
  return {
    ...key,
    entity: 'wordSegment',
    ...created(where.now, userId),
    segmentId,
    clientId: ring.clientId,
    ...(of.caseId === undefined ? {} : { caseId: of.caseId }),
    count: segment.entries.length,
    words: await ring.sealBytes(of.caseId, placeOf(key), 1, packed(segment)),
  };
}

/** The packed segment. */
export const openPacked = (ring: KeyRing, item: WordSegment): Promise<Uint8Array> =>
  ring.openBytes(item.words, placeOf(item));

export const openSegment = async (ring: KeyRing, item: WordSegment): Promise<Segment> =>
  unpacked(await openPacked(ring, item));

const load = (where: Where, ring: KeyRing, span: Span): Promise<WordSegment[]> =>
  queryAll(
    where.services.tables,
    where.actor.controller,
    { table: 'records', pk: clientKeys.partition(where.actor.controller, ring.clientId), span },
    WordSegment,
  );

/** Segments of one size: those that wait to be merged into a larger one. */
export async function loadSegmentsOfSize(
  where: Where,
  ring: KeyRing,
  of: PlacedWords,
  size: WordsSize,
): Promise<WordSegment[]> {
  const { group, part } = await codesOf(where, of);
  return load(where, ring, clientKeys.spans.wordsOfSize(group, part, of.caseId, size));
}

/** All words that lie in a place: of every case and size. */
export async function loadSegmentsAt(where: Where, ring: KeyRing, place: WordPlace): Promise<WordSegment[]> {
  const { group, part } = await codesOf(where, place);
  return load(where, ring, clientKeys.spans.words(group, part));
}

/** The segment with other words, or none of it when no words are left. */
export async function rewritten(
  where: Where,
  ring: KeyRing,
  item: WordSegment,
  segment: Segment,
): Promise<Change> {
  const when = { version: item.version };
  if (segment.entries.length === 0) return { remove: item, when };
  const next = { ...item, ...changed(item, where.now, where.actor.userId), count: segment.entries.length };
  const words = await ring.sealBytes(item.caseId, placeOf(item), next.version, packed(segment));
  const put: WordSegment = { ...next, words };
  return { put, when };
}
