import * as z from 'zod';
import type { ActContext, LinePart, Plan } from '../../shared/act.ts';
import { factOfNote } from '../../shared/domain/case-notes/counted.ts';
import type { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { indexed } from '../../shared/domain/case-notes/store.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientFile } from '../../shared/domain/clients/file.ts';
import { NoteId } from '../../shared/kernel/id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import type { JudgedNote } from './judge-note.ts';

export const NoteWritten = z
  .strictObject({ noteId: NoteId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'NoteWritten' });
export type NoteWritten = z.infer<typeof NoteWritten>;

/** The head of an entry that becomes final now, under the writer's name and post. */
export function newNote(
  context: ActContext,
  place: { file: ClientFile; ofCase: CaseHead | undefined; noteId: NoteId },
  judged: JudgedNote,
  texts: Pick<NoteHead, 'content' | 'bodyId'>,
): Promise<NoteHead> {
  const { actor, now } = context;
  const { clientId } = place.file.head;
  return indexed(context, {
    ...clientKeys.note(actor.controller, clientId, place.noteId),
    entity: 'caseNote',
    ...created(now, actor.userId),
    noteId: place.noteId,
    clientId,
    ...(place.ofCase === undefined ? {} : { caseId: place.ofCase.caseId }),
    ...judged.facts,
    documentClass: 'caseNote',
    writtenAt: now,
    writtenBy: actor.userId,
    author: { name: actor.name, post: actor.postTitle },
    state: 'final',
    correction: 0,
    ...texts,
  });
}

/** Line, fact and answer of an entry that becomes final: the same whether it was a draft or not. */
export function finalPlan(
  note: NoteHead,
  of: { file: ClientFile; ofCase: CaseHead | undefined; remarks: readonly string[] },
): Pick<Plan<NoteWritten>, 'line' | 'facts' | 'answer'> {
  const unitId = of.ofCase?.unitId ?? of.file.head.relationship?.responsibleUnitId;
  return {
    line: lineOfNote(note, ['caseNote']),
    facts: [factOfNote(note, unitId)],
    answer: {
      body: { noteId: note.noteId, version: note.version, findings: [...of.remarks] },
      version: note.version,
      location: `/v1/case-notes/clients/${note.clientId}/notes/${note.noteId}`,
    },
  };
}

export const lineOfNote = (note: NoteHead, changedFields: readonly string[]): LinePart => ({
  clients: [note.clientId],
  resources: [{ kind: 'caseNote', id: note.noteId, version: note.version, serviceTasks: note.serviceTasks }],
  dataGroups: ['caseNotes'],
  changedFields,
});
