import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { MOST_OUTCOMES, SignOutcome } from '../../shared/domain/signs/model.ts';
import { openOutcome } from '../../shared/domain/signs/store.ts';
import { type SignId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { knownSign } from './known-sign.ts';
import { SignShown, signShown } from './sign-view.ts';

export const SignRead = SignShown.extend({
  /** All of them, the last one last. */
  outcomes: z
    .array(
      z.strictObject({
        outcome: SignOutcome,
        by: UserId,
        at: Instant,
        words: z.string(),
        reference: z.string().optional(),
      }),
    )
    .max(MOST_OUTCOMES),
}).meta({ id: 'SignRead' });

/** One sign with all that was found out of it. */
export async function readSign(
  context: ActContext,
  { params: { signId } }: { params: { signId: SignId } },
): Promise<Reading<z.infer<typeof SignRead>>> {
  const sign = await knownSign(context, signId);
  const { clientId, userId, version } = sign;
  return {
    line: {
      clients: clientId === undefined ? [] : [clientId],
      resources: [
        { kind: 'accessLog', id: signId, version },
        { kind: 'user', id: userId },
      ],
      dataGroups: ['accessLog'],
    },
    version,
    body: async () => ({
      ...signShown(sign),
      outcomes: await Promise.all(
        sign.outcomes.map(async ({ outcome, by, at, reference, words }, nth) => ({
          outcome,
          by,
          at,
          words: await openOutcome(context, sign, nth, words),
          ...(reference === undefined ? {} : { reference }),
        })),
      ),
    }),
  };
}
