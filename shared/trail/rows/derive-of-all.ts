import { type ApplicationLog, faultFields } from '../../application-log.ts';
import type { ControllerId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { type Derivation, deriveRows } from './derive-rows.ts';

/** Rows are derived each quarter of an hour: oftener would lay the same hour down again and again. */
const EVERY_MINUTES = 15;
export const isTimeToDerive = (now: Instant): boolean => Number(now.slice(14, 16)) % EVERY_MINUTES === 0;

/** Derives the rows of every controller. One that fails does not keep the others waiting. @returns for how many it failed. */
export async function deriveOfAll(
  derivation: Derivation,
  log: ApplicationLog,
  controllers: readonly ControllerId[],
): Promise<number> {
  let failed = 0;
  for (const controller of controllers) {
    try {
      log.info('ROWS_DERIVED', { controller, count: await deriveRows(derivation, controller) });
    } catch (thrown) {
      failed += 1;
      log.error('ROWS_FAILED', { controller, ...faultFields(thrown) });
    }
  }
  return failed;
}
