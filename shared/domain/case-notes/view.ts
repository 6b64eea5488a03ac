import * as z from 'zod';
import { NoteContent, NoteHead } from './model.ts';

/** An entry as it is read. A removed or moved one shows its mark and no content. */
export const NoteView = z
  .strictObject({
    ...NoteHead.pick({
      noteId: true,
      clientId: true,
      caseId: true,
      entryType: true,
      serviceTasks: true,
      sensitivity: true,
      eventAt: true,
      eventUntil: true,
      writtenAt: true,
      author: true,
      state: true,
      correction: true,
      correctedBy: true,
      removedAt: true,
      removedBy: true,
      movedTo: true,
      movedFrom: true,
      contentHash: true,
      version: true,
    }).shape,
    content: NoteContent.optional(),
  })
  .meta({ id: 'NoteView' });
export type NoteView = z.infer<typeof NoteView>;
