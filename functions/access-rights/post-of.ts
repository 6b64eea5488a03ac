import type { ActContext, Change } from '../../shared/act.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { postUnknown } from '../../shared/domain/access-rights/rules.ts';
import type { PostItem } from '../../shared/domain/controllers/model.ts';
import { findPost } from '../../shared/domain/controllers/store.ts';
import type { PostId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * The post a user works in: one of the same controller that has not ended. Whoever is put into it does so under its
 * version, so that nobody joins while it moves to another unit and takes along the rights of the former one.
 */
export async function postOf(context: ActContext, postId: PostId): Promise<PostItem> {
  const item = await findPost(context, postId);
  if (item === undefined || (item.post.to !== undefined && item.post.to < context.today)) {
    throw new Refusal(RIGHTS_REFUSALS.userNotValid, { findings: [postUnknown()] });
  }
  return item;
}

export const asItStands = ({ pk, sk, version }: PostItem): Change => ({
  check: { pk, sk },
  when: { version },
  otherwise: COMMON_REFUSALS.conflict,
});
