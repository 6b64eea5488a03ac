import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { Deadline } from './model.ts';

/** What is said of a deadline in words: sealed under its case, or its client. */
export const LatenessWords = z.string().trim().min(1).max(2000);

/** They are sealed at a place of the deadline's own, which does not change when it ends and moves. */
const placeOf = ({ pk, deadlineId }: Deadline) => recordPlace({ pk, sk: deadlineId }, 'lateness');

/** For the next version of the deadline. */
export const sealWords = (ring: KeyRing, deadline: Deadline, words: string): Promise<Sealed> =>
  ring.seal(deadline.caseId, placeOf(deadline), deadline.version + 1, words);

export const openWords = (ring: KeyRing, deadline: Deadline): Promise<string | undefined> => {
  const words = deadline.lateness?.words;
  return words === undefined
    ? Promise.resolve(undefined)
    : ring.open(words, placeOf(deadline), LatenessWords);
};
