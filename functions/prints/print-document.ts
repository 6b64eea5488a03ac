import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { disclosedTo } from '../../shared/domain/prints/given-to.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';
import { attachmentsFound, lineWith, refuseTooMany } from './attachments-found.ts';
import { documentToPrint, lineOfDocuments } from './document-to-print.ts';
import { fileWithAttachments } from './file-with-attachments.ts';
import { type PrintWithQuery, refuseOnPage } from './print-query.ts';

/** One document as its reader may see it, and behind it, where that is asked, its attachments. */
export async function printDocument(
  context: ClientContext,
  { params, query }: { params: { documentId: DocumentId }; query: PrintWithQuery },
): Promise<Reading<FileAnswer>> {
  refuseOnPage(query);
  const { document, open } = await documentToPrint(context, params.documentId);
  const { documentId: id, serviceTasks } = document;
  const disclosed = await disclosedTo(context, query, [{ kind: 'document', id, serviceTasks }]);
  const heads = query.attachments ? await attachmentsFound(context, document.documentId) : [];
  refuseTooMany(heads);
  const name = `asiakirja-${document.documentId}-v${document.correction + 1}`;
  return {
    line: { ...lineWith(lineOfDocuments([document]), heads), ...disclosed },
    body: async () =>
      fileWithAttachments(context, await open(query.language), heads, { form: query.form, name }),
  };
}
