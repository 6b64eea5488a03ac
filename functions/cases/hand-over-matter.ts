import { whoCannot } from '../../shared/access/powers.ts';
import { INTAKE } from '../../shared/access/role-groups.ts';
import type { ActContext } from '../../shared/act.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { deadlinesOfMatter, reassignedDeadlines } from '../../shared/domain/intake/deadlines.ts';
import { movedAtHand } from '../../shared/domain/intake/of-client.ts';
import { loadMatter, movedMatter } from '../../shared/domain/intake/store.ts';
import { assignMatter } from '../../shared/domain/intake/transitions.ts';
import type { MatterId } from '../../shared/kernel/id.ts';
import { type Handed, ofHandOver } from './handed.ts';

/**
 * An intake matter with its times: to the successor where they take in matters, else back to the queue of its unit,
 * which somebody looks at.
 */
export async function handOverMatter(
  context: ActContext,
  job: HandOver,
  matterId: MatterId,
): Promise<Handed> {
  const { services, actor, now } = context;
  const { fromWorkerId, successorId, unitId } = job;
  const [matter, running, cannot] = await Promise.all([
    loadMatter(context, matterId),
    deadlinesOfMatter(context, matterId),
    whoCannot(context, [successorId], INTAKE),
  ]);
  const isLeavers = matter?.state === 'open' && matter.workerId === fromWorkerId && matter.unitId === unitId;
  if (matter === undefined || !isLeavers) return 'nothing';
  const clientIds = matter.subjects.flatMap(({ clientId }) => clientId ?? []);
  const heads = await loadHeads(services, actor.controller, clientIds);
  if (heads.some((head) => isShutTo(head, successorId))) return 'kept';
  const to = cannot.length > 0 ? undefined : successorId;
  const after = assignMatter(matter, to, { now, by: actor.userId });
  return {
    changes: [
      movedMatter(actor.controller, matter, after),
      ...movedAtHand(context, heads, after),
      ...reassignedDeadlines(context, running, after),
    ],
    line: {
      clients: clientIds,
      resources: [
        {
          kind: 'intakeMatter',
          id: matterId,
          version: after.version,
          serviceTasks: after.serviceTasks,
        },
        ...ofHandOver(job),
      ],
      dataGroups: ['intake'],
      changedFields: ['workerId'],
    },
    more: false,
  };
}
