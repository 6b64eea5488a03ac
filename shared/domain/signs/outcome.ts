import type { ActContext, Change } from '../../act.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { Opening } from '../access-rights/model.ts';
import { reviewedOpening } from '../access-rights/openings.ts';
import { MOST_OUTCOMES, type Sign, type SignOutcome } from './model.ts';
import { SIGN_REFUSALS } from './refusals.ts';
import { indexedSign, sealOutcome } from './store.ts';

export type Found = { outcome: SignOutcome; words: string; reference?: string | undefined };

/**
 * The sign with what a reviewer found beside what was found before. It waits on while something of it was not looked
 * into: another opening of the same day.
 * @throws Refusal `sign.tooManyOutcomes`.
 */
export async function withOutcome(
  context: ActContext,
  sign: Sign,
  { words, outcome, reference }: Found,
  isAll = true,
): Promise<Sign> {
  const { actor, now } = context;
  const { outcomes } = sign;
  if (outcomes.length >= MOST_OUTCOMES) throw new Refusal(SIGN_REFUSALS.tooMany);
  const found = {
    outcome,
    by: actor.userId,
    at: now,
    words: await sealOutcome(context, sign, outcomes.length, words),
    ...(reference === undefined ? {} : { reference }),
  };
  return indexedSign(
    {
      ...sign,
      ...changed(sign, now, actor.userId),
      state: isAll ? 'reviewed' : sign.state,
      outcomes: [...outcomes, found],
    },
    actor.controller,
  );
}

/** The same found of openings that a sign is of. */
export const openingsReviewed = (
  context: ActContext,
  openings: readonly Opening[],
  found: Found,
): Promise<Change[]> =>
  Promise.all(
    openings.map(
      async (opening): Promise<Change> => ({
        put: await reviewedOpening(context, opening, found),
        when: { version: opening.version },
      }),
    ),
  );
