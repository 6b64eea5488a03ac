import * as z from 'zod';
import type { ActContext, Reading } from '../act.ts';
import { staleBefore } from '../domain/case-notes/drafts.ts';
import { DraftHead } from '../domain/case-notes/model.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import { PAGE_OF_CLIENTS } from '../http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../http/paging.ts';
import { type UnitId, UserId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Page } from '../table/read.ts';
import { mustSupervise, supervises } from './supervision.ts';

/** Drafts of entries and drafts of documents lie apart; what a supervisor sees of either is the same. */

/** With a writer: all the drafts of that writer. Without: the unit's stale ones. */
export const UnitDraftsQuery = PageQuery.extend({ writerId: UserId.optional() });

const UnitDraftRow = DraftHead.pick({
  draftId: true,
  writerId: true,
  clientId: true,
  savedAt: true,
  version: true,
});
export const UnitDraftPage = z
  .strictObject({ drafts: z.array(UnitDraftRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'UnitDraftPage' });
export type UnitDraftPage = z.infer<typeof UnitDraftPage>;

type Asked = { limit: number; after?: Record<string, string> };
type OfUnit = z.infer<typeof UnitDraftRow> & { unitId?: UnitId | undefined };

/** Where the drafts of one kind lie. */
type DraftsOf = {
  unit: (context: ActContext, unitId: UnitId, savedBy: Instant, asked: Asked) => Promise<Page<OfUnit>>;
  writer: (context: ActContext, writerId: UserId, asked: Asked) => Promise<Page<OfUnit>>;
};

/** What lies unfinished in a unit, for its supervisor: whose and since when, never what is in it. */
export async function readUnitDrafts(
  context: ActContext,
  {
    params: { unitId },
    query: { cursor, limit = PAGE_OF_CLIENTS, writerId },
  }: { params: { unitId: UnitId }; query: z.infer<typeof UnitDraftsQuery> },
  draftsOf: DraftsOf,
): Promise<Reading<UnitDraftPage>> {
  const { services, actor, now } = context;
  mustSupervise(actor, unitId);
  const question = `${unitId} ${writerId ?? 'stale'}`;
  const [after, { work }] = await Promise.all([
    openCursor(context, question, cursor),
    settingsOf(services, actor.controller),
  ]);
  const asked = { limit, ...(after === undefined ? {} : { after }) };
  const page =
    writerId === undefined
      ? await draftsOf.unit(context, unitId, staleBefore(now, work.draftStaleDays), asked)
      : await draftsOf.writer(context, writerId, asked);
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
