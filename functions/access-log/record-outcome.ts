import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { MOST_OUTCOMES, OutcomeWords, type Sign, SignOutcome } from '../../shared/domain/signs/model.ts';
import { SIGN_REFUSALS } from '../../shared/domain/signs/refusals.ts';
import { indexedSign, sealOutcome } from '../../shared/domain/signs/store.ts';
import { SignId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { knownSign } from './known-sign.ts';

export const RecordOutcome = z
  .strictObject({
    outcome: SignOutcome,
    words: OutcomeWords,
    /** Where a suspicion is handled further: the id of its case. */
    reference: z
      .string()
      .regex(/^[0-9A-Za-z-]{1,40}$/)
      .optional(),
  })
  .meta({ id: 'RecordOutcome' });
export const OutcomeRecorded = z
  .strictObject({ signId: SignId, version: z.int() })
  .meta({ id: 'OutcomeRecorded' });

/**
 * What a reviewer found of a sign, in words. Nothing else follows by itself: a suspicion is handled by people, where
 * the reference says. A later outcome stands beside the earlier ones.
 */
export async function recordOutcome(
  context: ActContext,
  {
    params: { signId },
    body: { words, ...found },
    version,
  }: { params: { signId: SignId }; body: z.infer<typeof RecordOutcome>; version: number },
): Promise<Answer<z.infer<typeof OutcomeRecorded>>> {
  const { actor, now } = context;
  const sign = await knownSign(context, signId);
  if (sign.version !== version) {
    throw new Refusal(COMMON_REFUSALS.stale, { details: { version: sign.version } });
  }
  const { outcomes, clientId, userId } = sign;
  if (outcomes.length >= MOST_OUTCOMES) throw new Refusal(SIGN_REFUSALS.tooMany);
  const sealed = await sealOutcome(context, sign, outcomes.length, words);
  const put: Sign = indexedSign(
    {
      ...sign,
      ...changed(sign, now, actor.userId),
      state: 'reviewed',
      outcomes: [...outcomes, { ...found, by: actor.userId, at: now, words: sealed }],
    },
    actor.controller,
  );
  return commit(context, {
    changes: [{ put, when: { version } }],
    line: {
      clients: clientId === undefined ? [] : [clientId],
      resources: [
        { kind: 'accessLog', id: signId, version: put.version },
        { kind: 'user', id: userId },
      ],
      dataGroups: ['accessLog'],
      changedFields: ['outcome'],
      reasonCode: found.outcome,
    },
    answer: { body: { signId, version: put.version }, version: put.version },
  });
}
