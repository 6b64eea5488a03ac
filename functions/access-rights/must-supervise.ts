import type { Actor } from '../../shared/access/actor.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const supervises = (actor: Actor, unitId: UnitId): boolean =>
  actor.grants.some((grant) => grant.role === 'supervisor' && grant.unitIds.includes(unitId));

/** The supervisor of the unit, and of no other. */
export function mustSupervise(actor: Actor, unitId: UnitId): void {
  if (!supervises(actor, unitId)) throw new Refusal(COMMON_REFUSALS.notAllowed);
}
