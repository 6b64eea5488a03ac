import type { ActContext } from '../../shared/act.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * One of the worker's own units, by a grant of a role that the act belongs to: the line names that grant.
 * @throws Refusal `access.notAllowed`.
 */
export function mustBeInUnit(context: ActContext, unitId: UnitId): void {
  const { actor, action } = context;
  const grant = actor.grants.find((one) => action.roles.includes(one.role) && one.unitIds.includes(unitId));
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
}
