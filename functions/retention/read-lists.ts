import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { unitOf } from '../../shared/domain/retention/examine.ts';
import { clientsNamedBy, DisposalList, DisposalRow, unitIdOf } from '../../shared/domain/retention/model.ts';
import {
  clientsOfMatter,
  disposalRows,
  dueInMonth,
  loadDisposalLists,
  type UnitHead,
} from '../../shared/domain/retention/store.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { SHARDS } from '../../shared/table/keys.ts';
import type { LastKey } from '../../shared/table/read.ts';

const DisposalListView = DisposalList.pick({
  month: true,
  state: true,
  proposed: true,
  approved: true,
  finishedAt: true,
  destroyed: true,
  version: true,
}).meta({ id: 'DisposalListView' });

export const DisposalLists = z
  .strictObject({ lists: z.array(DisposalListView).max(2000) })
  .meta({ id: 'DisposalLists' });

const DisposalRowView = DisposalRow.pick({
  unitId: true,
  unit: true,
  serviceTasks: true,
  dueMonth: true,
  reasons: true,
  permanent: true,
  listedAt: true,
  state: true,
  exception: true,
  kept: true,
  package: true,
  keysGoneAt: true,
  finalOn: true,
  removed: true,
  version: true,
}).meta({ id: 'DisposalRowView' });

export const DisposalRows = z
  .strictObject({ rows: z.array(DisposalRowView).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'DisposalRows' });

export const RowsQuery = PageQuery.extend({
  /** Those that are destroyed, in the place of those with which something is still to be done. */
  finished: z.stringbool().optional(),
});

const shown = <Shape extends z.core.$ZodShape>(view: z.ZodObject<Shape>, item: Record<string, unknown>) =>
  view.parse(
    Object.fromEntries(
      Object.keys(view.shape).flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])),
    ),
  );

/** The disposal lists of the controller, the latest first. */
export async function listDisposalLists(
  context: ActContext,
): Promise<Reading<z.infer<typeof DisposalLists>>> {
  const lists = await loadDisposalLists(context);
  return {
    line: {
      clients: [],
      resources: lists.slice(0, 100).map(({ month }) => ({ kind: 'disposalList', id: month })),
      dataGroups: ['retention'],
    },
    body: () => ({ lists: lists.map((list) => shown(DisposalListView, list)) }),
  };
}

const lineOfUnits = (units: readonly { unitId: string; clients: readonly ClientId[] }[]) => ({
  clients: [...new Set(units.flatMap(({ clients }) => clients))],
  resources: units.map(({ unitId }) => ({ kind: 'disposalUnit' as const, id: unitId })),
  dataGroups: ['retention' as const],
});

/** A page of a list: what is to be disposed of and why, and what is held back. It names ids and opens nothing. */
export async function readDisposalRows(
  context: ActContext,
  {
    params: { month },
    query: { cursor, limit = PAGE_OF_CLIENTS, finished = false },
  }: { params: { month: string }; query: z.infer<typeof RowsQuery> },
): Promise<Reading<z.infer<typeof DisposalRows>>> {
  const question = `${month} ${finished}`;
  const after = await openCursor(context, question, cursor);
  const page = await disposalRows(context, month, { limit, after, open: !finished });
  return {
    line: lineOfUnits(
      page.items.map(({ unitId, unit }) => ({
        unitId,
        clients: clientsNamedBy(unit),
      })),
    ),
    body: async () => {
      const next = await sealCursor(context, question, page.lastKey);
      return {
        rows: page.items.map((row) => shown(DisposalRowView, row)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

const DueUnit = DisposalRow.pick({ unitId: true, unit: true, dueMonth: true }).extend({
  serviceTasks: z.array(ServiceTask),
});
export const DueUnits = z
  .strictObject({ units: z.array(DueUnit).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'DueUnits' });

/**
 * What will be due in a month to come, as it stands today: next year's list today. A page is of one shard of the index and
 * may be short; the last has no `next`.
 */
export async function listDue(
  context: ActContext,
  {
    params: { month },
    query: { cursor, limit = PAGE_OF_CLIENTS },
  }: { params: { month: string }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DueUnits>>> {
  const { shard = '0', ...rest } = (await openCursor(context, month, cursor)) ?? {};
  const at = Number(shard);
  const after = Object.keys(rest).length === 0 ? undefined : rest;
  const page = await dueInMonth(context, { month, shard: at, limit, after });
  return {
    line: lineOfUnits(
      page.items.map((head) => ({ unitId: unitIdOf(unitOf(head)), clients: clientsOf(head) })),
    ),
    body: async () => {
      const next = await sealCursor(context, month, nextOf(at, page.lastKey));
      return {
        units: page.items.map((head) => ({
          unitId: unitIdOf(unitOf(head)),
          unit: unitOf(head),
          dueMonth: month,
          serviceTasks: head.entity === 'client' ? [] : head.serviceTasks,
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

function nextOf(shard: number, lastKey: LastKey | undefined): LastKey | undefined {
  if (lastKey !== undefined) return { ...lastKey, shard: String(shard) };
  return shard + 1 < SHARDS ? { shard: String(shard + 1) } : undefined;
}

const clientsOf = (head: UnitHead): ClientId[] =>
  head.entity === 'intakeMatter' ? clientsOfMatter(head) : [head.clientId];
