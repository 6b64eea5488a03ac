import { findNote } from '../../shared/access/find-note.ts';
import type { Reading } from '../../shared/act.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import type { NoteView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { NoteId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { lineOfNote } from './new-note.ts';

/** Opens one entry of the narrative. */
export async function readNote(
  context: ClientContext,
  { params }: { params: { noteId: NoteId } },
): Promise<Reading<NoteView>> {
  const note = await findNote(context, params.noteId);
  return {
    version: note.version,
    line: { ...lineOfNote(note, []), historyFrom: note.eventAt },
    body: async () => {
      const [view] = await openNotes(context, ringOf(context), [note]);
      if (view === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      return view;
    },
  };
}
