import { findNote } from '../../shared/access/find-note.ts';
import type { Reading } from '../../shared/act.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { printOfNote } from '../../shared/domain/prints/print-of-notes.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { NoteId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { fileOfPrint } from './file-of-prints.ts';
import { notesPrinted } from './notes-printed.ts';
import type { PrintQuery } from './print-query.ts';

/** One entry of the narrative. */
export async function printNote(
  context: ClientContext,
  { params, query }: { params: { noteId: NoteId }; query: PrintQuery },
): Promise<Reading<FileAnswer>> {
  const note = await findNote(context, params.noteId);
  const { noteId, serviceTasks, version, clientId, eventAt } = note;
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        { kind: 'caseNote', id: noteId, version, serviceTasks },
      ],
      dataGroups: ['identity', 'caseNotes'],
      historyFrom: eventAt,
    },
    body: async () => {
      const [[view], facts] = await Promise.all([
        openNotes(context, ringOf(context), [note]),
        notesPrinted(context, query.language ?? 'fi'),
      ]);
      if (view === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      const name = `merkinta-${noteId}-v${view.correction + 1}`;
      return fileOfPrint(printOfNote(view, facts), { form: query.form, name, at: context.now });
    },
  };
}
