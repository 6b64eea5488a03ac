import * as z from 'zod';
import { Grant } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { loadProposals } from '../../shared/domain/access-rights/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';

export const ProposalPage = z
  .strictObject({
    proposals: z.array(
      z.strictObject({
        userId: UserId,
        grant: Grant,
        version: z.int(),
        proposedAt: Instant,
        proposedBy: UserId,
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'ProposalPage' });

/** What supervisors have proposed and the main user has not decided on, the oldest first. */
export async function listProposals(
  context: ActContext,
  { query: { cursor, limit = PAGE } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof ProposalPage>>> {
  const after = await openCursor(context, 'proposals', cursor);
  const page = await loadProposals(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ grant }) => ({ kind: 'grant', id: grant.grantId })),
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, 'proposals', page.lastKey);
      return {
        proposals: page.items.map(({ userId, grant, version, createdAt, createdBy }) => ({
          userId,
          grant,
          version,
          proposedAt: createdAt,
          proposedBy: UserId.parse(createdBy),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
