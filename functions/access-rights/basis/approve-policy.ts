import * as z from 'zod';
import type { ActContext, Answer } from '../../../shared/act.ts';
import { commit } from '../../../shared/commit.ts';
import type { PolicyContent, PolicyItem } from '../../../shared/domain/access-rights/basis/model.ts';
import { judgeFirst } from '../../../shared/domain/access-rights/basis/rules.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { PolicyId } from '../../../shared/kernel/id.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';
import { newId } from '../../../shared/new-id.ts';
import { created } from '../../../shared/table/item.ts';
import { controllerKeys } from '../../../shared/table/keys.ts';

export const PolicyApproved = z.strictObject({ policyId: PolicyId }).meta({ id: 'PolicyApproved' });

/** Management approves how rights are given here: from its first day it takes the place of the policy before. */
export async function approvePolicy(
  context: ActContext,
  { body }: { body: z.infer<typeof PolicyContent> },
): Promise<Answer<z.infer<typeof PolicyApproved>>> {
  const { services, actor, now, today } = context;
  const findings = judgeFirst(body.from, today);
  if (findings.length > 0) throw new Refusal(RIGHTS_REFUSALS.basisNotValid, { findings });
  const policyId = PolicyId.parse(newId(services));
  const put: PolicyItem = {
    ...controllerKeys.rightsPolicy(actor.controller, policyId),
    entity: 'rightsPolicy',
    ...created(now, actor.userId),
    policy: { policyId, ...body },
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'rightsPolicy', id: policyId, version: 1 }],
      dataGroups: ['accessRights'],
      changedFields: ['policy'],
    },
    answer: { body: { policyId } },
  });
}
