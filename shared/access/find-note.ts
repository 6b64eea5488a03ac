import type { NoteHead } from '../domain/case-notes/model.ts';
import { loadNote } from '../domain/case-notes/store.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { refuseMergedItself } from '../domain/clients/merged.ts';
import type { NoteId } from '../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { mayUseEntry } from './visible-notes.ts';

/**
 * The entry, where the worker's task covers it. Whose task does not learns no more than of an entry that
 * never was (457/2024 § 1).
 */
export async function findNote(context: ClientContext, noteId: NoteId): Promise<NoteHead> {
  refuseMergedItself(context);
  const note = await loadNote(context, context.file.head.clientId, noteId);
  if (note === undefined || !mayUseEntry(context.actor, note, context.today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return note;
}
