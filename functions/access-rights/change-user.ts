import * as z from 'zod';
import { rewritten, withoutRights } from '../../shared/access/granting/compile.ts';
import { endingsWithPost } from '../../shared/access/granting/endings-with-post.ts';
import { type PowersItem, powersOf, putPowers } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Ending, UserContent, UserItem } from '../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { loadUser } from '../../shared/domain/access-rights/store.ts';
import { userChanges } from '../../shared/domain/access-rights/user-rows.ts';
import type { PostItem } from '../../shared/domain/controllers/model.ts';
import { changedFieldsOf } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import type { UserChanged } from './add-user.ts';
import { asItStands, postOf } from './post-of.ts';

type Changed = Promise<Answer<z.infer<typeof UserChanged>>>;
type OneUser = { params: { userId: UserId }; version: number };

/** The user's record and powers as the caller saw them; of oneself somebody else decides. */
async function loadOther(
  context: ActContext,
  { params: { userId }, version }: OneUser,
): Promise<{ item: UserItem; powers: PowersItem }> {
  const { services, actor } = context;
  const [item, powers] = await Promise.all([
    loadUser(context, userId),
    powersOf(services, actor.controller, userId),
  ]);
  expectVersion(item, version);
  if (userId === actor.userId) throw new Refusal(RIGHTS_REFUSALS.own);
  return { item, powers };
}

/**
 * Writes a user's data anew. A right ends when the person moves away from the duties for which it was given (U-9.12):
 * another post ends every grant, every proposal and every open session at once, and the new duties are proposed anew.
 */
export async function changeUser(
  context: ActContext,
  { body, ...one }: OneUser & { body: z.infer<typeof UserContent> },
): Changed {
  const [{ item, powers }, held] = await Promise.all([loadOther(context, one), postOf(context, body.postId)]);
  const { post } = held;
  if (item.user.status === 'passive') throw new Refusal(RIGHTS_REFUSALS.passive);
  const mover = { now: context.now, by: context.actor.userId };
  const { userId, status, from } = item.user;
  const user = { userId, ...body, postTitle: post.title.fi, unitId: post.unitId, status, from };
  const shown = {
    name: body.name,
    postId: body.postId,
    postTitle: post.title.fi,
    postTo: post.to,
    professionalNumber: body.professionalNumber,
  };
  const isMoved = item.user.postId !== body.postId || item.user.unitId !== post.unitId;
  if (!isMoved) {
    const next = rewritten(powers, () => shown, mover);
    const endings = endingsWithPost(item.endings, post, mover);
    return written(context, item, { ...item, user, endings }, { powers: next, post: held });
  }
  const endings = [...endingsWithPost(item.endings, post, mover), ending(context, 'dutiesChanged')];
  const left = withoutRights(powers, { ...shown, sessionsValidFrom: context.now }, mover);
  return written(context, item, { ...item, user, endings }, { powers: left, post: held });
}

/** The end of the employment: the user is passive, the rights and the sessions are over, all at once (K-13.17). */
export async function endEmployment(context: ActContext, one: OneUser): Changed {
  const { item, powers } = await loadOther(context, one);
  if (item.user.status === 'passive') throw new Refusal(RIGHTS_REFUSALS.passive);
  const { now, today, actor } = context;
  return written(
    context,
    item,
    {
      ...item,
      user: { ...item.user, status: 'passive', to: today },
      endings: [...item.endings, ending(context, 'employmentEnded')],
    },
    {
      powers: withoutRights(powers, { status: 'passive', sessionsValidFrom: now }, { now, by: actor.userId }),
    },
  );
}

/** Ends the sessions of a user whose card or password may be in wrong hands: a new sign-in is needed. */
export async function endSessions(context: ActContext, one: OneUser): Changed {
  const { item, powers } = await loadOther(context, one);
  const { now, actor } = context;
  const next = rewritten(powers, () => ({ sessionsValidFrom: now }), { now, by: actor.userId });
  return written(context, item, item, { powers: next }, ['sessions']);
}

const ending = ({ now, actor }: ActContext, reason: Ending['reason']): Ending => ({
  at: now,
  by: actor.userId,
  reason,
});

function written(
  context: ActContext,
  before: UserItem,
  after: UserItem,
  { powers, post }: { powers: PowersItem; post?: PostItem },
  changedFields = changedFieldsOf(before.user, after.user),
): Changed {
  const { actor, now } = context;
  const put: UserItem = { ...after, ...changed(before, now, actor.userId) };
  const { userId } = put.user;
  return commit(context, {
    changes: [
      ...userChanges(actor.controller, put),
      putPowers(powers),
      ...(post === undefined ? [] : [asItStands(post)]),
    ],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: userId, version: put.version }],
      dataGroups: ['accessRights'],
      changedFields: changedFields.length === 0 ? ['user'] : changedFields,
    },
    answer: { body: { userId, version: put.version }, version: put.version },
  });
}
