import * as z from 'zod';
import { mayUseEntry, readableClasses } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import { readPage } from '../../shared/domain/case-notes/pages.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import { NoteView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openNarrativeCursor, sealNarrativeCursor } from '../../shared/http/narrative-cursor.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';

export const NotesQuery = PageQuery.extend({ serviceTask: ServiceTask.optional() });

export const NotePage = z
  .strictObject({ clientId: ClientId, notes: z.array(NoteView).max(PAGE), next: z.string().optional() })
  .meta({ id: 'NotePage' });
type NotePage = z.infer<typeof NotePage>;

/** A page of the narrative, the latest event first: as dear at the ten-thousandth entry as at the first. */
export async function listNotes(
  context: ClientContext,
  { query: { cursor, limit = PAGE, serviceTask } }: { query: z.infer<typeof NotesQuery> },
): Promise<Reading<NotePage>> {
  const { actor, today, file } = context;
  const { clientId } = file.head;
  refuseMerged(file.head);
  const narrative = { clientId, serviceTask };
  const before = await openNarrativeCursor(context, narrative, cursor);
  const { notes, next } = await readPage(context, {
    clientId,
    ...readableClasses(actor, today, serviceTask),
    isShown: (note) =>
      mayUseEntry(actor, note, today) &&
      (serviceTask === undefined || note.serviceTasks.includes(serviceTask)),
    limit,
    ...(before === undefined ? {} : { before }),
  });
  const oldest = notes.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...notes.map((note) => ({
          kind: 'caseNote' as const,
          id: note.noteId,
          serviceTasks: note.serviceTasks,
        })),
      ],
      dataGroups: ['caseNotes'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventAt }),
    },
    body: async () => {
      const [views, sealed] = await Promise.all([
        openNotes(context, ringOf(context), notes),
        sealNarrativeCursor(context, narrative, next === undefined ? undefined : { before: next }),
      ]);
      return { clientId, notes: views, ...(sealed === undefined ? {} : { next: sealed }) };
    },
  };
}
