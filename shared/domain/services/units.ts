import type { ActContext } from '../../act.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { UnitId } from '../../kernel/id.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { findUnit } from '../controllers/store.ts';
import { namesService, type SocialService } from '../social-services.ts';

/**
 * Palvelut kuuluvat yksiköihin: what a unit such as the family centre produces is opened and booked there, and so is
 * counted as its own (U-4.19). Which services of which units, the controller says; of the others nothing is asked.
 */
export async function judgeServiceUnits(
  context: ActContext,
  { serviceUnits }: Pick<ControllerSettings, 'serviceUnits'>,
  { unitId, services, path }: { unitId: UnitId; services: readonly SocialService[]; path: string },
): Promise<Finding[]> {
  // Of each service that is named: the units of all rows that name it.
  const rows = services
    .map((service) => serviceUnits.filter((row) => namesService(row.services, service)))
    .filter((named) => named.length > 0)
    .map((named) => [...new Set(named.flatMap(({ units }) => units))]);
  if (rows.length === 0) return [];
  const { name } = (await findUnit(context, unitId))?.unit ?? {};
  return rows
    .filter((units) => !units.some((one) => one === name?.fi || one === name?.sv))
    .map((units) => ({
      rule: 'service.otherUnit',
      severity: 'error',
      path,
      source: 'C-05',
      message: {
        fi: `Palvelu kuuluu toiselle yksikölle: ${units.join(', ')}.`,
        sv: `Tjänsten hör till en annan enhet: ${units.join(', ')}.`,
        en: `The service belongs to another unit: ${units.join(', ')}.`,
      },
    }));
}
