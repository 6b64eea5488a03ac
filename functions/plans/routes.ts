import * as z from 'zod';
import { PLAN_ACTIONS } from '../../shared/access/actions/plans.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DOCUMENT_REFUSALS, FINAL_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { PLAN_REFUSALS } from '../../shared/domain/plans/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, PlanId, UnitId } from '../../shared/kernel/id.ts';
import { EndPlan, endPlan } from './end-plan.ts';
import { findPlanless, listPlanless, PlanlessCases } from './list-planless.ts';
import { EndedPlansQuery, listEndedPlans, listPlans, PlansOfClient } from './list-plans.ts';
import { findReviews, listReviews, PlanReviews } from './list-reviews.ts';
import { MakePlan, makePlan, PlanMade } from './make-plan.ts';
import { PlanChanged } from './plan-view.ts';
import { ReviewPlan, reviewPlan } from './review-plan.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OnePlan = OfClient.extend({ planId: PlanId });
const OfUnit = z.strictObject({ unitId: UnitId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});
const AN_ID = '01J0000000000000000000000A';

export const routes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/plans/clients/{clientId}/plans',
    action: PLAN_ACTIONS.make,
    event: 'PlanMade',
    summary:
      'Makes a plan: its draft becomes final, the plan before it is replaced, the time of its review begins.',
    writes: 'creates',
    params: OfClient,
    body: MakePlan,
    returns: PlanMade,
    refusals: [
      ...FINAL_REFUSALS,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
      DOCUMENT_REFUSALS.notOfCase,
      DOCUMENT_REFUSALS.noRelationship,
      PLAN_REFUSALS.noCase,
      PLAN_REFUSALS.notValid,
      CASE_REFUSALS.isClosed,
    ],
    example: { draftId: AN_ID, draftVersion: 3, reviewBy: '2027-05-01' },
    client: ofPath,
    handle: makePlan,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/plans/clients/{clientId}/plans',
    action: PLAN_ACTIONS.list,
    event: 'PlansListed',
    summary: "A client's plans in force.",
    params: OfClient,
    returns: PlansOfClient,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listPlans,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/plans/clients/{clientId}/ended',
    action: PLAN_ACTIONS.listEnded,
    event: 'EndedPlansListed',
    summary: "A client's plans that were replaced or ended, the latest first.",
    params: OfClient,
    query: EndedPlansQuery,
    returns: PlansOfClient,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listEndedPlans,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/plans/clients/{clientId}/plans/{planId}/review',
    action: PLAN_ACTIONS.review,
    event: 'PlanReviewed',
    summary: 'A plan was reviewed and found good as it is.',
    writes: 'changes',
    params: OnePlan,
    body: ReviewPlan,
    returns: PlanChanged,
    refusals: [PLAN_REFUSALS.notValid, PLAN_REFUSALS.notInForce],
    example: { reviewedOn: '2026-11-20' },
    client: ofPath,
    handle: reviewPlan,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/plans/clients/{clientId}/plans/{planId}/end',
    action: PLAN_ACTIONS.end,
    event: 'PlanEnded',
    summary: 'Ends a plan that is needed no more.',
    writes: 'changes',
    params: OnePlan,
    body: EndPlan,
    returns: PlanChanged,
    refusals: [PLAN_REFUSALS.notValid, PLAN_REFUSALS.notInForce, CASE_REFUSALS.isClosed],
    example: { endedOn: '2026-11-20', endGround: 'goalsReached' },
    client: ofPath,
    handle: endPlan,
  }),
  read({
    method: 'GET',
    path: '/v1/plans/units/{unitId}/reviews',
    action: PLAN_ACTIONS.listReviews,
    event: 'PlanReviewsListed',
    summary: 'The plans of one of the caller’s units by the day of their review, what is late first.',
    params: OfUnit,
    query: PageQuery,
    returns: PlanReviews,
    early: findReviews,
    handle: listReviews,
  }),
  read({
    method: 'GET',
    path: '/v1/plans/units/{unitId}/missing',
    action: PLAN_ACTIONS.listMissing,
    event: 'PlanlessCasesListed',
    summary: 'The active cases of one of the caller’s units that need a client plan and have none.',
    params: OfUnit,
    query: PageQuery,
    returns: PlanlessCases,
    early: findPlanless,
    handle: listPlanless,
  }),
];
