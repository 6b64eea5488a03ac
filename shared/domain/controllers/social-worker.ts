import type { ActContext } from '../../act.ts';
import { inForce } from '../../kernel/date-range.ts';
import { findPost } from './store.ts';

/**
 * Virkasuhteinen sosiaalityöntekijä (1301/2014 §§ 36, 46; 417/2007 § 13): known by the post that the worker holds
 * today, whatever the job roles are. Who has no post, or one that has ended, is none.
 */
export async function isSocialWorkerInOffice(
  context: Pick<ActContext, 'services' | 'actor' | 'today'>,
): Promise<boolean> {
  const { postId } = context.actor;
  const post = postId === undefined ? undefined : (await findPost(context, postId))?.post;
  if (post === undefined || !inForce(post, context.today)) return false;
  return post.kind === 'office' && post.professionalRole === 'socialWorker';
}
