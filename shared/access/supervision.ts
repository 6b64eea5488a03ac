import type { UnitId } from '../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Actor } from './actor.ts';

/** Whether the worker is the supervisor of the unit today. */
export const supervises = (actor: Actor, unitId: UnitId | undefined): boolean =>
  unitId !== undefined &&
  actor.grants.some((grant) => grant.role === 'supervisor' && grant.unitIds.includes(unitId));

/** The supervisor of the unit, and of no other. */
export function mustSupervise(actor: Actor, unitId: UnitId): void {
  if (!supervises(actor, unitId)) throw new Refusal(COMMON_REFUSALS.notAllowed);
}
