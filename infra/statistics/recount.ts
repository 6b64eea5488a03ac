import { RECOUNT } from '../../shared/access/actions/statistics.ts';
import { commit } from '../../shared/commit.ts';
import { makeCubes, recountMonth } from '../../shared/domain/statistics/cubes/make.ts';
import { monthsOf, type Period } from '../../shared/domain/statistics/periods.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';

export type Recounted = { month: string } & Awaited<ReturnType<typeof recountMonth>>;

/**
 * Counts the months of a period anew, one after another, and puts a cube that says otherwise right. What late facts
 * wait for is made first, so that what differs afterwards differs without a reason. The run is on the log.
 */
export async function recountPeriod(
  services: Services,
  controller: ControllerId,
  { period, ranBy, told }: { period: Period; ranBy: string; told: (month: Recounted) => void },
): Promise<Recounted[]> {
  const context = systemContext(services, controller, {
    action: RECOUNT,
    event: 'StatisticsRecounted',
    ranBy,
  });
  await makeCubes(context);
  const months: Recounted[] = [];
  for (const month of monthsOf(period)) {
    const done = { month, ...(await recountMonth(context, month)) };
    months.push(done);
    told(done);
  }
  await commit(context, {
    changes: [],
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: 'cubes' }],
      dataGroups: ['statistics'],
      changedFields: months.some(({ cube }) => cube === 'made' || cube === 'replaced') ? ['cubes'] : [],
    },
    answer: { body: {} },
  });
  return months;
}
