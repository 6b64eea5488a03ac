import type { Action } from '../../shared/access/action.ts';
import type { ActContext, Change } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import type { Told } from '../../shared/domain/statistics/cubes/period.ts';
import type { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import type { Period } from '../../shared/domain/statistics/periods.ts';
import { endOf, furtherRun, runOf, type StatisticsRun } from '../../shared/domain/statistics/run.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { writeIndex } from '../../shared/table/index-write.ts';
import { commitEdition } from './commit-edition.ts';

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

/** A passing fault is tried again at once; one that stays is told, and tried again the next morning. */
const TRIES = 3;

/**
 * One export by the calendar, with a record of the run that stands from its beginning and says how far it has come after
 * some months each time: one that was cut short is seen, and where.
 */
export async function exportByCalendar(
  services: Services,
  controller: ControllerId,
  { definition, period, use }: { definition: FigureDefinition; period: Period; use: StatisticsUse },
): Promise<StatisticsRun['result']> {
  const noting = calendarContext(services, controller, 'StatisticsRunNoted');
  const run = runOf(noting, definition, period, 'calendar');
  await note(noting, run, { put: run, when: 'absent' });
  let noted = run;
  const further: Told = async (progress) => {
    const next = furtherRun(noted, progress, services.clock.now());
    // It tells of no client: like a cube it is written without a line of its own.
    await writeIndex(services.tables, controller, {
      puts: [],
      removes: [],
      mark: { put: next, when: { version: noted.version } },
    });
    noted = next;
  };
  const end = await exported(services, controller, { definition, period, use }, further);
  const ended = calendarContext(services, controller, 'StatisticsRunNoted');
  await note(ended, run, endOf(noted, ended.now, end));
  return end.result;
}

async function exported(
  services: Services,
  controller: ControllerId,
  { definition, period, use }: { definition: FigureDefinition; period: Period; use: StatisticsUse },
  further: Told,
): Promise<{ result: StatisticsRun['result']; edition?: number }> {
  for (let tries = 1; ; tries += 1) {
    try {
      const context = calendarContext(services, controller, 'StatisticsExported');
      const { isNew, edition } = await commitEdition(
        context,
        definition,
        period,
        use,
        'unlessEmpty',
        further,
      );
      return { result: isNew ? 'made' : 'unchanged', edition: edition.edition };
    } catch (thrown) {
      services.log.error('JOB_FAILED', { controller, count: tries, ...faultFields(thrown) });
      if (tries >= TRIES) return { result: 'failed' };
    }
  }
}

const note = (context: ActContext, { definitionId }: StatisticsRun, change: Change): Promise<unknown> =>
  commit(context, {
    changes: [change],
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: definitionId }],
      dataGroups: ['statistics'],
      changedFields: ['run'],
    },
    answer: { body: {} },
  });
