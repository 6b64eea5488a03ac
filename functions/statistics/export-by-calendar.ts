import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import type { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import type { Period } from '../../shared/domain/statistics/periods.ts';
import type { StatisticsRun } from '../../shared/domain/statistics/run.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { notedRun } from './noted-run.ts';

const MAKE: Action = {
  name: 'statistics.makeByCalendar',
  title: {
    fi: 'Muodosta tilastosiirto kalenterin mukaan',
    sv: 'Bilda en statistiköverföring enligt kalendern',
    en: 'Make an export of statistics by the calendar',
  },
  roles: [],
  tie: 'none',
  legalGround: '668/2008 § 5',
};

export const calendarContext = (
  services: Services,
  controller: ControllerId,
  event: 'StatisticsExported' | 'StatisticsRunNoted',
): ActContext => systemContext(services, controller, { action: MAKE, event, ranBy: 'statistics' });

/** One export by the calendar; one that fails is told by its record, and tried again the next morning. */
export async function exportByCalendar(
  services: Services,
  controller: ControllerId,
  asked: { definition: FigureDefinition; period: Period; use: StatisticsUse },
): Promise<StatisticsRun['result']> {
  try {
    const { result } = await notedRun({
      ...asked,
      by: 'calendar',
      when: 'unlessEmpty',
      contextOf: (event) => calendarContext(services, controller, event),
    });
    return result;
  } catch (thrown) {
    services.log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
    return 'failed';
  }
}
