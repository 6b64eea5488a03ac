import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { DeployedDay } from '../../shared/domain/deployed/model.ts';
import { pageOfDeployed } from '../../shared/domain/deployed/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { LINES_SHOWN } from '../../shared/trail/read.ts';

export const DeployedDays = z
  .strictObject({
    days: z.array(
      DeployedDay.pick({ on: true, hashes: true, changed: true, unannounced: true, since: true }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'DeployedDays' });

/** Which code ran, by which policies, and what had changed. */
export async function listDeployed(
  context: ActContext,
  { query: page }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DeployedDays>>> {
  const { actor, services } = context;
  const after = await openCursor(context, 'deployed', page.cursor);
  const { items, lastKey } = await pageOfDeployed(services.tables, actor.controller, {
    limit: page.limit ?? LINES_SHOWN,
    after,
  });
  return {
    line: {
      clients: [],
      resources: items.map(({ on: id }) => ({ kind: 'deployment', id })),
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, 'deployed', lastKey);
      const days = items.map(({ on, hashes, changed, unannounced, since }) => ({
        on,
        hashes,
        changed,
        ...(unannounced === undefined ? {} : { unannounced }),
        ...(since === undefined ? {} : { since }),
      }));
      return { days, ...(next === undefined ? {} : { next }) };
    },
  };
}
