import type { Answer } from '../../shared/act.ts';
import { commitEntry } from '../../shared/commit-entry.ts';
import type { NoteEntry } from '../../shared/domain/case-notes/model.ts';
import { sealText } from '../../shared/domain/case-notes/texts.ts';
import { textsOfNote, wordedNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { NoteId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { judgeNote, writableCase } from './judge-note.ts';
import { finalPlan, type NoteWritten, newNote } from './new-note.ts';

/**
 * Writes an entry into the client narrative, final at once (703/2023 §§ 22, 44): head, body where it is long,
 * fact and line in one transaction.
 */
export async function appendNote(
  context: ClientContext,
  { body: entry }: { body: NoteEntry },
): Promise<Answer<NoteWritten>> {
  const { file, actor, services } = context;
  const { clientId } = file.head;
  const ofCase = writableCase(file, entry.caseId);
  const ring = ringOf(context);
  const judged = await judgeNote(context, { file, ring, ofCase }, entry);
  const noteId = NoteId.parse(newId(services, entry.eventAt));
  const { attributes, body } = await sealText(
    context,
    ring,
    { clientId, caseId: entry.caseId },
    { key: clientKeys.note(actor.controller, clientId, noteId), version: 1 },
    entry.content,
  );
  const note = await newNote(context, { file, ofCase, noteId }, judged, attributes);
  const written = { ring, entry: wordedNote(note), texts: textsOfNote(entry.content) };
  return commitEntry(context, [written], {
    changes: [
      { put: note, when: 'absent' },
      ...(body === undefined ? [] : [{ put: body, when: 'absent' as const }]),
    ],
    ...finalPlan(note, { file, ofCase, remarks: judged.remarks }),
  });
}
