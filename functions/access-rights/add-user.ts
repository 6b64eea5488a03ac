import * as z from 'zod';
import { putPowers } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { UserContent } from '../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { userChanges } from '../../shared/domain/access-rights/user-rows.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newUser } from './new-user.ts';
import { asItStands, postOf } from './post-of.ts';

export const UserChanged = z.strictObject({ userId: UserId, version: z.int() }).meta({ id: 'UserChanged' });

/**
 * Adds a user in a post. The new user may do nothing until a grant has been proposed and given. Where the register's
 * responsible person instructs (C-16), an id is given with the first right and not before it (L-9.8).
 */
export async function addUser(
  context: ActContext,
  { body }: { body: z.infer<typeof UserContent> },
): Promise<Answer<z.infer<typeof UserChanged>>> {
  const { controller } = context.actor;
  const [post, { rights }] = await Promise.all([
    postOf(context, body.postId),
    settingsOf(context.services, controller),
  ]);
  if (rights.approval === 'responsiblePerson') throw new Refusal(RIGHTS_REFUSALS.onlyWithGrant);
  const { userId, user, powers } = newUser(context, post, body);
  return commit(context, {
    changes: [...userChanges(controller, user), putPowers(powers), asItStands(post)],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: userId, version: 1 }],
      dataGroups: ['accessRights'],
      changedFields: ['user'],
    },
    answer: { body: { userId, version: 1 }, version: 1 },
  });
}
