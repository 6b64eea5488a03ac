import * as z from 'zod';
import { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';

/** An entry that was found, with the passage where the first of the words stands. */
const Hit = z
  .strictObject({
    ...NoteHead.pick({
      noteId: true,
      caseId: true,
      entryType: true,
      serviceTasks: true,
      eventAt: true,
      author: true,
      state: true,
    }).shape,
    passage: z.string(),
  })
  .meta({ id: 'FileHit' });
export type Hit = z.infer<typeof Hit>;

export const FileHits = z
  .strictObject({ clientId: ClientId, hits: z.array(Hit).max(50), next: z.string().optional() })
  .meta({ id: 'FileHits' });
export type FileHits = z.infer<typeof FileHits>;
