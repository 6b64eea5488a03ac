import * as z from 'zod';
import { faultFields } from '../../shared/application-log.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { hasFacts } from '../../shared/domain/statistics/cubes/store.ts';
import { collectedSince, wasGiven } from '../../shared/domain/statistics/due.ts';
import type { StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { endedSince, isSettled, monthsOf } from '../../shared/domain/statistics/periods.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { calendarContext, exportByCalendar } from './export-by-calendar.ts';

/** `late`: made after the day on which it was due. */
export type MadeByCalendar = { made: number; late: number; failed: number };

const Asked = z.strictObject({ definitionId: z.string() });

/**
 * The run of the morning of one collection: the exports that an authority collects, from the first day after their
 * period. Until the day on which it is due one is counted anew each morning, and a correction makes the next edition.
 * Where no last day is known that is a month. After that day what is missing is made, of each period since the setting names the recipient, so that whatever mornings
 * did not come about are caught up with. Safe to repeat.
 */
export async function makeByCalendar(
  services: Services,
  controllers: readonly ControllerId[],
  input: unknown,
): Promise<MadeByCalendar> {
  const definition = knownDefinition(Asked.parse(input).definitionId);
  const sum = { made: 0, late: 0, failed: 0 };
  for (const controller of controllers) {
    try {
      const done = await makeDue(services, controller, definition);
      const late = done.madeLate + done.failedLate;
      sum.made += done.made;
      sum.late += done.madeLate;
      sum.failed += done.failed;
      if (late > 0) services.log.error('STATISTICS_LATE', { controller, count: late });
    } catch (thrown) {
      services.log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
      sum.failed += 1;
    }
  }
  return sum;
}

type Done = { made: number; madeLate: number; failed: number; failedLate: number };

async function makeDue(
  services: Services,
  controller: ControllerId,
  definition: FigureDefinition,
): Promise<Done> {
  const done: Done = { made: 0, madeLate: 0, failed: 0, failedLate: 0 };
  const { collection } = definition;
  if (collection === undefined) return done;
  const { statistics } = await settingsOf(services, controller);
  if (!statistics.recipients.includes(collection.recipient)) return done;
  const context = calendarContext(services, controller, 'StatisticsExported');
  const use: StatisticsUse = {
    kind: 'recipient',
    recipient: collection.recipient,
    purpose: 'statistics',
    provision: collection.provision,
  };
  const since = await collectedSince(context, collection.recipient);
  for (const period of endedSince(collection.of, context.today, since)) {
    const isPast = isSettled(period, collection.due, context.today);
    // Of what has no known day nothing is late.
    const isLate = isPast && collection.due !== undefined;
    if (isPast && (await wasGiven(context, definition.id, period, use))) continue;
    const months = await Promise.all(monthsOf(period).map((month) => hasFacts(context, month)));
    // Before a controller had any fact there is nothing to make.
    if (!months.includes(true)) continue;
    const result = await exportByCalendar(services, controller, { definition, period, use });
    if (result === 'made') done.made += 1;
    if (result === 'made' && isLate) done.madeLate += 1;
    if (result === 'failed') done.failed += 1;
    if (result === 'failed' && isLate) done.failedLate += 1;
  }
  return done;
}
