import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { deadlinesOfMatter, timesOfUrgency } from '../../shared/domain/intake/deadlines.ts';
import { HandlingContent, Urgency } from '../../shared/domain/intake/model.ts';
import { assessUrgency as assessed } from '../../shared/domain/intake/transitions.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import { handlingOf } from './new-handling.ts';
import type { MatterChanged, OfMatter } from './one-matter.ts';

export const AssessUrgency = z
  .strictObject({ result: Urgency, grounds: HandlingContent.shape.words })
  .meta({ id: 'AssessUrgency' });

/** Assesses whether help is needed at once (1301/2014 § 36; 417/2007 § 26): who, when, with which result and why. */
export async function assessUrgency(
  context: ActContext,
  { body: { result, grounds }, ...of }: OfMatter & { body: z.infer<typeof AssessUrgency> },
): Promise<Answer<MatterChanged>> {
  const { now, today, actor } = context;
  const [{ matter, ring }, running] = await Promise.all([
    findMatterAt(context, of),
    deadlinesOfMatter(context, of.params.matterId),
  ]);
  const after = assessed(matter, result, { now, by: actor.userId });
  const { matterId, unitId, serviceTasks } = after;
  const { change } = await handlingOf(context, ring, {
    matterId,
    kind: 'urgency',
    content: { words: grounds },
  });
  return commitMatter(context, matter, {
    after,
    changes: [change, ...timesOfUrgency(context, running, after)],
    fields: ['urgency'],
    facts: [{ kind: 'matterUrgencyAssessed', on: today, unitId, serviceTasks, code: result }],
  });
}
