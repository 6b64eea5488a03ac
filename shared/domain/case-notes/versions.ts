import type { KeyRing } from '../../crypto/key-ring.ts';
import type { NoteId } from '../../kernel/id.ts';
import { created } from '../../table/item.ts';
import { clientKeys, type Key } from '../../table/keys.ts';
import { type NoteBody, type NoteContent, type NoteHead, type Reason, SupersededNote } from './model.ts';
import { type Owner, openReason, sealReason, sealText, type TextContext } from './texts.ts';

/** Superseded versions: one key a correction, sealed at their own place. */

type Side = { ring: KeyRing; owner: Owner };
type Version = NoteHead | SupersededNote;

const FIELDS = SupersededNote.keyof().options;

/** A version as it stood, at another place: what is sealed in the item is sealed anew there. */
async function versionAt(
  context: TextContext,
  version: Version,
  at: { key: Key; noteId: NoteId; from: KeyRing; to: Side },
  texts: Pick<SupersededNote, 'content' | 'bodyId'>,
): Promise<SupersededNote> {
  const { key, noteId, from, to } = at;
  const { reason, content: _content, bodyId: _bodyId, caseId: _caseId, ...rest } = version;
  const kept = Object.fromEntries(
    Object.entries(rest).filter(([field]) => FIELDS.some((one) => one === field)),
  );
  return SupersededNote.parse({
    ...kept,
    ...key,
    entity: 'supersededNote',
    ...created(context.now, context.actor.userId),
    noteId,
    clientId: to.owner.clientId,
    ...(to.owner.caseId === undefined ? {} : { caseId: to.owner.caseId }),
    ...texts,
    ...(reason === undefined ? {} : { reason: await reasonAt(key, version, reason, from, to) }),
  });
}

async function reasonAt(
  key: Key,
  version: Version,
  reason: Reason,
  from: KeyRing,
  { ring, owner }: Side,
): Promise<Reason> {
  const opened = await openReason(from, version);
  return sealReason(ring, owner, { key, version: 1 }, { ...reason, words: opened?.words ?? '' });
}

/** The version that stands now, put beside its successor. A body that lies apart stays where it is. */
export async function supersede(
  context: TextContext,
  ring: KeyRing,
  note: NoteHead,
  content: NoteContent | undefined,
): Promise<SupersededNote> {
  const key = clientKeys.supersededNote(
    context.actor.controller,
    note.clientId,
    note.noteId,
    note.correction,
  );
  const isInline = note.content !== undefined && content !== undefined;
  const texts = isInline
    ? (await sealText(context, ring, note, { key, version: 1 }, content)).attributes
    : note.bodyId === undefined
      ? {}
      : { bodyId: note.bodyId };
  return versionAt(context, note, { key, noteId: note.noteId, from: ring, to: { ring, owner: note } }, texts);
}

/** A superseded version in another client's file, wholly under that client's keys. */
export async function movedVersion(
  context: TextContext,
  version: SupersededNote,
  content: NoteContent,
  at: { noteId: NoteId; from: KeyRing; to: Side },
): Promise<{ kept: SupersededNote; body?: NoteBody }> {
  const { ring, owner } = at.to;
  const key = clientKeys.supersededNote(
    context.actor.controller,
    owner.clientId,
    at.noteId,
    version.correction,
  );
  const { attributes, body } = await sealText(context, ring, owner, { key, version: 1 }, content);
  const kept = await versionAt(context, version, { ...at, key }, attributes);
  return { kept, ...(body === undefined ? {} : { body }) };
}
