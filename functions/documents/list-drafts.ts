import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { documentDraftsOfWriter } from '../../shared/domain/documents/drafts.ts';
import { DocumentDraft } from '../../shared/domain/documents/model.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';

const DocumentDraftRow = z.strictObject({
  ...DocumentDraft.pick({
    draftId: true,
    clientId: true,
    caseId: true,
    definitionOid: true,
    createdAt: true,
    savedAt: true,
    takenOverFrom: true,
    version: true,
  }).shape,
  /** Left out where the file is restricted and the writer no longer among its readers. */
  client: ClientLabel.omit({ former: true }).optional(),
});
export const DocumentDraftPage = z
  .strictObject({ drafts: z.array(DocumentDraftRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'DocumentDraftPage' });
type DocumentDraftPage = z.infer<typeof DocumentDraftPage>;

/** The worker's own drafts of documents with the clients' names: labels, so that no file is opened for a list. */
export async function listDrafts(
  context: ActContext,
  { query: { cursor, limit = PAGE_OF_CLIENTS } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<DocumentDraftPage>> {
  const after = await openCursor(context, 'own', cursor);
  const page = await documentDraftsOfWriter(context, context.actor.userId, {
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const drafts = page.items;
  const clients = [...new Set(drafts.map(({ clientId }) => clientId))];
  return {
    line: {
      clients,
      resources: drafts.map(({ draftId, clientId }) => ({ kind: 'draft', id: draftId, client: clientId })),
      dataGroups: ['drafts', 'identity'],
    },
    body: async () => {
      const [listed, next] = await Promise.all([
        listedClients(context, clients),
        sealCursor(context, 'own', page.lastKey),
      ]);
      return {
        drafts: drafts.map((draft) => {
          const { draftId, clientId, caseId, definitionOid, createdAt, savedAt, takenOverFrom, version } =
            draft;
          const client = listed.get(clientId)?.label;
          return {
            draftId,
            clientId,
            ...(caseId === undefined ? {} : { caseId }),
            definitionOid,
            createdAt,
            savedAt,
            ...(takenOverFrom === undefined ? {} : { takenOverFrom }),
            version,
            ...(client === undefined ? {} : { client }),
          };
        }),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
