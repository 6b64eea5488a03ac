import type { ActContext, Change } from '../../act.ts';
import type { UserItem } from '../../domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../domain/access-rights/refusals.ts';
import { loadHolders } from '../../domain/access-rights/store.ts';
import { userChanges } from '../../domain/access-rights/user-rows.ts';
import type { Post } from '../../domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../domain/controllers/refusals.ts';
import type { UserId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { userKeys } from '../../table/keys.ts';
import { batchGet } from '../../table/read.ts';
import { PowersItem, putPowers } from '../powers.ts';
import { withoutRights } from './compile.ts';

/** Three items each, beside the post, the line and the mark. A post is one person's; some are shared by a few. */
const MOST_HOLDERS = 7;

/**
 * A post goes to another unit with those who hold it: they move away from the duties for which their rights were given
 * (U-9.12), so every grant, proposal and open session of theirs ends with it, as when a person takes another post.
 * @throws Refusal `grant.own` where the mover holds the post, `controller.heldByMany` where too many do.
 */
export async function holdersMoved(
  context: ActContext,
  before: Post,
  after: Post,
): Promise<{ userIds: UserId[]; changes: Change[] }> {
  const { services, actor, now } = context;
  const { controller } = actor;
  const holders = await loadHolders(context, before);
  if (holders.some(({ user }) => user.userId === actor.userId)) throw new Refusal(RIGHTS_REFUSALS.own);
  if (holders.length > MOST_HOLDERS) throw new Refusal(CONTROLLER_REFUSALS.heldByMany);
  const userIds = holders.map(({ user }) => user.userId);
  const keys = userIds.map((userId) => userKeys.powers(controller, userId));
  const powers = await batchGet(services.tables, controller, 'records', keys, PowersItem);
  const mover = { now, by: actor.userId };
  const postTitle = after.title.fi;
  const users = holders.flatMap((item) => {
    const put: UserItem = {
      ...item,
      ...changed(item, now, actor.userId),
      user: { ...item.user, postTitle, unitId: after.unitId },
      endings: [...item.endings, { at: now, by: actor.userId, reason: 'dutiesChanged' }],
    };
    return userChanges(controller, put).map((change) => ({ ...change, otherwise: COMMON_REFUSALS.conflict }));
  });
  const left = powers.map((item) =>
    putPowers(withoutRights(item, { postTitle, sessionsValidFrom: now }, mover)),
  );
  return { userIds, changes: [...users, ...left] };
}
