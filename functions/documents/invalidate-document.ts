import * as z from 'zod';
import { filesOfDocument } from '../../shared/access/files-of.ts';
import type { Answer } from '../../shared/act.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { invalidatedDocument } from '../../shared/domain/documents/mark.ts';
import { type Changing, committed, documentToChange } from './change-document.ts';
import type { DocumentWritten } from './finalise-draft.ts';

export const MarkDocument = z.strictObject({ reason: GivenReason }).meta({ id: 'MarkDocument' });

/** Invalidates a document (mitätöinti): it stays readable, and says that it does not hold, since when and why. */
export async function invalidateDocument(
  context: ClientContext,
  input: Changing<z.infer<typeof MarkDocument>>,
): Promise<Answer<DocumentWritten>> {
  const { document, by } = await documentToChange(context, input);
  // Written into the file of every client: each by a tie of the worker's own.
  await filesOfDocument(context, document.clients);
  const changed = await invalidatedDocument(context, ringOf(context), document, {
    reason: input.body.reason,
    by,
  });
  return committed(context, changed, ['state']);
}
