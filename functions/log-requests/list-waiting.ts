import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { WaitingRow } from '../../shared/domain/log-requests/model.ts';
import { waitingRequests } from '../../shared/domain/log-requests/store.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';

export const WaitingLogRequests = z
  .strictObject({
    waiting: z
      .array(
        WaitingRow.pick({ kind: true, id: true, clientId: true, dueOn: true }).extend({
          /** The last day has passed. */
          late: z.boolean(),
        }),
      )
      .max(PAGE_OF_CLIENTS),
    next: z.string().optional(),
  })
  .meta({ id: 'WaitingLogRequests' });

/** What clients have asked of the log and wait for, with the last day of each, the earliest first. */
export async function listWaiting(
  context: ActContext,
  { query: { cursor, limit = PAGE_OF_CLIENTS } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof WaitingLogRequests>>> {
  const after = await openCursor(context, 'waiting', cursor);
  const page = await waitingRequests(context, { limit, after });
  return {
    line: {
      clients: page.items.map(({ clientId }) => clientId),
      resources: page.items.map(({ kind, id, clientId }) => ({
        kind: kind === 'misuse' ? 'misuseCase' : 'logRequest',
        id,
        client: clientId,
      })),
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, 'waiting', page.lastKey);
      return {
        waiting: page.items.map(({ kind, id, clientId, dueOn }) => ({
          kind,
          id,
          clientId,
          dueOn,
          late: dueOn < context.today,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
