import * as z from 'zod';
import { expectKnown } from '../../shared/access/log-reader.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { LogCheck } from '../../shared/domain/log-checks/model.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { checkKeys, clientKeys } from '../../shared/table/keys.ts';
import { getItem, query } from '../../shared/table/read.ts';
import { LINES_SHOWN } from '../../shared/trail/read.ts';

const Check = LogCheck.pick({ checkId: true, days: true, result: true }).extend({
  checkedAt: Instant,
  checkedBy: UserId,
});

export const ChecksOfClient = z
  .strictObject({ clientId: ClientId, checks: z.array(Check), next: z.string().optional() })
  .meta({ id: 'ChecksOfClient' });

/** The checks of a client's log, the latest first. */
export async function readChecks(
  context: ActContext,
  { params, query: page }: { params: { clientId: ClientId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof ChecksOfClient>>> {
  const { actor, services } = context;
  const { controller } = actor;
  const { clientId } = params;
  const headKey = clientKeys.head(controller, clientId);
  const after = await openCursor(context, clientId, page.cursor);
  const [head, { items, lastKey }] = await Promise.all([
    getItem(services.tables, controller, 'records', headKey, ClientHead),
    query(
      services.tables,
      controller,
      {
        table: 'records',
        pk: checkKeys.partition(controller, clientId),
        descending: true,
        limit: page.limit ?? LINES_SHOWN,
        ...(after === undefined ? {} : { after }),
      },
      LogCheck,
    ),
  ]);
  expectKnown(actor, head);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'accessLog', id: clientId }],
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, clientId, lastKey);
      const checks = items.map(({ checkId, days, result, createdAt, createdBy }) => ({
        checkId,
        days,
        result,
        checkedAt: createdAt,
        checkedBy: UserId.parse(createdBy),
      }));
      return { clientId, checks, ...(next === undefined ? {} : { next }) };
    },
  };
}
