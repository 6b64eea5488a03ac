import { type NotedOrder, notedRun } from '../../functions/statistics/noted-run.ts';
import { MAKE_EXPORT_BY_HAND } from '../../shared/access/actions/statistics.ts';
import type { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';

type Order = Pick<NotedOrder, 'definition' | 'period' | 'use'> & { ranBy: string };

/**
 * One export by an operator's command, which may count a year from its facts: with a record from its beginning.
 * @throws Refusal, and whatever stayed a fault.
 */
export async function exportByHand(
  services: Services,
  controller: ControllerId,
  { ranBy, ...order }: Order,
): Promise<StatisticsEdition> {
  const { edition } = await notedRun({
    ...order,
    by: 'hand',
    when: 'noted',
    contextOf: (event) => systemContext(services, controller, { action: MAKE_EXPORT_BY_HAND, event, ranBy }),
  });
  return edition;
}
