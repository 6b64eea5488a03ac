import type { ActContext } from '../../shared/act.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { findUnit } from '../../shared/domain/controllers/store.ts';
import { isModuleOn } from '../../shared/domain/services/modules.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/**
 * What the controller has chosen of booking, in a unit where it is in use: in all, or in those that the settings
 * name by their names (C-02, C-05; U-4.20, K-5.5).
 * @throws Refusal `appointment.bookingOff`.
 */
export async function bookingIn(context: ActContext, unitId: UnitId): Promise<ControllerSettings> {
  const settings = await settingsOf(context.services, context.actor.controller);
  const { use, units } = settings.booking;
  if (!isModuleOn(settings, ['booking'])) throw new Refusal(APPOINTMENT_REFUSALS.bookingOff);
  if (use === 'allUnits') return settings;
  const unit = use === 'off' ? undefined : await findUnit(context, unitId);
  if (unit === undefined || !units.some((name) => name === unit.unit.name.fi || name === unit.unit.name.sv)) {
    throw new Refusal(APPOINTMENT_REFUSALS.bookingOff);
  }
  return settings;
}
