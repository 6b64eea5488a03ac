import type { Identity } from '../../access/actor.ts';
import type { ActContext, Change } from '../../act.ts';
import type { ClientId, ControllerId, PlanId, UnitId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { outOfIndexes } from '../../table/item.ts';
import { indexKeys, planKeys } from '../../table/keys.ts';
import { type Asked, allOfClient, pageOfClient, rowsOfUnit } from '../../table/lists.ts';
import { batchGet, getItem, type Page, query } from '../../table/read.ts';
import { CaseHead } from '../cases/model.ts';
import { Plan } from './model.ts';

/** What is stored of plans and how it is found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Plans in force: a handful. */
export const loadPlansInForce = (where: Where, clientId: ClientId): Promise<Plan[]> =>
  allOfClient(where, clientId, planKeys.spans.inForce, Plan);

/** Plans that were replaced or ended, the latest made first. */
export const loadEndedPlans = (where: Where, clientId: ClientId, asked: Asked): Promise<Page<Plan>> =>
  pageOfClient(where, clientId, { span: planKeys.spans.ended, ...asked }, Plan);

/** One plan in force. */
export const loadPlan = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  planId: PlanId,
): Promise<Plan | undefined> =>
  getItem(services.tables, controller, 'records', planKeys.inForce(controller, clientId, planId), Plan);

/** A unit's plans by the day of their review, the earliest first. */
export const plansOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<Plan>> =>
  rowsOfUnit(services, controller, unitId, { span: indexKeys.spans.planReviews, ...asked }, Plan);

/** The same plans as they stand: an index is a moment behind. */
export const loadPlansOf = (
  services: Services,
  controller: ControllerId,
  rows: readonly Pick<Plan, 'clientId' | 'planId'>[],
): Promise<Plan[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    rows.map(({ clientId, planId }) => planKeys.inForce(controller, clientId, planId)),
    Plan,
  );

/** Active cases of a unit that need a client plan and have none, the latest opened first. */
export const casesWithoutPlan = (
  services: Services,
  { controller }: Pick<Identity, 'controller'>,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<CaseHead>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi3',
      pk: indexKeys.unitWithoutPlan(controller, unitId),
      descending: true,
      limit: asked.limit,
      ...(asked.after === undefined ? {} : { after: asked.after }),
    },
    CaseHead,
  );

/** With the row of its review, while it is in force and one is due. */
function indexedPlan(plan: Plan, controller: ControllerId): Plan {
  const rest = outOfIndexes(plan);
  if (plan.state !== 'inForce' || plan.reviewBy === undefined) return rest;
  return {
    ...rest,
    g2pk: indexKeys.unit(controller, plan.unitId),
    g2sk: indexKeys.planReview(plan.reviewBy, plan.planId),
  };
}

/** A plan in its place. */
export const placeOfPlan = (controller: ControllerId, plan: Omit<Plan, 'pk' | 'sk'>): Plan =>
  indexedPlan({ ...planKeys.inForce(controller, plan.clientId, plan.planId), ...plan }, controller);

/** Puts a changed plan where its state has it. */
export function placedPlan(controller: ControllerId, before: Plan, after: Plan): Change[] {
  const when = { version: before.version };
  if (after.state === 'inForce') return [{ put: indexedPlan(after, controller), when }];
  const key = planKeys.ended(controller, after.clientId, after.planId);
  return [
    { remove: before, when },
    { put: indexedPlan({ ...after, ...key }, controller), when: 'absent' },
  ];
}
