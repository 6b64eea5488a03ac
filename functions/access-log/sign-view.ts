import * as z from 'zod';
import { Sign, SignOutcome } from '../../shared/domain/signs/model.ts';
import { sentenceOf } from '../../shared/domain/signs/signs-of-day.ts';
import { Instant } from '../../shared/kernel/instant.ts';

const Sentence = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

export const SignShown = Sign.pick({
  signId: true,
  code: true,
  userId: true,
  unitId: true,
  clientId: true,
  on: true,
  numbers: true,
  state: true,
  escalatedAt: true,
  version: true,
})
  .extend({
    /** Why it is a sign. It says what was seen, never that it was misuse. */
    sentence: Sentence,
    foundAt: Instant,
    /** The last one, where there is one. */
    outcome: SignOutcome.optional(),
  })
  .meta({ id: 'SignShown' });
export type SignShown = z.infer<typeof SignShown>;

export function signShown(sign: Sign): SignShown {
  const { signId, code, userId, unitId, clientId, on, numbers, state, escalatedAt, version } = sign;
  const outcome = sign.outcomes.at(-1)?.outcome;
  return {
    signId,
    code,
    userId,
    unitId,
    ...(clientId === undefined ? {} : { clientId }),
    on,
    numbers,
    state,
    ...(escalatedAt === undefined ? {} : { escalatedAt }),
    version,
    sentence: sentenceOf(code, numbers) ?? { fi: code, sv: code, en: code },
    foundAt: sign.createdAt,
    ...(outcome === undefined ? {} : { outcome }),
  };
}
