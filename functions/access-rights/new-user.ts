import type * as z from 'zod';
import { endingsWithPost } from '../../shared/access/granting/endings-with-post.ts';
import type { PowersItem } from '../../shared/access/powers.ts';
import type { ActContext } from '../../shared/act.ts';
import type { UserContent, UserItem } from '../../shared/domain/access-rights/model.ts';
import type { PostItem } from '../../shared/domain/controllers/model.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';

/** A user in a post as the register will have it, and powers that give nothing yet. */
export function newUser(
  { services, actor, now, today }: ActContext,
  { post }: PostItem,
  content: z.infer<typeof UserContent>,
): { userId: UserId; user: UserItem; powers: PowersItem } {
  const { controller } = actor;
  const userId = UserId.parse(newId(services));
  const head = created(now, actor.userId);
  const user: UserItem = {
    ...userKeys.user(controller, userId),
    entity: 'user',
    ...head,
    user: {
      userId,
      ...content,
      postTitle: post.title.fi,
      unitId: post.unitId,
      status: 'active',
      from: today,
    },
    endings: endingsWithPost([], post, { now, by: actor.userId }),
  };
  const powers: PowersItem = {
    ...userKeys.powers(controller, userId),
    entity: 'powers',
    ...head,
    powers: {
      userId,
      controller,
      ...content,
      postTitle: post.title.fi,
      ...(post.to === undefined ? {} : { postTo: post.to }),
      status: 'active',
      sessionsValidFrom: now,
      grants: [],
      openings: [],
    },
  };
  return { userId, user, powers };
}
