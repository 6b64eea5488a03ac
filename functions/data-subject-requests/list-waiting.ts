import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  allWaiting,
  WaitingRow,
  waitingRequests,
} from '../../shared/domain/data-subject-requests/waiting.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import type { LastKey, Page } from '../../shared/table/read.ts';

export const WaitingQuery = PageQuery.extend({
  /** By the last day, or the oldest first: as the controller has chosen, where nobody asks (C-23, L-10.2). */
  order: z.enum(['due', 'age']).optional(),
});

export const WaitingSubjectRequests = z
  .strictObject({
    waiting: z
      .array(
        WaitingRow.pick({ kind: true, id: true, clientId: true, dueOn: true }).extend({
          receivedOn: LocalDate,
          /** The last day has passed. */
          late: z.boolean(),
        }),
      )
      .max(PAGE_OF_CLIENTS),
    next: z.string().optional(),
  })
  .meta({ id: 'WaitingSubjectRequests' });

const since = ({ receivedOn, createdAt }: WaitingRow): LocalDate => receivedOn ?? helsinkiDateOf(createdAt);
const placeByAge = (row: WaitingRow): string => `${since(row)} ${row.id}`;

/** The oldest first. All that waits is read for it: what waits for an answer is never much. */
async function byAge(
  context: ActContext,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<WaitingRow>> {
  const last = after?.['last'] ?? '';
  const rows = (await allWaiting(context))
    .toSorted((a, b) => (placeByAge(a) < placeByAge(b) ? -1 : 1))
    .filter((row) => placeByAge(row) > last);
  const items = rows.slice(0, limit);
  const end = items.at(-1);
  return rows.length > limit && end !== undefined ? { items, lastKey: { last: placeByAge(end) } } : { items };
}

/** What persons have asked and wait for, with the day each came and its last day. */
export async function listWaiting(
  context: ActContext,
  { query: { cursor, limit = PAGE_OF_CLIENTS, order } }: { query: z.infer<typeof WaitingQuery> },
): Promise<Reading<z.infer<typeof WaitingSubjectRequests>>> {
  const { dataSubjectRequests } = await settingsOf(context.services, context.actor.controller);
  const chosen = order ?? (dataSubjectRequests.deadline.withoutDelay ? 'age' : 'due');
  const question = `waiting ${chosen}`;
  const after = await openCursor(context, question, cursor);
  const page = await (chosen === 'age' ? byAge : waitingRequests)(context, { limit, after });
  return {
    line: {
      clients: page.items.map(({ clientId }) => clientId),
      resources: page.items.map(({ kind, id, clientId }) => ({
        kind: kind === 'misuse' ? 'misuseCase' : kind,
        id,
        client: clientId,
      })),
      dataGroups: ['dataRequests'],
    },
    body: async () => {
      const next = await sealCursor(context, question, page.lastKey);
      return {
        waiting: page.items.map((row) => ({
          kind: row.kind,
          id: row.id,
          clientId: row.clientId,
          receivedOn: since(row),
          dueOn: row.dueOn,
          late: row.dueOn < context.today,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
