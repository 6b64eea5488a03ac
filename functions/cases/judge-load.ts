import { allCasesOfWorker, childrenIn, judgeChildren, mostChildren } from '../../shared/domain/cases/load.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { UserId } from '../../shared/kernel/id.ts';

/** How many children the worker would answer for with these: a warning where they are more than the limit. */
export async function judgeLoad(
  { services, actor, today }: ClientContext,
  workerId: UserId | undefined,
  given: readonly Pick<CaseHead, 'clientId' | 'serviceTasks'>[],
): Promise<Finding[]> {
  if (workerId === undefined || childrenIn(given).size === 0) return [];
  const [inHand, { followUp }] = await Promise.all([
    allCasesOfWorker(services, actor.controller, workerId),
    settingsOf(services, actor.controller),
  ]);
  const children = childrenIn([...inHand, ...given]);
  return judgeChildren(children.size, mostChildren(today, followUp.childrenPerWorker));
}
