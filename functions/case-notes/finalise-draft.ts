import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commitEntry } from '../../shared/commit-entry.ts';
import { openDraft } from '../../shared/domain/case-notes/drafts.ts';
import { NoteEntry } from '../../shared/domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { missingOfDraft } from '../../shared/domain/case-notes/rules.ts';
import { textsOfNote, wordedNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { type DraftId, NoteId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { findDraft } from './find-draft.ts';
import { judgeNote, writableCase } from './judge-note.ts';
import { finalPlan, type NoteWritten, newNote } from './new-note.ts';

/** The version of the draft that was read and found ready. */
export const FinaliseDraft = z
  .strictObject({ draftVersion: z.int().positive() })
  .meta({ id: 'FinaliseDraft' });

/**
 * Makes a draft final: its head becomes an entry's and its body stays where it was written (703/2023 § 22).
 * From here on it is corrected, never changed.
 */
export async function finaliseDraft(
  context: ClientContext,
  { params, body }: { params: { draftId: DraftId }; body: z.infer<typeof FinaliseDraft> },
): Promise<Answer<NoteWritten>> {
  const { file, services } = context;
  const draft = await findDraft(context, params.draftId, file.head.clientId);
  expectVersion(draft, body.draftVersion);
  const ofCase = writableCase(file, draft.caseId);
  const ring = ringOf(context);
  const underWay = await openDraft(context, ring, draft);
  const missing = missingOfDraft(underWay);
  if (missing.length > 0) throw new Refusal(NOTE_REFUSALS.notValid, { findings: missing });
  const entry = NoteEntry.parse(underWay);
  const judged = await judgeNote(context, { file, ring, ofCase }, entry);
  const noteId = NoteId.parse(newId(services, entry.eventAt));
  const note = await newNote(context, { file, ofCase, noteId }, judged, { bodyId: draft.bodyId });
  const draftedBy = draft.takenOverFrom;
  const written = { ring, entry: wordedNote(note), texts: textsOfNote(entry.content) };
  return commitEntry(context, [written], {
    changes: [
      { put: { ...note, ...(draftedBy === undefined ? {} : { draftedBy }) }, when: 'absent' },
      { remove: draft, when: { version: draft.version } },
    ],
    ...finalPlan(note, { file, ofCase, remarks: judged.remarks }),
  });
}
