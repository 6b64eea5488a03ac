import { faultFields } from '../../shared/application-log.ts';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';

/** The run of the night: the months that are over as cubes, before the exports are counted of them. Safe to repeat. */
export async function makeMonths(
  services: Services,
  controllers: readonly ControllerId[],
): Promise<{ failed: number }> {
  const sum = { failed: 0 };
  for (const controller of controllers) {
    try {
      await makeCubes({ services, actor: { controller } });
    } catch (thrown) {
      // Figures are counted from the facts meanwhile: slower, and the same.
      services.log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
      sum.failed += 1;
    }
  }
  return sum;
}
