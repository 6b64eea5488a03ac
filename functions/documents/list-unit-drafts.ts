import * as z from 'zod';
import { mustSupervise, supervises } from '../../shared/access/supervision.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { staleBefore } from '../../shared/domain/case-notes/drafts.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { documentDraftsOfUnit, documentDraftsOfWriter } from '../../shared/domain/documents/drafts.ts';
import { DocumentDraft } from '../../shared/domain/documents/model.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { type UnitId, UserId } from '../../shared/kernel/id.ts';

/** With a writer: all the drafts of that writer. Without: the unit's stale ones. */
export const UnitDocumentDraftsQuery = PageQuery.extend({ writerId: UserId.optional() });

export const UnitDocumentDraftPage = z
  .strictObject({
    drafts: z
      .array(
        DocumentDraft.pick({ draftId: true, writerId: true, clientId: true, savedAt: true, version: true }),
      )
      .max(PAGE_OF_CLIENTS),
    next: z.string().optional(),
  })
  .meta({ id: 'UnitDocumentDraftPage' });
type UnitDocumentDraftPage = z.infer<typeof UnitDocumentDraftPage>;

/** What lies unfinished in a unit, for its supervisor: whose and since when, never what is in it. */
export async function listUnitDrafts(
  context: ActContext,
  {
    params: { unitId },
    query: { cursor, limit = PAGE_OF_CLIENTS, writerId },
  }: { params: { unitId: UnitId }; query: z.infer<typeof UnitDocumentDraftsQuery> },
): Promise<Reading<UnitDocumentDraftPage>> {
  const { services, actor, now } = context;
  mustSupervise(actor, unitId);
  const question = `${unitId} ${writerId ?? 'stale'}`;
  const [after, { work }] = await Promise.all([
    openCursor(context, question, cursor),
    settingsOf(services, actor.controller),
  ]);
  const asked = { limit, ...(after === undefined ? {} : { after }) };
  const staleAt = staleBefore(now, work.draftStaleDays);
  const page =
    writerId === undefined
      ? await documentDraftsOfUnit(context, unitId, staleAt, asked)
      : await documentDraftsOfWriter(context, writerId, asked);
  const drafts = page.items.filter((draft) => draft.unitId === unitId && supervises(actor, draft.unitId));
  return {
    line: {
      clients: [...new Set(drafts.map((draft) => draft.clientId))],
      resources: [
        { kind: 'unit', id: unitId },
        ...drafts.map((draft) => ({ kind: 'draft' as const, id: draft.draftId, client: draft.clientId })),
      ],
      dataGroups: ['drafts'],
    },
    body: async () => {
      const next = await sealCursor(context, question, page.lastKey);
      return {
        drafts: drafts.map(({ draftId, writerId: writer, clientId, savedAt, version }) => ({
          draftId,
          writerId: writer,
          clientId,
          savedAt,
          version,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
