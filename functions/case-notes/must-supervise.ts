import type { Actor } from '../../shared/access/actor.ts';
import type { DraftHead } from '../../shared/domain/case-notes/model.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

const supervises = (actor: Actor, unitId: UnitId | undefined): boolean =>
  unitId !== undefined &&
  actor.grants.some((grant) => grant.role === 'supervisor' && grant.unitIds.includes(unitId));

/** The supervisor of the unit, and of no other. */
export function mustSupervise(actor: Actor, unitId: UnitId): void {
  if (!supervises(actor, unitId)) throw new Refusal(COMMON_REFUSALS.notAllowed);
}

export const isSupervisedBy = (actor: Actor, draft: DraftHead): boolean => supervises(actor, draft.unitId);
