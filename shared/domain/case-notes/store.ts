import { blindIndex } from '../../crypto/blind-index.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { ClientId, ControllerId, NoteId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { bodyKey, clientKeys, indexKeys } from '../../table/keys.ts';
import { batchGet, getItem, queryAll } from '../../table/read.ts';
import { SECRECY_MARK } from '../secrecy.ts';
import { loadSpecialMarks, type MarkSpecial } from '../special-categories.ts';
import { NoteBody, NoteContent, NoteHead, SupersededNote } from './model.ts';
import { classesOfNote, wordsOfClass } from './note-class.ts';
import { openReason, placeOfContent } from './texts.ts';
import { NoteVersionView, NoteView } from './view.ts';

/** What is stored of entries and how it is found. */

type Where = { services: Services; actor: { controller: ControllerId } };

export const loadNote = (where: Where, clientId: ClientId, noteId: NoteId): Promise<NoteHead | undefined> =>
  getItem(
    where.services.tables,
    where.actor.controller,
    'records',
    clientKeys.note(where.actor.controller, clientId, noteId),
    NoteHead,
  );

/** Entries by their ids, in no order. */
export const loadNotes = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  noteIds: readonly NoteId[],
): Promise<NoteHead[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    noteIds.map((noteId) => clientKeys.note(controller, clientId, noteId)),
    NoteHead,
  );

/** The versions that corrections replaced, the first one first. */
export const loadSuperseded = (where: Where, clientId: ClientId, noteId: NoteId): Promise<SupersededNote[]> =>
  queryAll(
    where.services.tables,
    where.actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(where.actor.controller, clientId),
      span: clientKeys.spans.supersededNotes(noteId),
    },
    SupersededNote,
  );

/** The bodies of those whose text lies apart: one round. */
export async function loadBodies(
  where: Where,
  notes: readonly Pick<NoteHead, 'bodyId'>[],
): Promise<NoteBody[]> {
  const { services, actor } = where;
  const keys = notes.flatMap(({ bodyId }) =>
    bodyId === undefined ? [] : [bodyKey(actor.controller, bodyId)],
  );
  return keys.length === 0 ? [] : batchGet(services.tables, actor.controller, 'records', keys, NoteBody);
}

export async function openContent(
  ring: KeyRing,
  note: NoteHead | SupersededNote,
  bodies: readonly NoteBody[],
): Promise<NoteContent | undefined> {
  if (note.content !== undefined) return ring.open(note.content, placeOfContent(note), NoteContent);
  const body = bodies.find(({ bodyId }) => bodyId === note.bodyId);
  return body === undefined ? undefined : ring.open(body.content, placeOfContent(body), NoteContent);
}

const NOTE_SHOWN = NoteView.omit({ content: true, reason: true, secrecy: true }).keyof().options;
const VERSION_SHOWN = NoteVersionView.omit({
  content: true,
  reason: true,
  secrecy: true,
  supersededAt: true,
}).keyof().options;

const pick = (item: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, item[field]]).filter(([, value]) => value !== undefined));

/** Opens a page of entries; bodies that lie apart come in one further round. Of what is limited the mark alone is shown. */
export function openNotes(where: Where, ring: KeyRing, notes: readonly NoteHead[]): Promise<NoteView[]> {
  return openNotesOnGround(
    where,
    ring,
    notes.map((note) => (note.limited === undefined ? note : withoutText(note))),
  );
}

/** The same with what is limited, for who has one of the grounds of (EU) 2016/679 art. 18(2). */
export async function openNotesOnGround(
  where: Where,
  ring: KeyRing,
  notes: readonly NoteHead[],
): Promise<NoteView[]> {
  const [bodies, special] = await Promise.all([loadBodies(where, notes), loadSpecialMarks(where)]);
  return Promise.all(
    notes.map(async (note) =>
      NoteView.parse({ ...pick(note, NOTE_SHOWN), ...(await openTexts(ring, note, bodies, special)) }),
    ),
  );
}

function withoutText({ content: _content, bodyId: _bodyId, ...head }: NoteHead): NoteHead {
  return head;
}

export async function openVersions(
  where: Where,
  ring: KeyRing,
  versions: readonly SupersededNote[],
): Promise<NoteVersionView[]> {
  const [bodies, special] = await Promise.all([loadBodies(where, versions), loadSpecialMarks(where)]);
  return Promise.all(
    versions.map(async (version) =>
      NoteVersionView.parse({
        ...pick(version, VERSION_SHOWN),
        supersededAt: version.createdAt,
        ...(await openTexts(ring, version, bodies, special)),
      }),
    ),
  );
}

async function openTexts(
  ring: KeyRing,
  note: NoteHead | SupersededNote,
  bodies: readonly NoteBody[],
  special: MarkSpecial,
): Promise<Pick<NoteView, 'content' | 'reason' | 'secrecy' | 'specialCategories'>> {
  const [content, reason] = await Promise.all([openContent(ring, note, bodies), openReason(ring, note)]);
  return {
    secrecy: SECRECY_MARK,
    ...special(note),
    ...(content === undefined ? {} : { content }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** The head with its index attributes: opaque codes of the controller, in the client's own partitions. */
export async function indexed(where: Where, head: NoteHead): Promise<NoteHead> {
  const rest = outOfIndexes(head);
  const { controller } = where.actor;
  const index = await blindIndex(where.services, controller);
  const [ofTask, ofService] = classesOfNote(head).map((noteClass) =>
    indexKeys.noteClass(controller, head.clientId, index.noteClass(...wordsOfClass(noteClass))),
  );
  const sk = indexKeys.noteOfClass(head.noteId);
  return {
    ...rest,
    ...(ofTask === undefined ? {} : { g3pk: ofTask, g3sk: sk }),
    ...(ofService === undefined ? {} : { g1pk: ofService, g1sk: sk }),
  };
}
