import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { endDecision } from '../../shared/domain/decisions/transitions.ts';
import {
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
  withReason,
} from './one-decision.ts';

export const CancelDecision = z
  .strictObject({
    ground: z.enum(['withdrawn', 'notNeeded']),
    words: z.string().trim().min(3).max(1000),
  })
  .meta({ id: 'CancelDecision' });

/** Ends the preparation without a decision: the application was withdrawn, or nothing is left to decide. */
export async function cancelDecision(
  context: ClientContext,
  { body: { ground, words }, ...of }: OfDecision & { body: z.infer<typeof CancelDecision> },
): Promise<Answer<DecisionChanged>> {
  const before = await decisionSeen(context, of);
  const end = { ground, on: context.today, by: officialOf(context) };
  const after = endDecision(before, 'cancel', end);
  return commitDecision(context, before, after, {
    content: withReason(await contentOf(context, before), 'cancel', words),
    fields: ['state', 'end'],
  });
}
