import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { unitUnknown } from '../../shared/domain/controllers/rules.ts';
import { findUnit } from '../../shared/domain/controllers/store.ts';
import {
  deadlinesOfMatter,
  endedDeadlinesOfMatter,
  transferredDeadlines,
} from '../../shared/domain/intake/deadlines.ts';
import { HandlingContent, IntakeMatter } from '../../shared/domain/intake/model.ts';
import { loadNotifierMessages, movedMessages } from '../../shared/domain/intake/notifier-message.ts';
import { movedAtHand } from '../../shared/domain/intake/of-client.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { loadRecord, openRecord } from '../../shared/domain/intake/store.ts';
import { transferMatter as transferred } from '../../shared/domain/intake/transitions.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import { handlingOf } from './new-handling.ts';
import type { MatterChanged, OfMatter } from './one-matter.ts';

export const TransferMatter = z
  .strictObject({
    unitId: UnitId,
    serviceTasks: IntakeMatter.shape.serviceTasks.optional(),
    reason: HandlingContent.shape.words,
  })
  .meta({ id: 'TransferMatter' });

/** Transfers a matter to the intake of the unit whose task it is. Its time runs on from its first receipt, under the tasks it has there. */
export async function transferMatter(
  context: ActContext,
  { body, ...of }: OfMatter & { body: z.infer<typeof TransferMatter> },
): Promise<Answer<MatterChanged>> {
  const { now, today, actor } = context;
  const [{ matter, heads, ring }, unit, item, running, ended, messages] = await Promise.all([
    findMatterAt(context, of),
    findUnit(context, body.unitId),
    loadRecord(context, of.params.matterId),
    deadlinesOfMatter(context, of.params.matterId),
    endedDeadlinesOfMatter(context, of.params.matterId),
    loadNotifierMessages(context, of.params.matterId),
  ]);
  if (item === undefined) throw new Error('A matter has no record.');
  // In the intake of a unit that is not there it would never be found again.
  if (unit === undefined || (unit.unit.to !== undefined && unit.unit.to < today)) {
    throw new Refusal(INTAKE_REFUSALS.notValid, { findings: [unitUnknown()] });
  }
  const record = await openRecord(ring, item);
  const after = transferred(matter, body, { now, by: actor.userId });
  const { change } = await handlingOf(context, ring, {
    matterId: after.matterId,
    kind: 'transfer',
    content: { words: body.reason },
  });
  return commitMatter(context, matter, {
    after,
    changes: [
      change,
      ...movedAtHand(context, heads, after),
      ...movedMessages(context, messages, after),
      ...transferredDeadlines(
        context,
        { running, ended },
        { before: { matter, record }, after: { matter: after, record } },
      ),
    ],
    fields: ['unitId', ...(body.serviceTasks === undefined ? [] : ['serviceTasks'])],
  });
}
