import { MatterId } from '../../../shared/kernel/id.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { FIRST_DAY } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { QuarterCase, QuarterMatter, QuarterWorker } from './facts.ts';
import { olderId } from './ids.ts';

/** Whoever became a client in the quarter came through intake: at hand there from some days before the case to a week after. */
export function mattersOf(
  chance: Chance,
  workers: readonly QuarterWorker[],
  cases: readonly QuarterCase[],
): QuarterMatter[] {
  const intake = workers.filter(({ duty }) => duty === 'intake');
  return cases
    .filter(({ openedOn }) => openedOn >= FIRST_DAY)
    .map(({ clientId, openedOn }) => {
      const { userId, unitId } = chance.pick(intake);
      return {
        matterId: MatterId.parse(olderId(chance)),
        clientId,
        userId,
        unitId,
        from: addDays(openedOn, -chance.int(1, 10)),
        to: addDays(openedOn, 7),
      };
    });
}
