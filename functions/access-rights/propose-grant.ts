import * as z from 'zod';
import { Grant } from '../../shared/access/actor.ts';
import { GrantContent, type GrantItem } from '../../shared/access/granting/model.ts';
import { judgeFirstDay, judgeProposer } from '../../shared/access/granting/rules.ts';
import { powersOf } from '../../shared/access/powers.ts';
import { supervises } from '../../shared/access/supervision.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { Waiting } from '../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { loadUser } from '../../shared/domain/access-rights/store.ts';
import { GrantId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { controllerKeys, userKeys } from '../../shared/table/keys.ts';
import { judged } from './judged-grant.ts';

export const ProposeGrant = z
  .strictObject({ userId: UserId, grant: GrantContent })
  .meta({ id: 'ProposeGrant' });

export const GrantChanged = z
  .strictObject({ userId: UserId, grantId: GrantId, version: z.int() })
  .meta({ id: 'GrantChanged' });

/** A supervisor proposes a grant for somebody else. It gives nothing until the main user has given it. */
export async function proposeGrant(
  context: ActContext,
  { body: { userId, grant: content } }: { body: z.infer<typeof ProposeGrant> },
): Promise<Answer<z.infer<typeof GrantChanged>>> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const [{ user }, { powers }] = await Promise.all([
    loadUser(context, userId),
    powersOf(services, controller, userId),
  ]);
  if (userId === actor.userId) throw new Refusal(RIGHTS_REFUSALS.own);
  if (user.status === 'passive') throw new Refusal(RIGHTS_REFUSALS.passive);
  const manages = actor.grants.some(({ role }) => role === 'management');
  const findings = [
    ...(await judged(context, content, powers)),
    ...judgeFirstDay(content.range.from, today),
    ...judgeProposer(content.unitIds, user.unitId, (unitId) => manages || supervises(actor, unitId)),
  ];
  if (findings.length > 0) throw new Refusal(RIGHTS_REFUSALS.notValid, { findings });
  const grantId = GrantId.parse(newId(services));
  const head = created(now, actor.userId);
  const item: GrantItem = {
    ...userKeys.grant(controller, userId, grantId),
    entity: 'grant',
    ...head,
    userId,
    grant: Grant.parse({ grantId, ...content }),
    course: { state: 'proposed' },
  };
  const waiting: Waiting = {
    ...controllerKeys.proposal(controller, grantId),
    entity: 'proposal',
    ...head,
    userId,
    grantId,
  };
  return commit(context, {
    changes: [item, waiting].map((put) => ({ put, when: 'absent' as const })),
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId },
        { kind: 'grant', id: grantId, version: 1 },
      ],
      dataGroups: ['accessRights'],
      changedFields: ['proposal'],
    },
    answer: { body: { userId, grantId, version: 1 }, version: 1 },
  });
}
