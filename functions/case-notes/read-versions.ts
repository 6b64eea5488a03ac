import * as z from 'zod';
import { findNote } from '../../shared/access/find-note.ts';
import { mayUseEntry } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import { loadSuperseded, openVersions } from '../../shared/domain/case-notes/store.ts';
import { NoteVersionView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { NoteId } from '../../shared/kernel/id.ts';
import { lineOfNote } from './new-note.ts';

export const NoteVersions = z
  .strictObject({ noteId: NoteId, versions: z.array(NoteVersionView) })
  .meta({ id: 'NoteVersions' });
type NoteVersions = z.infer<typeof NoteVersions>;

/** The versions that corrections replaced: kept readable, with a right and a line of their own (L-11.8). */
export async function readVersions(
  context: ClientContext,
  { params }: { params: { noteId: NoteId } },
): Promise<Reading<NoteVersions>> {
  const note = await findNote(context, params.noteId);
  const kept = await loadSuperseded(context, note.clientId, note.noteId);
  // Of what is limited its earlier words are kept too, and not shown.
  const shown = note.limited === undefined ? kept : [];
  const versions = shown.filter((version) => mayUseEntry(context.actor, version, context.today));
  return {
    line: {
      ...lineOfNote(note, []),
      resources: versions.map(({ noteId, correction, serviceTasks }) => ({
        kind: 'caseNote',
        id: noteId,
        version: correction,
        serviceTasks,
      })),
      historyFrom: note.eventAt,
    },
    body: async () => ({
      noteId: note.noteId,
      versions: await openVersions(context, ringOf(context), versions),
    }),
  };
}
