import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { CancelGround } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { LatenessWords } from '../../shared/domain/deadlines/words.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import {
  commitDeadline,
  type DeadlineOfMatterChanged,
  findDeadlineSeen,
  type OfDeadline,
} from './one-deadline.ts';

export const CancelMatterDeadline = z
  .strictObject({ ground: CancelGround, words: LatenessWords })
  .meta({ id: 'CancelMatterDeadline' });

/** Takes away a time of a matter that need not be kept, with the ground and why: it does not begin again by itself. */
export async function cancelMatterDeadline(
  context: ActContext,
  { body: { ground, words }, ...of }: OfDeadline & { body: z.infer<typeof CancelMatterDeadline> },
): Promise<Answer<DeadlineOfMatterChanged>> {
  const found = await findDeadlineSeen(context, of);
  if (found.matter.state !== 'open') throw new Refusal(INTAKE_REFUSALS.isHandled);
  const { deadline, changes } = cancelDeadline(context, found.deadline, ground);
  return commitDeadline(context, found, { deadline, changes, fields: ['state', 'cancelGround'], words });
}
