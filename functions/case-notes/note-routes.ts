import * as z from 'zod';
import { CASE_NOTE_ACTIONS } from '../../shared/access/actions/case-notes.ts';
import { inMerged } from '../../shared/access/in-merged.ts';
import { GivenReason, NoteEntry } from '../../shared/domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { NoteView } from '../../shared/domain/case-notes/view.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { LIMITED_REFUSAL } from '../../shared/domain/limited.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, NoteId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { appendNote } from './append-note.ts';
import { CorrectNote, correctNote } from './correct-note.ts';
import { listNotes, NotePage, NotesQuery } from './list-notes.ts';
import { MoveNote, moveNote, NoteMoved } from './move-note.ts';
import { NoteWritten } from './new-note.ts';
import { readNote } from './read-note.ts';
import { NoteVersions, readVersions } from './read-versions.ts';
import { RemoveNote, removeNote } from './remove-note.ts';

const OfClient = z.strictObject({ clientId: ClientId });
export const OneNote = OfClient.extend({ noteId: NoteId });
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const WRITING_REFUSALS = [
  NOTE_REFUSALS.noRelationship,
  NOTE_REFUSALS.noCase,
  NOTE_REFUSALS.notValid,
  NOTE_REFUSALS.classNotYours,
  COMMON_REFUSALS.tooLarge,
];
export const MARKING_REFUSALS = [
  NOTE_REFUSALS.notTheAuthor,
  NOTE_REFUSALS.presenceNeeded,
  NOTE_REFUSALS.isMark,
  NOTE_REFUSALS.tooManyVersions,
  LIMITED_REFUSAL,
];

export const entry: z.input<typeof NoteEntry> = {
  entryType: 'meetingOrContact',
  serviceTasks: ['families'],
  eventAt: '2026-11-24T08:30:00.000Z',
  content: {
    text: 'Kotikäynti. Sovittiin jatkosta.',
    channel: 'homeVisit',
    participants: ['Aino Esimerkki, asiakas'],
    source: { kind: 'client', channel: 'homeVisit' },
  },
};
export const reason: z.input<typeof GivenReason> = {
  ground: 'erroneous',
  initiator: 'ownInitiative',
  words: 'Päivä oli väärä.',
};

export const noteRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/case-notes/clients/{clientId}/notes',
    action: CASE_NOTE_ACTIONS.append,
    event: 'CaseNoteWritten',
    summary: 'Writes an entry into the client narrative, final at once.',
    writes: 'creates',
    params: OfClient,
    body: NoteEntry,
    returns: NoteWritten,
    refusals: WRITING_REFUSALS,
    example: entry,
    client: ofPath,
    handle: appendNote,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/case-notes/clients/{clientId}',
    action: CASE_NOTE_ACTIONS.list,
    event: 'CaseNotesRead',
    summary: 'A page of the client narrative, the latest event first.',
    params: OfClient,
    query: NotesQuery,
    returns: NotePage,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listNotes,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/case-notes/clients/{clientId}/notes/{noteId}',
    action: CASE_NOTE_ACTIONS.read,
    event: 'CaseNoteRead',
    summary: 'Opens one entry.',
    params: OneNote,
    returns: NoteView,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readNote,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/case-notes/clients/{clientId}/merged/{sourceId}/notes/{noteId}',
    action: CASE_NOTE_ACTIONS.readMerged,
    event: 'MergedNoteRead',
    summary: 'Opens one entry of a client that was merged into this one.',
    params: OneNote.extend({ sourceId: ClientId }),
    returns: NoteView,
    client: ofPath,
    handle: inMerged(readNote),
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/case-notes/clients/{clientId}/notes/{noteId}/versions',
    action: CASE_NOTE_ACTIONS.readVersions,
    event: 'SupersededCaseNotesRead',
    summary: 'Opens the versions of an entry that corrections replaced.',
    params: OneNote,
    returns: NoteVersions,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readVersions,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/case-notes/clients/{clientId}/notes/{noteId}/correct',
    action: CASE_NOTE_ACTIONS.correct,
    event: 'CaseNoteCorrected',
    summary: 'Corrects an entry; the old version is kept beside the new one.',
    writes: 'changes',
    params: OneNote,
    body: CorrectNote,
    returns: NoteWritten,
    refusals: [...new Set([...MARKING_REFUSALS, ...WRITING_REFUSALS])],
    example: { entry, reason },
    client: ofPath,
    handle: correctNote,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/case-notes/clients/{clientId}/notes/{noteId}/remove',
    action: CASE_NOTE_ACTIONS.remove,
    event: 'CaseNoteRemoved',
    summary: 'Removes an unneeded entry: the text goes, a mark stays.',
    writes: 'changes',
    params: OneNote,
    body: RemoveNote,
    returns: NoteWritten,
    refusals: MARKING_REFUSALS,
    example: { reason: { ...reason, ground: 'unnecessary', words: 'Ei kuulu asian hoitamiseen.' } },
    client: ofPath,
    handle: removeNote,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/case-notes/clients/{clientId}/notes/{noteId}/move',
    action: CASE_NOTE_ACTIONS.move,
    event: 'CaseNoteMoved',
    summary: "Moves an entry written into the wrong client's file; both files are marked.",
    writes: 'changes',
    params: OneNote,
    body: MoveNote,
    returns: NoteMoved,
    refusals: [
      ...MARKING_REFUSALS,
      NOTE_REFUSALS.sameClient,
      NOTE_REFUSALS.noRelationship,
      NOTE_REFUSALS.noCase,
    ],
    example: {
      toClientId: '01KBN4PZ00000000000000000A',
      reason: { initiator: 'ownInitiative', words: 'Kirjattu sisaruksen tietoihin.' },
    },
    client: ofPath,
    handle: moveNote,
  }),
];
