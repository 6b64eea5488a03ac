import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';
import { documentToPrint, lineOfDocuments } from './document-to-print.ts';
import { fileOfPrint } from './file-of-prints.ts';
import type { PrintQuery } from './print-query.ts';

/** One document as its reader may see it. */
export async function printDocument(
  context: ClientContext,
  { params, query }: { params: { documentId: DocumentId }; query: PrintQuery },
): Promise<Reading<FileAnswer>> {
  const { document, open } = await documentToPrint(context, params.documentId);
  const name = `asiakirja-${document.documentId}-v${document.correction + 1}`;
  return {
    line: lineOfDocuments([document]),
    body: async () => fileOfPrint(await open(query.language), { form: query.form, name, at: context.now }),
  };
}
