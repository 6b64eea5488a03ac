import type { ActContext } from '../../shared/act.ts';
import { CONTROLLER_REFUSALS } from '../../shared/domain/controllers/refusals.ts';
import { unitUnknown } from '../../shared/domain/controllers/rules.ts';
import { findUnit } from '../../shared/domain/controllers/store.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** A post stands in a unit of the same controller that has not ended. */
export async function mustBeUnit(context: ActContext, unitId: UnitId): Promise<void> {
  const unit = (await findUnit(context, unitId))?.unit;
  if (unit === undefined || (unit.to !== undefined && unit.to < context.today)) {
    throw new Refusal(CONTROLLER_REFUSALS.notValid, { findings: [unitUnknown()] });
  }
}
