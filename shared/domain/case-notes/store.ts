import { type KeyRing } from '../../crypto/key-ring.ts';
import type { ControllerId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { bodyKey } from '../../table/keys.ts';
import { batchGet } from '../../table/read.ts';
import { NoteBody, NoteContent, type NoteHead } from './model.ts';
import type { NoteView } from './view.ts';

/** What is stored of entries. A short content lies in its item, a longer one in a body of its own. */

export const notePlace = (item: {
  pk: string;
  sk: string;
}): { table: string; pk: string; sk: string; attribute: string } => ({
  table: 'records',
  pk: item.pk,
  sk: item.sk,
  attribute: 'content',
});

/** Opens a page of entries; bodies that lie apart come in one further round. */
export async function openNotes(
  where: { services: Services; actor: { controller: ControllerId } },
  ring: KeyRing,
  notes: readonly NoteHead[],
): Promise<NoteView[]> {
  const apart = notes.flatMap((note) =>
    note.bodyId === undefined ? [] : [bodyKey(where.actor.controller, note.bodyId)],
  );
  const bodies =
    apart.length === 0
      ? []
      : await batchGet(where.services.tables, where.actor.controller, 'records', apart, NoteBody);
  return Promise.all(
    notes.map(async (note) => {
      const body = bodies.find((candidate) => candidate.bodyId === note.bodyId);
      const holder = note.content === undefined ? body : { ...note, content: note.content };
      const isShown = note.state === 'final' || note.state === 'corrected';
      const content =
        holder === undefined || !isShown
          ? undefined
          : await ring.open(holder.content, notePlace(holder), NoteContent);
      return viewOf(note, content);
    }),
  );
}

const viewOf = (note: NoteHead, content: NoteContent | undefined): NoteView => {
  const { noteId, clientId, entryType, serviceTasks, sensitivity, eventAt, writtenAt, author, state } = note;
  const { caseId, eventUntil, correctedBy, removedAt, removedBy, movedTo, movedFrom } = note;
  return {
    noteId,
    clientId,
    entryType,
    serviceTasks,
    sensitivity,
    eventAt,
    writtenAt,
    author,
    state,
    correction: note.correction,
    contentHash: note.contentHash,
    version: note.version,
    ...(caseId === undefined ? {} : { caseId }),
    ...(eventUntil === undefined ? {} : { eventUntil }),
    ...(correctedBy === undefined ? {} : { correctedBy }),
    ...(removedAt === undefined ? {} : { removedAt }),
    ...(removedBy === undefined ? {} : { removedBy }),
    ...(movedTo === undefined ? {} : { movedTo }),
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(content === undefined ? {} : { content }),
  };
};
