import type { Ending } from '../../domain/access-rights/model.ts';
import type { Post } from '../../domain/controllers/model.ts';
import type { UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { addDays, startOfDay } from '../../kernel/local-date.ts';

/**
 * The endings of a user in a post: what had come stays, and of the end of a post that one to come which its last day says
 * now. A last day that is over already ends the rights now and not before, for until now they were used.
 */
export function endingsWithPost(
  endings: readonly Ending[],
  { to }: Pick<Post, 'to'>,
  { now, by }: { now: Instant; by: UserId },
): Ending[] {
  const come = endings.filter(({ at, reason }) => reason !== 'postEnded' || at <= now);
  if (to === undefined) return come;
  const end = startOfDay(addDays(to, 1));
  return [...come, { at: end < now ? now : end, by, reason: 'postEnded' }];
}
