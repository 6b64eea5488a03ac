import { findNote } from '../../shared/access/find-note.ts';
import type { LinePart, Reading } from '../../shared/act.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { disclosedTo } from '../../shared/domain/prints/given-to.ts';
import { printOfNote } from '../../shared/domain/prints/print-of-notes.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { NoteId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { attachmentsFound, lineWith, refuseTooMany } from './attachments-found.ts';
import { fileWithAttachments } from './file-with-attachments.ts';
import { notesPrinted } from './notes-printed.ts';
import { type PrintWithQuery, refuseOnPage } from './print-query.ts';

/** One entry of the narrative, and behind it, where that is asked, its attachments. */
export async function printNote(
  context: ClientContext,
  { params, query }: { params: { noteId: NoteId }; query: PrintWithQuery },
): Promise<Reading<FileAnswer>> {
  refuseOnPage(query);
  const note = await findNote(context, params.noteId);
  const { noteId, serviceTasks, version, clientId, eventAt } = note;
  const disclosed = await disclosedTo(context, query, [{ kind: 'note', id: noteId, serviceTasks }]);
  const heads = query.attachments ? await attachmentsFound(context, noteId) : [];
  refuseTooMany(heads);
  const line: LinePart = {
    clients: [clientId],
    resources: [
      { kind: 'client', id: clientId },
      { kind: 'caseNote', id: noteId, version, serviceTasks },
    ],
    dataGroups: ['identity', 'caseNotes'],
    historyFrom: eventAt,
  };
  return {
    line: { ...lineWith(line, heads), ...disclosed },
    body: async () => {
      const [[view], facts] = await Promise.all([
        openNotes(context, ringOf(context), [note]),
        notesPrinted(context, query.language ?? 'fi'),
      ]);
      if (view === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      const name = `merkinta-${noteId}-v${view.correction + 1}`;
      return fileWithAttachments(context, printOfNote(view, facts), heads, { form: query.form, name });
    },
  };
}
