import * as z from 'zod';
import { findDocument } from '../../shared/access/find-document.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { SupersededDocument } from '../../shared/domain/documents/model.ts';
import { loadSupersededDocuments } from '../../shared/domain/documents/store.ts';
import { DocumentVersionView, versionRowOf } from '../../shared/domain/documents/view.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { lineOfDocument } from './read-document.ts';

export const DocumentVersions = z
  .strictObject({ documentId: DocumentId, versions: z.array(DocumentVersionView) })
  .meta({ id: 'DocumentVersions' });
type DocumentVersions = z.infer<typeof DocumentVersions>;

export const VersionsQuery = z.strictObject({
  /** One version alone: of correction 0 the first one. */
  correction: z.coerce.number().int().min(0).max(100).optional(),
});

/** Bytes of long contents that one answer carries, with what they grow by on the way. */
const MOST_BYTES = 2 * 1024 * 1024;

/** The latest versions whose contents fit an answer together: the others are read one by one. */
function wholeOf(versions: readonly SupersededDocument[]): Set<SupersededDocument> {
  const whole = new Set<SupersededDocument>();
  let bytes = 0;
  for (const version of versions.toReversed()) {
    bytes += version.long?.bytes ?? 0;
    if (bytes <= MOST_BYTES || whole.size === 0) whole.add(version);
  }
  return whole;
}

/** The versions that corrections replaced: kept readable, with a right and a line of their own (L-11.8). */
export async function readVersions(
  context: ClientContext,
  { params, query }: { params: { documentId: DocumentId }; query: z.infer<typeof VersionsQuery> },
): Promise<Reading<DocumentVersions>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  const { clientId, documentId } = document;
  const kept = await loadSupersededDocuments(context, clientId, documentId);
  // Of what is limited its earlier words are kept too, and not shown.
  const shown = document.limited === undefined ? kept : [];
  const versions = shown.filter(
    (version) =>
      mayUseDocument(context.actor, version, context.today) &&
      (query.correction === undefined || query.correction === version.correction),
  );
  const whole = wholeOf(versions);
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
          if (whole.has(version)) {
            const texts = await openedTexts(context, version, isBanned);
            return { ...versionRowOf(version, texts.name), ...texts };
          }
          const { bodyId: _apart, ...head } = version;
          const texts = await openedTexts(context, head, isBanned);
          return { ...versionRowOf(version, texts.name), ...texts, leftOut: true as const };
        }),
      ),
    }),
  };
}
