import type { Action } from '../../shared/access/action.ts';
import { faultFields } from '../../shared/application-log.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import type { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import { dueOn, lastEnded, type Period } from '../../shared/domain/statistics/periods.ts';
import { loadEdition } from '../../shared/domain/statistics/store.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';
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

/** `late`: made after the day on which it was due. */
export type MadeByCalendar = { made: number; late: number; failed: number };

/**
 * The run of the morning: the exports that an authority collects, from the first day after their period. Until the day on
 * which it is due one is counted anew each morning, and a correction makes the next edition; after that day only what is
 * missing is made, so that a run that did not come about is caught up with. Safe to repeat.
 */
export async function makeByCalendar(
  services: Services,
  controllers: readonly ControllerId[],
): Promise<MadeByCalendar> {
  const sum = { made: 0, late: 0, failed: 0 };
  for (const controller of controllers) {
    try {
      await makeCubes({ services, actor: { controller } });
    } catch (thrown) {
      // Figures are counted from the facts meanwhile: slower, and the same.
      services.log.error('JOB_FAILED', faultFields(thrown));
      sum.failed += 1;
    }
    for (const definition of DEFINITIONS) {
      try {
        const done = await makeDue(services, controller, definition);
        if (done === undefined) continue;
        sum.made += 1;
        if (done === 'late') sum.late += 1;
      } catch (thrown) {
        services.log.error('JOB_FAILED', faultFields(thrown));
        sum.failed += 1;
      }
    }
  }
  return sum;
}

async function makeDue(
  services: Services,
  controller: ControllerId,
  definition: FigureDefinition,
): Promise<'inTime' | 'late' | undefined> {
  const { collection } = definition;
  const [kind] = definition.periods;
  if (collection === undefined || kind === undefined) return undefined;
  const { statistics } = await settingsOf(services, controller);
  if (!statistics.recipients.includes(collection.recipient)) return undefined;
  const context = systemContext(services, controller, {
    action: MAKE,
    event: 'StatisticsExported',
    ranBy: 'statistics',
  });
  const use: StatisticsUse = {
    kind: 'recipient',
    recipient: collection.recipient,
    purpose: 'statistics',
    provision: collection.provision,
  };
  const period = lastEnded(kind, context.today);
  const isDue = isCountedAnew(period, collection.due, context.today);
  if (!isDue && (await loadEdition(context, definition.id, period)) !== undefined) return undefined;
  let wasMade = false;
  await unlessChanged(async () => {
    wasMade = (await commitEdition(context, definition, period, use, 'unlessEmpty')).isNew;
  });
  if (!wasMade) return undefined;
  return isDue ? 'inTime' : 'late';
}

const isCountedAnew = (period: Period, due: { month: number; day: number }, today: LocalDate): boolean =>
  today < addDays(dueOn(period, due), 1);
