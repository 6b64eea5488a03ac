import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { DeploymentAnnounced } from '../../shared/domain/deployed/model.ts';
import { pageOfAnnounced } from '../../shared/domain/deployed/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LINES_SHOWN } from '../../shared/trail/read.ts';

const Shown = DeploymentAnnounced.pick({
  announcementId: true,
  release: true,
  changes: true,
  from: true,
  to: true,
}).extend({ announcedAt: Instant, announcedBy: UserId });

export const DeploymentsAnnounced = z
  .strictObject({ announced: z.array(Shown), next: z.string().optional() })
  .meta({ id: 'DeploymentsAnnounced' });

/** Which changes were announced, by whom and when: what stands under `unannounced` of a day was in none. */
export async function listAnnounced(
  context: ActContext,
  { query: page }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof DeploymentsAnnounced>>> {
  const { actor, services } = context;
  const after = await openCursor(context, 'announced', page.cursor);
  const { items, lastKey } = await pageOfAnnounced(services.tables, actor.controller, {
    limit: page.limit ?? LINES_SHOWN,
    after,
  });
  return {
    line: {
      clients: [],
      resources: items.map(({ announcementId: id }) => ({ kind: 'deployment', id })),
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, 'announced', lastKey);
      const announced = items.map(({ announcementId, release, changes, from, to, createdAt, createdBy }) => ({
        announcementId,
        release,
        changes,
        from,
        to,
        announcedAt: createdAt,
        announcedBy: UserId.parse(createdBy),
      }));
      return { announced, ...(next === undefined ? {} : { next }) };
    },
  };
}
