import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { planKindOf } from '../../shared/domain/plans/kinds.ts';
import { PLAN_REFUSALS } from '../../shared/domain/plans/refusals.ts';
import { judgeDay, judgeReviewBy } from '../../shared/domain/plans/rules.ts';
import { placedPlan } from '../../shared/domain/plans/store.ts';
import { reviewPlan as reviewed } from '../../shared/domain/plans/transitions.ts';
import type { PlanId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { findPlan } from './find-plan.ts';
import { type PlanChanged, resourcesOf } from './plan-view.ts';
import { meetReviewTime, startReviewTime } from './review-time.ts';

export const ReviewPlan = z
  .strictObject({ reviewedOn: LocalDate, reviewBy: LocalDate.optional() })
  .meta({ id: 'ReviewPlan' });

/**
 * A plan was reviewed and found good as it is (417/2007 § 30): the time of its next review begins. Where it is changed,
 * the next plan is made in its place.
 */
export async function reviewPlan(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: { planId: PlanId }; body: z.infer<typeof ReviewPlan>; version: number },
): Promise<Answer<PlanChanged>> {
  const { actor, now, today, file } = context;
  const [plan, deadlines] = await Promise.all([
    findPlan(context, params.planId, version),
    loadOpenDeadlines(context, file.head.clientId),
  ]);
  const time = startReviewTime(context, plan, body.reviewedOn);
  refuseErrors(PLAN_REFUSALS.notValid, [
    ...judgeDay(body.reviewedOn, plan.madeOn, today, 'reviewedOn'),
    ...judgeReviewBy(body.reviewBy, body.reviewedOn, time.dueOn),
  ]);
  const after = reviewed(
    plan,
    { reviewedOn: body.reviewedOn, reviewBy: body.reviewBy ?? time.dueOn },
    { now, by: actor.userId },
  );
  return commit(context, {
    changes: [
      ...placedPlan(actor.controller, plan, after),
      ...meetReviewTime(context, plan, deadlines, body.reviewedOn),
      ...time.changes,
    ],
    line: {
      clients: [plan.clientId],
      resources: resourcesOf([after]),
      dataGroups: ['plans'],
      changedFields: ['reviewBy', 'reviewedOn'],
    },
    facts: [
      {
        kind: 'planReviewed',
        on: body.reviewedOn,
        unitId: plan.unitId,
        serviceTasks: plan.serviceTasks,
        code: planKindOf(plan.typeOid).arc,
      },
    ],
    answer: { body: { planId: plan.planId, version: after.version, findings: [] }, version: after.version },
  });
}
