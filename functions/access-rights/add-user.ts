import * as z from 'zod';
import type { PowersItem } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { UserContent, UserItem } from '../../shared/domain/access-rights/model.ts';
import { userChanges } from '../../shared/domain/access-rights/user-rows.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { asItStands, postOf } from './post-of.ts';

export const UserChanged = z.strictObject({ userId: UserId, version: z.int() }).meta({ id: 'UserChanged' });

/** Adds a user in a post. The new user may do nothing until a grant has been proposed and given. */
export async function addUser(
  context: ActContext,
  { body }: { body: z.infer<typeof UserContent> },
): Promise<Answer<z.infer<typeof UserChanged>>> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const item = await postOf(context, body.postId);
  const { post } = item;
  const userId = UserId.parse(newId(services));
  const head = created(now, actor.userId);
  const user: UserItem = {
    ...userKeys.user(controller, userId),
    entity: 'user',
    ...head,
    user: { userId, ...body, postTitle: post.title.fi, unitId: post.unitId, status: 'active', from: today },
    endings: [],
  };
  const powers: PowersItem = {
    ...userKeys.powers(controller, userId),
    entity: 'powers',
    ...head,
    powers: {
      userId,
      controller,
      ...body,
      postTitle: post.title.fi,
      status: 'active',
      sessionsValidFrom: now,
      grants: [],
      openings: [],
    },
  };
  return commit(context, {
    changes: [...userChanges(controller, user), { put: powers, when: 'absent' }, asItStands(item)],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: userId, version: 1 }],
      dataGroups: ['accessRights'],
      changedFields: ['user'],
    },
    answer: { body: { userId, version: 1 }, version: 1 },
  });
}
