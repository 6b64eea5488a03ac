import type { Powers } from '../../shared/access/actor.ts';
import type { GrantContent } from '../../shared/access/granting/model.ts';
import { judgeGrant } from '../../shared/access/granting/rules.ts';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { powersOf, whoCannot } from '../../shared/access/powers.ts';
import type { ActContext } from '../../shared/act.ts';
import { loadUnitsNamed } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadParty } from '../../shared/domain/providers/store.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { PartyId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** What is wrong with a grant for this user today: asked when it is proposed, and again when it is given. */
export async function judged(
  context: ActContext,
  content: GrantContent,
  { userId, grants }: Pick<Powers, 'userId' | 'grants'>,
): Promise<Finding[]> {
  const { services, actor, today } = context;
  const [units, isPrincipalKnown, isGuideKnown, isProviderKnown, { rights }] = await Promise.all([
    loadUnitsNamed(context, content.unitIds),
    content.deputyFor === undefined ? true : isActive(context, content.deputyFor),
    content.guidedBy === undefined || content.guidedRole === undefined
      ? true
      : isAble(context, content.guidedBy, content.guidedRole),
    content.providerId === undefined ? true : isParty(context, content.providerId),
    settingsOf(services, actor.controller),
  ]);
  return judgeGrant({
    content,
    user: { userId },
    units,
    isPrincipalKnown,
    isGuideKnown,
    isProviderKnown,
    others: grants,
    rights,
    today,
  });
}

const isAble = async (context: ActContext, userId: UserId, role: JobRole): Promise<boolean> =>
  (await whoCannot(context, [userId], [role])).length === 0;

async function isParty(context: ActContext, partyId: PartyId): Promise<boolean> {
  try {
    const { to } = await loadParty(context, partyId);
    return to === undefined || context.today <= to;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}

async function isActive({ services, actor }: ActContext, userId: UserId): Promise<boolean> {
  try {
    return (await powersOf(services, actor.controller, userId)).powers.status === 'active';
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}
