import type { ActContext } from '../../shared/act.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { postUnknown } from '../../shared/domain/access-rights/rules.ts';
import type { Post } from '../../shared/domain/controllers/model.ts';
import { findPost } from '../../shared/domain/controllers/store.ts';
import type { PostId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** The post a user works in: one of the same controller that has not ended. */
export async function postOf(context: ActContext, postId: PostId): Promise<Post> {
  const post = (await findPost(context, postId))?.post;
  if (post === undefined || (post.to !== undefined && post.to < context.today)) {
    throw new Refusal(RIGHTS_REFUSALS.userNotValid, { findings: [postUnknown()] });
  }
  return post;
}
