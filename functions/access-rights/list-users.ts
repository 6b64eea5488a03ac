import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { Member } from '../../shared/domain/access-rights/model.ts';
import { loadMembers } from '../../shared/domain/access-rights/store.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';

export const UserPage = z
  .strictObject({
    users: z.array(Member.shape.member.extend({ version: z.int() })),
    next: z.string().optional(),
  })
  .meta({ id: 'UserPage' });

/** The users of the reader's own controller, those who have left too. */
export async function listUsers(
  context: ActContext,
  { query: { cursor, limit = PAGE } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof UserPage>>> {
  const after = await openCursor(context, 'users', cursor);
  const page = await loadMembers(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ member }) => ({ kind: 'user', id: member.userId })),
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, 'users', page.lastKey);
      return {
        users: page.items.map(({ member, version }) => ({ ...member, version })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
