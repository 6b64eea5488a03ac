import * as z from 'zod';
import { forBoth } from '../../shared/access/in-merged.ts';
import { visibleNotes } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import { NoteView } from '../../shared/domain/case-notes/view.ts';
import { CaseHead } from '../../shared/domain/cases/model.ts';
import { openCases } from '../../shared/domain/cases/store.ts';
import { CaseView } from '../../shared/domain/cases/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContext } from '../../shared/domain/clients/merged.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { clientKeys, type Span } from '../../shared/table/keys.ts';
import { type Page, query as queryPage } from '../../shared/table/read.ts';

type OfMerged = { params: { sourceId: ClientId }; query: z.infer<typeof PageQuery> };

export const MergedNotes = z
  .strictObject({ clientId: ClientId, notes: z.array(NoteView), next: z.string().optional() })
  .meta({ id: 'MergedNotes' });

export const MergedCases = z
  .strictObject({ clientId: ClientId, cases: z.array(CaseView), next: z.string().optional() })
  .meta({ id: 'MergedCases' });

async function pageOf<T>(
  context: ClientContext,
  page: OfMerged['query'],
  span: Span,
  schema: z.ZodType<T>,
): Promise<Page<T>> {
  const { services, actor, file } = context;
  const { clientId } = file.head;
  const after = await openCursor(context, clientId, page.cursor);
  const pk = clientKeys.partition(actor.controller, clientId);
  const limit = page.limit ?? 20;
  return queryPage(
    services.tables,
    actor.controller,
    { table: 'records', pk, span, descending: true, limit, ...(after === undefined ? {} : { after }) },
    schema,
  );
}

/** Entries of a merged client that this worker may read, the latest first. */
export async function readMergedNotes(
  context: ClientContext,
  { params, query }: OfMerged,
): Promise<Reading<z.infer<typeof MergedNotes>>> {
  const merged = await mergedContext(context, params.sourceId);
  const { clientId } = merged.file.head;
  const found = await pageOf(merged, query, clientKeys.spans.notes, NoteHead);
  const shown = visibleNotes(context.actor, found.items, context.today);
  const oldest = shown.at(-1);
  return forBoth(context, {
    line: {
      clients: [clientId],
      resources: shown.map(({ noteId, serviceTasks }) => ({ kind: 'caseNote', id: noteId, serviceTasks })),
      dataGroups: ['caseNotes'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventAt }),
    },
    body: async () => {
      const [notes, next] = await Promise.all([
        openNotes(merged, ringOf(merged), shown),
        sealCursor(merged, clientId, found.lastKey),
      ]);
      return { clientId, notes, ...(next === undefined ? {} : { next }) };
    },
  });
}

/** Cases of a merged client: all are closed, for a client with open ones is not merged. */
export async function readMergedCases(
  context: ClientContext,
  { params, query }: OfMerged,
): Promise<Reading<z.infer<typeof MergedCases>>> {
  const merged = await mergedContext(context, params.sourceId);
  const { clientId } = merged.file.head;
  const found = await pageOf(merged, query, clientKeys.spans.closedCases, CaseHead);
  return forBoth(context, {
    line: {
      clients: [clientId],
      resources: found.items.map(({ caseId, serviceTasks }) => ({ kind: 'case', id: caseId, serviceTasks })),
      dataGroups: ['case'],
    },
    body: async () => {
      const [cases, next] = await Promise.all([
        openCases(ringOf(merged), found.items),
        sealCursor(merged, clientId, found.lastKey),
      ]);
      return { clientId, cases, ...(next === undefined ? {} : { next }) };
    },
  });
}
