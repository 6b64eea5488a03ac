import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { loadClosedCases, openCases } from '../../shared/domain/cases/store.ts';
import { CaseView } from '../../shared/domain/cases/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';

export const ClosedCases = z
  .strictObject({ clientId: ClientId, cases: z.array(CaseView), next: z.string().optional() })
  .meta({ id: 'ClosedCases' });

const PAGE_OF_CASES = 20;

/** The closed cases of a client, the latest opened first. The active ones stand in the opened file. */
export async function listClosed(
  context: ClientContext,
  { query: { cursor, limit = PAGE_OF_CASES } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof ClosedCases>>> {
  const { clientId } = context.file.head;
  const after = await openCursor(context, clientId, cursor);
  const page = await loadClosedCases(context, clientId, { limit, after });
  const oldest = page.items.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: page.items.map(({ caseId, serviceTasks }) => ({ kind: 'case', id: caseId, serviceTasks })),
      dataGroups: ['case'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.openedAt }),
    },
    body: async () => {
      const [cases, next] = await Promise.all([
        openCases(ringOf(context), page.items),
        sealCursor(context, clientId, page.lastKey),
      ]);
      return { clientId, cases, ...(next === undefined ? {} : { next }) };
    },
  };
}
