import * as z from 'zod';
import { rewritten } from '../../shared/access/granting/compile.ts';
import { powersOf, putPowers } from '../../shared/access/powers.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { UserId } from '../../shared/kernel/id.ts';

export const SignedOut = z.strictObject({ userId: UserId }).meta({ id: 'SignedOut' });

/**
 * Uloskirjautuminen: every session that the worker has open is over at once, on whatever machine it was left. The
 * token that asked is the first that is refused.
 */
export async function signOut(context: ActContext): Promise<Answer<z.infer<typeof SignedOut>>> {
  const { services, actor, now } = context;
  const { userId } = actor;
  const powers = await powersOf(services, actor.controller, userId);
  const next = rewritten(powers, () => ({ sessionsValidFrom: now }), { now, by: userId });
  return commit(context, {
    changes: [putPowers(next)],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: userId }],
      dataGroups: ['accessRights'],
      changedFields: ['sessions'],
    },
    answer: { body: { userId } },
  });
}
