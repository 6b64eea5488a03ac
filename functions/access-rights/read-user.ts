import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { User } from '../../shared/domain/access-rights/model.ts';
import { loadGrants, loadUser } from '../../shared/domain/access-rights/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { GrantView, grantView } from './grant-view.ts';

export const UserRead = z
  .strictObject({
    user: User,
    version: z.int(),
    grants: z.array(GrantView),
    next: z.string().optional(),
  })
  .meta({ id: 'UserRead' });

/** A user with every grant that was ever proposed, the latest first: what is in force and what has been. */
export async function readUser(
  context: ActContext,
  {
    params: { userId },
    query: { cursor, limit = PAGE },
  }: { params: { userId: UserId }; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof UserRead>>> {
  const after = await openCursor(context, userId, cursor);
  const [{ user, endings, version }, page] = await Promise.all([
    loadUser(context, userId),
    loadGrants(context, userId, { limit, after }),
  ]);
  return {
    version,
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId, version },
        ...page.items.map(({ grant }) => ({ kind: 'grant' as const, id: grant.grantId })),
      ],
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, userId, page.lastKey);
      return {
        user,
        version,
        grants: page.items.map((item) => grantView(item, endings, context.today)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
