import type { Change } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { type ControllerId, SegmentId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { COMMON_REFUSALS } from '../../kernel/refusal.ts';
import { newId } from '../../new-id.ts';
import type { Services } from '../../services.ts';
import { changed, created } from '../../table/item.ts';
import { clientKeys, type Key, type Span, type WordsSize } from '../../table/keys.ts';
import { type AttributePath, getItem, queryAll } from '../../table/read.ts';
import { WordSegment } from './model.ts';
import type { PlacedWords, WordPlace } from './places.ts';
import { bucketsOf, sealSegment } from './sealed-segment.ts';
import type { Segment } from './segment.ts';

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
  const bucketOf = await bucketsOf(where, ring.clientId);
  return {
    ...key,
    entity: 'wordSegment',
    ...created(where.now, userId),
    segmentId,
    clientId: ring.clientId,
    ...(of.caseId === undefined ? {} : { caseId: of.caseId }),
    count: segment.entries.length,
    ...(await sealSegment(ring, { key, caseId: of.caseId, version: 1 }, segment, bucketOf)),
  };
}

const load = (
  where: Where,
  ring: KeyRing,
  span: Span,
  only?: readonly AttributePath[],
): Promise<WordSegment[]> =>
  queryAll(
    where.services.tables,
    where.actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(where.actor.controller, ring.clientId),
      span,
      ...(only === undefined ? {} : { only }),
    },
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

const { buckets: _buckets, ...whole } = WordSegment.shape;
const BESIDE_BUCKETS = Object.keys(whole).map((attribute): AttributePath => [attribute]);

/** What lies in a place, of every case and size: of the large segments no more than the buckets that are asked. */
export async function loadSegmentsAt(
  where: Where,
  ring: KeyRing,
  place: WordPlace,
  buckets: readonly string[],
): Promise<WordSegment[]> {
  const { group, part } = await codesOf(where, place);
  const asked = [...new Set(buckets)].map((bucket): AttributePath => ['buckets', bucket]);
  return load(where, ring, clientKeys.spans.words(group, part), [...BESIDE_BUCKETS, ...asked]);
}

/** One segment with all its words. */
export const loadSegment = (where: Where, { pk, sk }: Key): Promise<WordSegment | undefined> =>
  getItem(where.services.tables, where.actor.controller, 'records', { pk, sk }, WordSegment);

/** Whoever has merged a segment meanwhile has its words now: the act is to be tried again. */
export const ifAsRead = ({
  version,
}: WordSegment): Pick<Change, 'otherwise'> & { when: { version: number } } => ({
  when: { version },
  otherwise: COMMON_REFUSALS.conflict,
});

/** The segment with other words, or none of it when no words are left. */
export async function rewritten(
  where: Where,
  ring: KeyRing,
  item: WordSegment,
  segment: Segment,
): Promise<Change> {
  if (segment.entries.length === 0) return { remove: item, ...ifAsRead(item) };
  const { buckets: _before, ...rest } = item;
  const head = { ...rest, ...changed(item, where.now, where.actor.userId), count: segment.entries.length };
  const at = { key: item, caseId: item.caseId, version: head.version };
  const bucketOf = await bucketsOf(where, item.clientId);
  const put: WordSegment = { ...head, ...(await sealSegment(ring, at, segment, bucketOf)) };
  return { put, ...ifAsRead(item) };
}
