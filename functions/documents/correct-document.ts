import * as z from 'zod';
import { filesOfDocument } from '../../shared/access/files-of.ts';
import type { Answer } from '../../shared/act.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { correctedDocument } from '../../shared/domain/documents/correct.ts';
import { WrittenDocument } from '../../shared/domain/documents/model.ts';
import { type Changing, committed, documentToChange } from './change-document.ts';
import type { DocumentWritten } from './finalise-draft.ts';

/** The whole document as it should have been. It stays in its case. */
export const CorrectDocument = z
  .strictObject({ document: WrittenDocument.omit({ caseId: true }), reason: GivenReason })
  .meta({ id: 'CorrectDocument' });

/** Corrects a document: the new version stands in its place and the old one beside it, both readable (L-11.8, L-11.9). */
export async function correctDocument(
  context: ClientContext,
  input: Changing<z.infer<typeof CorrectDocument>>,
): Promise<Answer<DocumentWritten>> {
  const { document, by } = await documentToChange(context, input);
  const files = await filesOfDocument(context, document.clients);
  const { document: written, reason } = input.body;
  const changed = await correctedDocument(context, files, document, { ...written, reason, by });
  return committed(context, changed, ['content']);
}
