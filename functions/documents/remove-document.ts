import type * as z from 'zod';
import { filesOfDocument } from '../../shared/access/files-of.ts';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { removedDocument } from '../../shared/domain/documents/mark.ts';
import { type Changing, committed, documentToChange } from './change-document.ts';
import type { DocumentWritten } from './finalise-draft.ts';
import type { MarkDocument } from './invalidate-document.ts';

/** Removes a document that was unneeded: its content goes, in every version, and a mark stays (L-11.10). */
export async function removeDocument(
  context: ClientContext,
  input: Changing<z.infer<typeof MarkDocument>>,
): Promise<Answer<DocumentWritten>> {
  const { document, by } = await documentToChange(context, input);
  // Written into the file of every client: each by a tie of the worker's own.
  const files = await filesOfDocument(context, document.clients);
  const changed = await removedDocument(context, files, document, {
    reason: input.body.reason,
    by,
  });
  return committed(context, changed, ['content', 'state']);
}
