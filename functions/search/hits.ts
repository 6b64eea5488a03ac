import * as z from 'zod';
import { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { DocumentHead } from '../../shared/domain/documents/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';

/** `mergedClientId`: of a file that was merged into this one, where it is opened. */
const beside = { passage: z.string(), mergedClientId: ClientId.optional() };

/** An entry of the narrative that was found, with the passage where the first of the words stands. */
const NoteHit = z
  .strictObject({
    kind: z.literal('caseNote'),
    ...NoteHead.pick({
      noteId: true,
      caseId: true,
      entryType: true,
      serviceTasks: true,
      eventAt: true,
      author: true,
      state: true,
    }).shape,
    ...beside,
  })
  .meta({ id: 'NoteHit' });

/** A document that was found. */
const DocumentHit = z
  .strictObject({
    kind: z.literal('document'),
    ...DocumentHead.pick({
      documentId: true,
      caseId: true,
      definitionOid: true,
      documentType: true,
      serviceTasks: true,
      documentAt: true,
      author: true,
      state: true,
    }).shape,
    ...beside,
  })
  .meta({ id: 'DocumentHit' });

const Hit = z.discriminatedUnion('kind', [NoteHit, DocumentHit]).meta({ id: 'FileHit' });
export type Hit = z.infer<typeof Hit>;
export const NoteHitFacts = NoteHit.omit({ kind: true, passage: true, mergedClientId: true }).strip();
export const DocumentHitFacts = DocumentHit.omit({ kind: true, passage: true, mergedClientId: true }).strip();

export const FileHits = z
  .strictObject({
    clientId: ClientId,
    /** Files merged into this one that were searched with it: those the worker may open. */
    mergedFrom: z.array(ClientId),
    hits: z.array(Hit).max(50),
    next: z.string().optional(),
  })
  .meta({ id: 'FileHits' });
export type FileHits = z.infer<typeof FileHits>;
