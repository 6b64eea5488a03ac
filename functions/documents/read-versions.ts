import * as z from 'zod';
import { findDocument } from '../../shared/access/find-document.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadSupersededDocuments } from '../../shared/domain/documents/store.ts';
import { DocumentVersionView, versionRowOf } from '../../shared/domain/documents/view.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { lineOfDocument } from './read-document.ts';

export const DocumentVersions = z
  .strictObject({ documentId: DocumentId, versions: z.array(DocumentVersionView) })
  .meta({ id: 'DocumentVersions' });
type DocumentVersions = z.infer<typeof DocumentVersions>;

/** The versions that corrections replaced: kept readable, with a right and a line of their own (L-11.8). */
export async function readVersions(
  context: ClientContext,
  { params }: { params: { documentId: DocumentId } },
): Promise<Reading<DocumentVersions>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  const { clientId, documentId } = document;
  const kept = await loadSupersededDocuments(context, clientId, documentId);
  const versions = kept.filter((version) => mayUseDocument(context.actor, version, context.today));
  return {
    line: {
      ...lineOfDocument(document, []),
      resources: versions.flatMap(({ clients, correction, serviceTasks }) =>
        clients.map((client) => ({
          kind: 'document' as const,
          id: documentId,
          client,
          version: correction,
          serviceTasks,
        })),
      ),
    },
    body: async () => ({
      documentId,
      versions: await Promise.all(
        versions.map(async (version) => {
          const texts = await openedTexts(context, version, isBanned);
          return { ...versionRowOf(version, texts.name), ...texts };
        }),
      ),
    }),
  };
}
