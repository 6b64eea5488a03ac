import type * as z from 'zod';
import { type Followed, holdersFollow } from '../../shared/access/granting/holders-follow.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Post, PostContent, PostItem } from '../../shared/domain/controllers/model.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { judgeLastDay } from '../../shared/domain/controllers/rules.ts';
import { changedFieldsOf, loadPost } from '../../shared/domain/controllers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { PostId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import type { PostChanged } from './add-post.ts';
import type { LastDay } from './change-unit.ts';
import { mustBeUnit } from './must-be-unit.ts';

type Changed = Promise<Answer<z.infer<typeof PostChanged>>>;

/**
 * Writes a post's data anew. In another unit the rights of those who hold it end: they are proposed anew there. A title
 * and a last day are theirs too.
 */
export async function changePost(
  context: ActContext,
  {
    params: { postId },
    body,
    version,
  }: { params: { postId: PostId }; body: z.infer<typeof PostContent>; version: number },
): Changed {
  const item = await loadPost(context, postId);
  expectVersion(item, version);
  const post = { postId, ...body };
  const [followed] = await Promise.all([
    holdersFollow(context, item.post, post),
    item.post.unitId === body.unitId ? undefined : mustBeUnit(context, body.unitId),
  ]);
  return written(context, item, post, followed);
}

/** Ends a post with its last day, and with it the rights of who holds it. Its title stays for what was decided in it. */
export async function endPost(
  context: ActContext,
  {
    params: { postId },
    body: { to },
    version,
  }: { params: { postId: PostId }; body: z.infer<typeof LastDay>; version: number },
): Changed {
  const item = await loadPost(context, postId);
  expectVersion(item, version);
  if (item.post.to !== undefined && item.post.to < context.today) {
    throw new Refusal(CONTROLLER_REFUSALS.ended);
  }
  const findings = judgeLastDay(item.post, to);
  if (findings.length > 0) throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings });
  const post = { ...item.post, to };
  return written(context, item, post, await holdersFollow(context, item.post, post));
}

function written(context: ActContext, item: PostItem, post: Post, { userIds, changes }: Followed): Changed {
  const put: PostItem = { ...item, ...changed(item, context.now, context.actor.userId), post };
  const { postId } = post;
  return commit(context, {
    changes: [{ put, when: { version: item.version } }, ...changes],
    line: {
      clients: [],
      resources: [
        { kind: 'post', id: postId, version: put.version },
        ...userIds.map((id) => ({ kind: 'user' as const, id })),
      ],
      dataGroups: userIds.length === 0 ? ['settings'] : ['settings', 'accessRights'],
      changedFields: changedFieldsOf(item.post, post),
    },
    answer: { body: { postId, version: put.version }, version: put.version },
  });
}
