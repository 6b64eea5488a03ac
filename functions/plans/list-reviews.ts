import * as z from 'zod';
import { PLAN_ACTIONS } from '../../shared/access/actions/plans.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { coversTasks, grantsInUnit, isSupervised } from '../../shared/access/unit-grants.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { Plan } from '../../shared/domain/plans/model.ts';
import { loadPlansOf, plansOfUnit } from '../../shared/domain/plans/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';

import type { Services } from '../../shared/services.ts';
import { resourcesOf } from './plan-view.ts';

import { goesOn, lineOf, type OfUnit } from './unit-list.ts';

const ReviewRow = z
  .strictObject({
    ...Plan.pick({
      planId: true,
      clientId: true,
      caseId: true,
      typeOid: true,
      serviceTasks: true,
      workerId: true,
      madeOn: true,
      reviewBy: true,
      reviewedOn: true,
      version: true,
    }).shape,
    client: ClientLabel.omit({ former: true }),
  })
  .meta({ id: 'PlanReviewRow' });
export const PlanReviews = z
  .strictObject({ plans: z.array(ReviewRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'PlanReviews' });
type PlanReviews = z.infer<typeof PlanReviews>;

export const findReviews = (
  services: Services,
  caller: Identity,
  { params: { unitId }, query }: OfUnit,
): Promise<FoundRows<Plan>> =>
  foundRows(services, caller, { action: PLAN_ACTIONS.listReviews, question: unitId, query }, (asked) =>
    plansOfUnit(services, caller.controller, unitId, asked),
  );

/** A unit's plans by the day of their review: what is late stands first (417/2007 § 30). */
export async function listReviews(
  context: ActContext,
  { params: { unitId } }: OfUnit,
  found: FoundRows<Plan> | undefined,
): Promise<Reading<PlanReviews>> {
  const { services, actor } = context;
  const grants = grantsInUnit(context, unitId);
  const page = rowsOf(found);
  const [plans, listed] = await Promise.all([
    loadPlansOf(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.map(({ clientId }) => clientId),
    ),
  ]);
  const shown = page.items.flatMap((row) => {
    const plan = plans.find(({ planId, clientId }) => planId === row.planId && clientId === row.clientId);
    const label = listed.get(row.clientId)?.label;
    const isListed =
      plan?.unitId === unitId &&
      coversTasks(grants, plan.serviceTasks) &&
      (isSupervised(grants) || mayUseDocument(actor, plan, context.today));
    return plan === undefined || label === undefined || !isListed ? [] : [{ plan, label }];
  });
  return {
    line: lineOf(
      unitId,
      shown.map(({ plan }) => plan.clientId),
      resourcesOf(shown.map(({ plan }) => plan)),
    ),
    body: async () => ({
      plans: shown.map(({ plan, label }) => ReviewRow.strip().parse({ ...plan, client: label })),
      ...(await goesOn(context, unitId, page.lastKey)),
    }),
  };
}
