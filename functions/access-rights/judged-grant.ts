import { type Grant, hasLapsed, type Powers } from '../../shared/access/actor.ts';
import type { GrantContent } from '../../shared/access/granting/model.ts';
import { judgeGrant } from '../../shared/access/granting/rules.ts';
import type { JobRole } from '../../shared/access/job-roles.ts';
import { PowersItem, whoCannot } from '../../shared/access/powers.ts';
import type { ActContext } from '../../shared/act.ts';
import { loadUnitsNamed } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadParty } from '../../shared/domain/providers/store.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { PartyId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';

/** What is wrong with a grant for this user today: asked when it is proposed, and again when it is given. */
export async function judged(
  context: ActContext,
  content: GrantContent,
  { userId, grants, postTo }: Pick<Powers, 'userId' | 'grants' | 'postTo'>,
): Promise<Finding[]> {
  const { services, actor, today } = context;
  const [units, principal, isGuideKnown, isProviderKnown, { rights }] = await Promise.all([
    loadUnitsNamed(context, content.unitIds),
    content.deputyFor === undefined ? undefined : rightsOf(context, content.deputyFor),
    content.guidedBy === undefined || content.guidedRole === undefined
      ? true
      : isAble(context, content.guidedBy, content.guidedRole),
    content.providerId === undefined ? true : isParty(context, content.providerId),
    settingsOf(services, actor.controller),
  ]);
  return judgeGrant({
    content,
    user: { userId, postTo },
    units,
    principal,
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

/** What somebody who works here has today or is to have; undefined of nobody such. */
async function rightsOf(
  { services, actor, today }: ActContext,
  userId: UserId,
): Promise<readonly Grant[] | undefined> {
  const key = userKeys.powers(actor.controller, userId);
  const item = await getItem(services.tables, actor.controller, 'records', key, PowersItem);
  if (item?.powers.status !== 'active') return undefined;
  const { grants, postTo } = item.powers;
  if (postTo !== undefined && postTo < today) return [];
  return grants.filter(
    (grant) => (grant.range.to === undefined || grant.range.to >= today) && !hasLapsed(grant, today),
  );
}
