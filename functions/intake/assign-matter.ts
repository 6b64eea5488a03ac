import * as z from 'zod';
import { whoCannot } from '../../shared/access/powers.ts';
import { INTAKE } from '../../shared/access/role-groups.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { deadlinesOfMatter, reassignedDeadlines } from '../../shared/domain/intake/deadlines.ts';
import { movedAtHand } from '../../shared/domain/intake/of-client.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { assignMatter as assigned } from '../../shared/domain/intake/transitions.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import type { MatterChanged, OfMatter } from './one-matter.ts';

/** To whom; back to the queue where nobody is named. */
export const AssignMatter = z.strictObject({ workerId: UserId.optional() }).meta({ id: 'AssignMatter' });

/** Gives a matter to a worker of the intake, or takes it back to the unit's queue. */
export async function assignMatter(
  context: ActContext,
  { body: { workerId }, ...of }: OfMatter & { body: z.infer<typeof AssignMatter> },
): Promise<Answer<MatterChanged>> {
  const [{ matter, heads }, cannot, running] = await Promise.all([
    findMatterAt(context, of),
    whoCannot(context, workerId === undefined ? [] : [workerId], INTAKE),
    deadlinesOfMatter(context, of.params.matterId),
  ]);
  if (cannot.length > 0) throw new Refusal(INTAKE_REFUSALS.workerCannot, { details: { userIds: cannot } });
  const after = assigned(matter, workerId, { now: context.now, by: context.actor.userId });
  return commitMatter(context, matter, {
    after,
    changes: [...movedAtHand(context, heads, after), ...reassignedDeadlines(context, running, after)],
    fields: ['workerId'],
  });
}
