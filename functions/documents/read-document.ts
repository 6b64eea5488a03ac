import { findDocument } from '../../shared/access/find-document.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import type { LinePart, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { resourceOf } from '../../shared/domain/documents/final.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { type DocumentView, rowOf } from '../../shared/domain/documents/view.ts';
import type { DocumentId } from '../../shared/kernel/id.ts';

/** Opens one document. */
export async function readDocument(
  context: ClientContext,
  { params }: { params: { documentId: DocumentId } },
): Promise<Reading<DocumentView>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  return {
    version: document.version,
    line: lineOfDocument(document, []),
    body: async () => {
      const texts = await openedTexts(context, document, isBanned);
      return { ...rowOf(document, texts.name), ...texts };
    },
  };
}

/** What a line says of a document: every client of it, each in a resource of its own. */
export const lineOfDocument = (document: DocumentHead, changedFields: readonly string[]): LinePart => ({
  clients: document.clients,
  resources: document.clients.map((clientId) => resourceOf({ ...document, clientId })),
  dataGroups: ['documents'],
  changedFields,
  ...(changedFields.length > 0 ? {} : { historyFrom: document.documentAt }),
});
