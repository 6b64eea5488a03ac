import type { ActContext } from '../../shared/act.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { loadCommitments } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** Where the controller asks for a signed commitment first (C-16; L-9.5, H-11.3, K-13.18), no right is given without. */
export async function mustHaveCommitted(context: ActContext, userId: UserId): Promise<void> {
  const [{ rights }, { items }] = await Promise.all([
    settingsOf(context.services, context.actor.controller),
    loadCommitments(context, userId, { limit: 1, after: undefined }),
  ]);
  if (rights.requireCommitment && items.length === 0) throw new Refusal(RIGHTS_REFUSALS.noCommitment);
}
