import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { OutcomeWords, SignOutcome } from '../../shared/domain/signs/model.ts';
import { openingsOfSign } from '../../shared/domain/signs/of-openings.ts';
import { openingsReviewed, withOutcome } from '../../shared/domain/signs/outcome.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { SignId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
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

/** So many fit beside the sign and the line. One worker and one client have fewer on a day, for each is in force for hours. */
const MOST_OPENINGS_OF_DAY = 20;

/**
 * What a reviewer found of a sign, in words; of an opening without a tie the unit's queue says the same. Nothing else follows by itself: a suspicion is handled by people, where
 * the reference says. A later outcome stands beside the earlier ones.
 */
export async function recordOutcome(
  context: ActContext,
  {
    params: { signId },
    body,
    version,
  }: { params: { signId: SignId }; body: z.infer<typeof RecordOutcome>; version: number },
): Promise<Answer<z.infer<typeof OutcomeRecorded>>> {
  const sign = await knownSign(context, signId);
  expectVersion(sign, version);
  const { clientId, userId } = sign;
  const [put, openings] = await Promise.all([
    withOutcome(context, sign, body),
    openingsOfSign(context, sign),
  ]);
  const reviewed = await openingsReviewed(context, openings.slice(0, MOST_OPENINGS_OF_DAY), body);
  return commit(context, {
    changes: [
      { put, when: { version } },
      ...reviewed.map((change) => ({ ...change, otherwise: COMMON_REFUSALS.conflict })),
    ],
    line: {
      clients: clientId === undefined ? [] : [clientId],
      resources: [
        { kind: 'accessLog', id: signId, version: put.version },
        { kind: 'user', id: userId },
      ],
      dataGroups: ['accessLog'],
      changedFields: ['outcome'],
      reasonCode: body.outcome,
    },
    answer: { body: { signId, version: put.version }, version: put.version },
  });
}
