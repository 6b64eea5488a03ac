import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { BodyId, type CaseId, type ClientId, type ControllerId, ReasonId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { newId } from '../../new-id.ts';
import type { Services } from '../../services.ts';
import { created } from '../../table/item.ts';
import { bodyKey, type Key } from '../../table/keys.ts';
import type { DraftContent, NoteBody, NoteContent, NoteHead, Reason } from './model.ts';
import type { NoteView } from './view.ts';

/** Where the texts of entries are sealed: in the item, or in a body of their own. */

/** A sealed text up to this many bytes lies in its item, so that a page of entries is one read. */
const INLINE_BYTES = 3 * 1024;
/** What a sealed blob is longer than its text. */
const SEAL_BYTES = 29;
/** Beyond this a text is no entry but a document. */
const MOST_BYTES = 100 * 1024;

export const placeOfContent = (key: { pk: string; sk: string }) => recordPlace(key, 'content');

export type TextContext = {
  services: Services;
  actor: { controller: ControllerId; userId: string };
  now: Instant;
};
export type Owner = { clientId: ClientId; caseId?: CaseId | undefined };

const bytesOf = (content: unknown): number =>
  new TextEncoder().encode(JSON.stringify(content)).length + SEAL_BYTES;

/** A body of its own, sealed under the case or the client. */
export async function newBody(
  context: TextContext,
  ring: KeyRing,
  owner: Owner,
  content: NoteContent | DraftContent,
): Promise<NoteBody> {
  if (bytesOf(content) > MOST_BYTES) throw new Refusal(COMMON_REFUSALS.tooLarge);
  const bodyId = BodyId.parse(newId(context.services));
  const key = bodyKey(context.actor.controller, bodyId);
  return {
    ...key,
    entity: 'noteBody',
    ...created(context.now, context.actor.userId),
    bodyId,
    clientId: owner.clientId,
    content: await ring.seal(owner.caseId, placeOfContent(key), 1, content),
  };
}

/** Short: for the item at `key` in its `version`. Long: the body, and its id for the item. */
export async function sealText(
  context: TextContext,
  ring: KeyRing,
  owner: Owner,
  at: { key: Key; version: number },
  content: NoteContent,
): Promise<{ attributes: Pick<NoteHead, 'content' | 'bodyId'>; body?: NoteBody }> {
  if (bytesOf(content) <= INLINE_BYTES) {
    return {
      attributes: { content: await ring.seal(owner.caseId, placeOfContent(at.key), at.version, content) },
    };
  }
  const body = await newBody(context, ring, owner, content);
  return { attributes: { bodyId: body.bodyId }, body };
}

const REASON_WORDS = z.string();
const placeOfReason = (key: { pk: string; sk: string }) => recordPlace(key, 'reason');

/** The words of a ground are sealed at the item they stand in. */
export async function sealReason(
  ring: KeyRing,
  owner: Owner,
  at: { key: Key; version: number },
  given: { reasonId: ReasonId; ground: Reason['ground']; initiator: Reason['initiator']; words: string },
): Promise<Reason> {
  const { reasonId, ground, initiator, words } = given;
  return {
    reasonId,
    ground,
    initiator,
    words: await ring.seal(owner.caseId, placeOfReason(at.key), at.version, words),
  };
}

export const newReasonId = (services: Services): ReasonId => ReasonId.parse(newId(services));

/** What the log says of a ground: its code and where its words lie. */
export const loggedReason = ({ ground, reasonId }: Pick<Reason, 'ground' | 'reasonId'>): string =>
  `${ground}:${reasonId}`;

/** Of an entry or a document: both keep their ground in the same way. */
export async function openReason(
  ring: KeyRing,
  note: { pk: string; sk: string; reason?: Reason | undefined },
): Promise<NoteView['reason']> {
  if (note.reason === undefined) return undefined;
  const { words, ...rest } = note.reason;
  return { ...rest, words: await ring.open(words, placeOfReason(note), REASON_WORDS) };
}
