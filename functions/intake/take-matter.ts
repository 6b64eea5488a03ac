import type { ActContext, Answer } from '../../shared/act.ts';
import { deadlinesOfMatter, reassignedDeadlines } from '../../shared/domain/intake/deadlines.ts';
import { movedAtHand } from '../../shared/domain/intake/of-client.ts';
import { assignMatter } from '../../shared/domain/intake/transitions.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import type { MatterChanged, OfMatter } from './one-matter.ts';

/** Takes a matter from the queue into one's own hands. */
export async function takeMatter(context: ActContext, of: OfMatter): Promise<Answer<MatterChanged>> {
  const [{ matter, heads }, running] = await Promise.all([
    findMatterAt(context, of),
    deadlinesOfMatter(context, of.params.matterId),
  ]);
  const { now, actor } = context;
  const after = assignMatter(matter, actor.userId, { now, by: actor.userId });
  return commitMatter(context, matter, {
    after,
    changes: [...movedAtHand(context, heads, after), ...reassignedDeadlines(context, running, after)],
    fields: ['workerId'],
  });
}
