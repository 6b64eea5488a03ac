import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { withPlanState } from '../../shared/domain/cases/plan-state.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { planKindOf } from '../../shared/domain/plans/kinds.ts';
import { PlanEndGround } from '../../shared/domain/plans/model.ts';
import { PLAN_REFUSALS } from '../../shared/domain/plans/refusals.ts';
import { judgeDay } from '../../shared/domain/plans/rules.ts';
import { placedPlan } from '../../shared/domain/plans/store.ts';
import { endPlan as ended } from '../../shared/domain/plans/transitions.ts';
import type { PlanId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { findPlan } from './find-plan.ts';
import { type PlanChanged, resourcesOf } from './plan-view.ts';
import { cancelReviewTime } from './review-time.ts';

export const EndPlan = z
  .strictObject({ endedOn: LocalDate, endGround: PlanEndGround })
  .meta({ id: 'EndPlan' });

/** Ends a plan that is needed no more. A case that goes on and needs one is listed as lacking it from here. */
export async function endPlan(
  context: ClientContext,
  { params, body, version }: { params: { planId: PlanId }; body: z.infer<typeof EndPlan>; version: number },
): Promise<Answer<PlanChanged>> {
  const { actor, now, today, file } = context;
  const [plan, deadlines] = await Promise.all([
    findPlan(context, params.planId, version),
    loadOpenDeadlines(context, file.head.clientId),
  ]);
  refuseErrors(PLAN_REFUSALS.notValid, judgeDay(body.endedOn, plan.madeOn, today, 'endedOn'));
  const after = ended(plan, body, { now, by: actor.userId });
  const kind = planKindOf(plan.typeOid);
  const ofCase = file.cases.find(({ caseId }) => caseId === plan.caseId);
  const moved =
    kind.isClientPlan && ofCase !== undefined
      ? await withPlanState(context, ofCase, 'missing', [plan.clientId])
      : [];
  return commit(context, {
    changes: [
      ...placedPlan(actor.controller, plan, after),
      ...cancelReviewTime(context, plan, deadlines),
      ...moved,
    ],
    line: {
      clients: [plan.clientId],
      resources: resourcesOf([after]),
      dataGroups: ['plans'],
      changedFields: ['endGround', 'endedOn', 'state'],
    },
    facts: [
      {
        kind: 'planEnded',
        on: body.endedOn,
        unitId: plan.unitId,
        serviceTasks: plan.serviceTasks,
        code: body.endGround,
      },
    ],
    answer: { body: { planId: plan.planId, version: after.version, findings: [] }, version: after.version },
  });
}
