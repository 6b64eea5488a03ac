import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { draftsOfWriter, staleBefore } from '../../shared/domain/case-notes/drafts.ts';
import { DraftHead } from '../../shared/domain/case-notes/model.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';

export const DraftsQuery = PageQuery.extend({ stale: z.stringbool().optional() });

const DraftRow = z.strictObject({
  ...DraftHead.pick({
    draftId: true,
    clientId: true,
    entryType: true,
    createdAt: true,
    savedAt: true,
    takenOverFrom: true,
    version: true,
  }).shape,
  /** Left out where the file is restricted and the writer no longer among its readers. */
  client: ClientLabel.omit({ former: true }).optional(),
});
export const DraftPage = z
  .strictObject({ drafts: z.array(DraftRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'DraftPage' });
type DraftPage = z.infer<typeof DraftPage>;

/** The worker's own drafts with the clients' names: labels, so that no file is opened for a list. */
export async function listDrafts(
  context: ActContext,
  { query: { cursor, limit = PAGE_OF_CLIENTS, stale = false } }: { query: z.infer<typeof DraftsQuery> },
): Promise<Reading<DraftPage>> {
  const { services, actor, now } = context;
  const question = stale ? 'stale' : 'all';
  const after = await openCursor(context, question, cursor);
  const [page, { work }] = await Promise.all([
    draftsOfWriter(context, actor.userId, { limit, ...(after === undefined ? {} : { after }) }),
    settingsOf(services, actor.controller),
  ]);
  const staleAt = staleBefore(now, work.draftStaleDays);
  const drafts = page.items.filter((draft) => !stale || draft.savedAt < staleAt);
  const clients = [...new Set(drafts.map((draft) => draft.clientId))];
  return {
    line: {
      clients,
      resources: drafts.map((draft) => ({ kind: 'draft', id: draft.draftId, client: draft.clientId })),
      dataGroups: ['drafts', 'identity'],
    },
    body: async () => {
      const [listed, next] = await Promise.all([
        listedClients(context, clients),
        sealCursor(context, question, page.lastKey),
      ]);
      return {
        drafts: drafts.map((draft) => rowOf(draft, listed.get(draft.clientId)?.label)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

function rowOf(draft: DraftHead, client: z.infer<typeof DraftRow>['client']): z.infer<typeof DraftRow> {
  const { draftId, clientId, entryType, createdAt, savedAt, takenOverFrom, version } = draft;
  return {
    draftId,
    clientId,
    entryType,
    createdAt,
    savedAt,
    ...(takenOverFrom === undefined ? {} : { takenOverFrom }),
    version,
    ...(client === undefined ? {} : { client }),
  };
}
