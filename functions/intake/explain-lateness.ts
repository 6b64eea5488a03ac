import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { mustBeLate } from '../../shared/domain/deadlines/lateness.ts';
import { LatenessReason } from '../../shared/domain/deadlines/model.ts';
import { placedDeadline } from '../../shared/domain/deadlines/place.ts';
import { explained } from '../../shared/domain/deadlines/transitions.ts';
import { LatenessWords } from '../../shared/domain/deadlines/words.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import {
  commitDeadline,
  type DeadlineOfMatterChanged,
  findDeadlineSeen,
  type OfDeadline,
} from './one-deadline.ts';

export const ExplainLateness = z
  .strictObject({
    reason: LatenessReason,
    /** Only while the matter is in the intake: afterwards its words open in its clients' files alone. */
    words: LatenessWords.optional(),
  })
  .meta({ id: 'ExplainLateness' });

/** Why a time of a matter was exceeded, while it runs or after it was met late (434/2003 § 23). */
export async function explainLateness(
  context: ActContext,
  { body: { reason, words }, ...of }: OfDeadline & { body: z.infer<typeof ExplainLateness> },
): Promise<Answer<DeadlineOfMatterChanged>> {
  const { actor, now } = context;
  const found = await findDeadlineSeen(context, of);
  mustBeLate(found.deadline, context);
  if (words !== undefined && found.ring === undefined) throw new Refusal(INTAKE_REFUSALS.isHandled);
  const deadline = explained(found.deadline, { reason }, { now, by: actor.userId });
  return commitDeadline(context, found, {
    deadline,
    changes: placedDeadline(actor.controller, found.deadline, deadline),
    fields: ['lateness'],
    words,
  });
}
