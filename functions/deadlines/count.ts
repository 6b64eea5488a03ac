import * as z from 'zod';
import { grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  countDeadlines,
  DeadlineList,
  type Holder,
  spanOfList,
} from '../../shared/domain/deadlines/worklists.ts';
import type { UnitId } from '../../shared/kernel/id.ts';

const Count = z.strictObject({ count: z.int(), more: z.boolean() });

/** How many rows each list has, up to a hundred: no client is named, so that what one may not list is counted too. */
export const DeadlineCounts = z
  .strictObject({ late: Count, due: Count, coming: Count, others: Count, unexplained: Count })
  .meta({ id: 'DeadlineCounts' });
type DeadlineCounts = z.infer<typeof DeadlineCounts>;

export const countOwn = (context: ActContext): Promise<Reading<DeadlineCounts>> =>
  counted(context, { workerId: context.actor.userId });

export async function countUnit(
  context: ActContext,
  { params: { unitId } }: { params: { unitId: UnitId } },
): Promise<Reading<DeadlineCounts>> {
  grantsInUnit(context, unitId);
  return counted(context, { unitId });
}

async function counted(context: ActContext, holder: Holder): Promise<Reading<DeadlineCounts>> {
  const { services, actor, today } = context;
  const { followUp } = await settingsOf(services, actor.controller);
  const countOf = (list: DeadlineList) =>
    countDeadlines(services, actor.controller, holder, spanOfList(list, today, followUp.comingDays));
  const [late, due, coming, others, unexplained] = await Promise.all([
    countOf('late'),
    countOf('due'),
    countOf('coming'),
    countOf('others'),
    countOf('unexplained'),
  ]);
  return {
    line: {
      clients: [],
      resources: 'unitId' in holder ? [{ kind: 'unit', id: holder.unitId }] : [],
      dataGroups: ['deadlines'],
    },
    body: () => ({ late, due, coming, others, unexplained }),
  };
}
