import * as z from 'zod';
import { PLAN_ACTIONS } from '../../../shared/access/actions/plans.ts';
import { mayUseDocument } from '../../../shared/access/visible-documents.ts';
import { Plan } from '../../../shared/domain/plans/model.ts';
import { glancePart } from './part.ts';

export const PlanInForce = z
  .strictObject({
    ...Plan.pick({
      planId: true,
      caseId: true,
      typeOid: true,
      documentId: true,
      serviceTasks: true,
      socialServices: true,
      unitId: true,
      workerId: true,
      madeOn: true,
      reviewBy: true,
      version: true,
    }).shape,
    /** The day of its review has passed. */
    late: z.boolean(),
  })
  .meta({ id: 'PlanInForce' });

/** Plans in force, the one to be reviewed first at the head. What a plan says is read in its document. */
export const plansPart = glancePart({
  letters: 'cp',
  list: PLAN_ACTIONS.list,
  entity: 'plan',
  dataGroup: 'plans',
  schema: Plan,
  mayKnow: ({ actor, today }, plan) => mayUseDocument(actor, plan, today),
  order: ({ reviewBy, planId }) => `${reviewBy ?? '9'} ${planId}`,
  resource: ({ planId, serviceTasks }) => ({ kind: 'plan', id: planId, serviceTasks }),
  open: async (_ring, plans, { today }) =>
    plans.map((plan) =>
      PlanInForce.strip().parse({
        ...plan,
        late: plan.reviewBy !== undefined && plan.reviewBy < today,
      }),
    ),
});
