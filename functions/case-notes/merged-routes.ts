import { MERGED_NOTE_ACTIONS } from '../../shared/access/actions/case-notes-of-merged.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { CorrectNote, correctNote } from './correct-note.ts';
import { NoteWritten } from './new-note.ts';
import { entry, MARKING_REFUSALS, OneNote, ofPath, reason, WRITING_REFUSALS } from './note-routes.ts';
import { NoteVersions, readVersions } from './read-versions.ts';
import { RemoveNote, removeNote } from './remove-note.ts';

const OneMerged = OneNote.extend({ sourceId: ClientId });
const ONE = '/v1/case-notes/clients/{clientId}/merged/{sourceId}/notes/{noteId}';
const { notFound } = COMMON_REFUSALS;

/** An entry of a merged file is put right where it stands: nothing new is written there (docs/decisions/0145). */
export const mergedRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: `${ONE}/versions`,
    action: MERGED_NOTE_ACTIONS.readVersions,
    event: 'SupersededMergedNotesRead',
    summary: 'Opens the versions of an entry of a merged client that corrections replaced.',
    params: OneMerged,
    returns: NoteVersions,
    client: ofPath,
    handle: inMerged(readVersions),
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/correct`,
    action: MERGED_NOTE_ACTIONS.correct,
    event: 'MergedNoteCorrected',
    summary:
      'Corrects an entry of a client that was merged into this one; the old version is kept beside it.',
    writes: 'changes',
    params: OneMerged,
    body: CorrectNote,
    returns: NoteWritten,
    refusals: [...new Set([notFound, ...MARKING_REFUSALS, ...WRITING_REFUSALS])],
    example: { entry, reason },
    client: ofPath,
    handle: inMerged(correctNote),
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/remove`,
    action: MERGED_NOTE_ACTIONS.remove,
    event: 'MergedNoteRemoved',
    summary: 'Removes an unneeded entry of a client that was merged into this one: a mark stays.',
    writes: 'changes',
    params: OneMerged,
    body: RemoveNote,
    returns: NoteWritten,
    refusals: [notFound, ...MARKING_REFUSALS],
    example: { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asian hoitamiseen.' } },
    client: ofPath,
    handle: inMerged(removeNote),
  }),
];
