import { faultFields } from '../application-log.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import type { LockedStore } from '../trail/sealing/places.ts';
import { goOn } from './go-on.ts';
import type { Hands } from './planter.ts';
import { findingsOf, overwrittenOf } from './reports.ts';
import { settlePlanted } from './settle.ts';
import { tellOthers } from './tell.ts';

export type Plantings = {
  services: Services;
  hands: Hands;
  /** The archive, of which what was overwritten is read. */
  archive: Pick<LockedStore, 'get' | 'list'>;
};

export type Judged = { ended: number; told: number; failed: number };

/**
 * The run of each ten minutes: plants what is due, sees what the controls have reported, and tells a person of all that
 * was not planted. A control reports without knowing of any plan; only here is one opened (security decision 23). If one
 * cannot be opened, everything is told: a report is never kept back for want of a plan.
 */
export async function runPlantings(
  { services, hands, archive }: Plantings,
  controllers: readonly ControllerId[],
): Promise<Judged> {
  const { tables, clock, log } = services;
  const now = clock.now();
  const reports = [...(await findingsOf(tables, controllers, now)), ...(await overwrittenOf(archive, now))];
  const done: Judged = { ended: 0, told: 0, failed: 0 };
  const planted = new Set<string>();
  for (const controller of controllers) {
    try {
      const { names, count } = await goOn(services, hands, { controller, controllers, reports });
      for (const name of names) planted.add(name);
      done.ended += count;
    } catch (thrown) {
      done.failed += 1;
      log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
    }
  }
  await settlePlanted(services, controllers, reports, planted);
  done.told = await tellOthers(services, controllers, reports, planted);
  log.info('PLANTINGS_JUDGED', { count: done.ended });
  return done;
}
