import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Commitment } from '../../shared/domain/access-rights/model.ts';
import { loadCommitments, loadUser } from '../../shared/domain/access-rights/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';

export const CommitmentPage = z
  .strictObject({
    userId: UserId,
    commitments: z.array(Commitment.extend({ recordedAt: Instant, recordedBy: UserId })),
    next: z.string().optional(),
  })
  .meta({ id: 'CommitmentPage' });

/** What a user has signed, word for word, the latest first; of one who has left as well. */
export async function listCommitments(
  context: ActContext,
  {
    params: { userId },
    query: { cursor, limit = PAGE },
  }: { params: { userId: UserId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof CommitmentPage>>> {
  const after = await openCursor(context, userId, cursor);
  const [, page] = await Promise.all([
    loadUser(context, userId),
    loadCommitments(context, userId, { limit, after }),
  ]);
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId },
        ...page.items.map(({ commitment }) => ({ kind: 'commitment' as const, id: commitment.commitmentId })),
      ],
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, userId, page.lastKey);
      return {
        userId,
        commitments: page.items.map(({ commitment, createdAt, createdBy }) => ({
          ...commitment,
          recordedAt: createdAt,
          recordedBy: UserId.parse(createdBy),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
