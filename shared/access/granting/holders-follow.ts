import type { ActContext, Change } from '../../act.ts';
import type { Ending, UserItem } from '../../domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../domain/access-rights/refusals.ts';
import { loadHolders } from '../../domain/access-rights/store.ts';
import { userChanges } from '../../domain/access-rights/user-rows.ts';
import type { Post } from '../../domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../domain/controllers/refusals.ts';
import type { UserId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { userKeys } from '../../table/keys.ts';
import { batchGet } from '../../table/read.ts';
import type { Powers } from '../actor.ts';
import { PowersItem, putPowers } from '../powers.ts';
import { rewritten, withoutRights } from './compile.ts';
import { endingsWithPost } from './endings-with-post.ts';

/** Three items each, beside the post, the line and the mark. A post is one person's; some are shared by a few. */
const MOST_HOLDERS = 7;

export type Followed = { userIds: UserId[]; changes: Change[] };

const isOver = ({ to }: Pick<Post, 'to'>, today: LocalDate): boolean => to !== undefined && to < today;

/**
 * A post goes on with those who hold it.
 * - To another unit they move away from the duties for which their rights were given (U-9.12): every grant, proposal and
 *   open session ends, as when a person takes another post.
 * - With its last day their rights end by themselves. One that has ended and is given days again brings no right back.
 * - A new title is theirs from now on; what they did stays under the one they had.
 * @throws Refusal `grant.own` where the mover holds a post that moves or ends, `controller.heldByMany` where too many do.
 */
export async function holdersFollow(context: ActContext, before: Post, after: Post): Promise<Followed> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const isMoved = before.unitId !== after.unitId;
  const isOtherwise = isMoved || before.to !== after.to;
  if (!isOtherwise && before.title.fi === after.title.fi) return { userIds: [], changes: [] };
  const holders = await loadHolders(context, before);
  if (isOtherwise && holders.some(({ user }) => user.userId === actor.userId)) {
    throw new Refusal(RIGHTS_REFUSALS.own);
  }
  if (holders.length > MOST_HOLDERS) throw new Refusal(CONTROLLER_REFUSALS.heldByMany);
  const userIds = holders.map(({ user }) => user.userId);
  const keys = userIds.map((userId) => userKeys.powers(controller, userId));
  const powers = await batchGet(services.tables, controller, 'records', keys, PowersItem);
  const mover = { now, by: actor.userId };
  const ends = isMoved || isOver(before, today) || isOver(after, today);
  const moved: Ending[] = isMoved ? [{ at: now, by: actor.userId, reason: 'dutiesChanged' }] : [];
  const shown: Partial<Powers> = { postTitle: after.title.fi, postTo: after.to };
  const users = holders.flatMap((item) => {
    const put: UserItem = {
      ...item,
      ...changed(item, now, actor.userId),
      user: { ...item.user, postTitle: after.title.fi, unitId: after.unitId },
      endings: [...endingsWithPost(item.endings, after, mover), ...moved],
    };
    return userChanges(controller, put).map((change) => ({ ...change, otherwise: COMMON_REFUSALS.conflict }));
  });
  const rights = powers.map((item) =>
    putPowers(
      ends
        ? withoutRights(item, { ...shown, sessionsValidFrom: now }, mover)
        : rewritten(item, () => shown, mover),
    ),
  );
  return { userIds, changes: [...users, ...rights] };
}
