import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { DeadlineView, viewOf } from '../../shared/domain/deadlines/view.ts';
import { DeadlineList, loadDeadlines } from '../../shared/domain/deadlines/worklists.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import type { Page } from '../../shared/table/read.ts';
import type { Resource } from '../../shared/trail/event.ts';

export const ListQuery = PageQuery.extend({ list: DeadlineList });

/** A row says which time, of whose matter, and by when; an intake matter has no client before it is tied to one. */
const DeadlineRow = z.strictObject({
  ...DeadlineView.shape,
  client: ClientLabel.omit({ former: true }).optional(),
});
type DeadlineRow = z.infer<typeof DeadlineRow>;

export const DeadlinePage = z
  .strictObject({ deadlines: z.array(DeadlineRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'DeadlinePage' });
export type DeadlinePage = z.infer<typeof DeadlinePage>;

type Listed = {
  question: string;
  /** The index the rows came from: what stands there now must have the same row. */
  index: 'g1' | 'g2';
  mayList: (item: Deadline) => boolean;
  resources?: readonly Resource[];
};

/**
 * A page of times at hand. The index tells where they may be; whose and how they stand, the deadlines themselves
 * say, read anew and strongly beside their clients.
 */
export async function worklist(
  context: ActContext,
  page: Page<Deadline>,
  of: Listed,
): Promise<Reading<DeadlinePage>> {
  const { services, actor } = context;
  const clientIds = page.items.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId]));
  const [stored, clients] = await Promise.all([
    loadDeadlines(services, actor.controller, page.items),
    listedClients(context, clientIds),
  ]);
  const rows = page.items.flatMap((row): DeadlineRow[] => {
    const item = stored.find((candidate) => candidate.sk === row.sk && candidate.pk === row.pk);
    if (item === undefined || !isSameRow(of.index, item, row) || !of.mayList(item)) return [];
    if (item.clientId === undefined) return [viewOf(item, context)];
    const client = clients.get(item.clientId)?.label;
    return client === undefined ? [] : [{ ...viewOf(item, context), client }];
  });
  return {
    line: {
      clients: [
        ...new Set(rows.flatMap(({ clientId }): ClientId[] => (clientId === undefined ? [] : [clientId]))),
      ],
      resources: [...(of.resources ?? []), ...rows.map(resourceOf)],
      dataGroups: ['identity', 'deadlines'],
    },
    body: async () => {
      const next = await sealCursor(context, of.question, page.lastKey);
      return { deadlines: rows, ...(next === undefined ? {} : { next }) };
    },
  };
}

const isSameRow = (index: 'g1' | 'g2', item: Deadline, row: Deadline): boolean =>
  item[`${index}pk`] === row[`${index}pk`] && item[`${index}sk`] === row[`${index}sk`];

export const resourceOf = ({
  deadlineId,
  clientId,
  serviceTasks,
  version,
}: Pick<Deadline, 'deadlineId' | 'clientId' | 'serviceTasks' | 'version'>): Resource => ({
  kind: 'deadline',
  id: deadlineId,
  version,
  serviceTasks,
  ...(clientId === undefined ? {} : { client: clientId }),
});
