import type { Change } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { type CaseId, type ControllerId, SegmentId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { newId } from '../../new-id.ts';
import type { Services } from '../../services.ts';
import { changed, created } from '../../table/item.ts';
import { clientKeys, type Key, type Span, type WordsSize } from '../../table/keys.ts';
import { queryAll } from '../../table/read.ts';
import { type NoteClass, wordsOfClass } from '../case-notes/note-class.ts';
import type { Sensitivity } from '../entry-class.ts';
import { WordSegment } from './model.ts';
import { packed, type Segment, unpacked } from './segment.ts';

/** What is stored of the words of a file and how it is found. */

export type Where = {
  services: Services;
  actor: { controller: ControllerId; userId: string };
  now: Instant;
};

/** Whose words and of what kind: one class, one case or none. */
export type WordsOf = { noteClass: NoteClass; caseId: CaseId | undefined };

/** The opaque codes of a class: of its sensitivity, and its own. A service is read however sensitive its entries are. */
async function codesOf(where: Where, noteClass: NoteClass): Promise<{ group: string; noteClass: string }> {
  const blind = await blindIndex(where.services, where.actor.controller);
  const group = noteClass.kind === 'service' ? 'any' : noteClass.sensitivity;
  return {
    group: blind.noteClass('words', group),
    noteClass: blind.noteClass(...wordsOfClass(noteClass)),
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
  of: WordsOf,
  size: WordsSize,
  segment: Segment,
): Promise<WordSegment> {
  const { controller, userId } = where.actor;
  const segmentId = SegmentId.parse(newId(where.services));
  const at = { ...(await codesOf(where, of.noteClass)), caseId: of.caseId, size, segmentId };
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
  of: WordsOf,
  size: WordsSize,
): Promise<WordSegment[]> {
  const { group, noteClass } = await codesOf(where, of.noteClass);
  return load(where, ring, clientKeys.spans.wordsOfSize(group, noteClass, of.caseId, size));
}

/** All words of the entries of a class. */
export async function loadSegmentsOfClass(
  where: Where,
  ring: KeyRing,
  of: NoteClass,
): Promise<WordSegment[]> {
  const { group, noteClass } = await codesOf(where, of);
  return load(where, ring, clientKeys.spans.wordsOfClass(group, noteClass));
}

/** All words of a sensitivity, for whoever may read every class of it. */
export async function loadSegmentsOfSensitivity(
  where: Where,
  ring: KeyRing,
  sensitivity: Sensitivity,
): Promise<WordSegment[]> {
  const { group } = await codesOf(where, { kind: 'several', sensitivity });
  return load(where, ring, clientKeys.spans.wordsOfGroup(group));
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
