import type { UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { putAway } from '../earlier.ts';
import type { Hearing, Official } from './concerned-model.ts';
import { type Correction, type DecisionEnd, type DecisionHead, DecisionThen, type Review } from './model.ts';
import { DECISION_REFUSALS } from './refusals.ts';
import { type MoveName, stateAfter } from './states.ts';

/** The moves of a decision. Each knows its prior states by the table; the version is the race guard. */

type Mover = { now: Instant; by: UserId };

/** @throws Refusal `decision.wrongState`, naming the state it is in. */
export function moved(head: DecisionHead, name: MoveName, { now, by }: Mover): DecisionHead {
  const state = stateAfter(head.state, name);
  if (state === undefined)
    throw new Refusal(DECISION_REFUSALS.wrongState, { details: { state: head.state } });
  return { ...head, ...changed(head, now, by), ...putAway(head, DecisionThen.parse(head), now), state };
}

const by = ({ userId, at }: Official): Mover => ({ now: at, by: userId });

/** What may be made different while it is prepared. */
export type Prepared = Partial<
  Pick<
    DecisionHead,
    | 'result'
    | 'obliging'
    | 'amount'
    | 'validity'
    | 'reviewOn'
    | 'specialSupport'
    | 'atOnce'
    | 'concerned'
    | 'socialServices'
    | 'draftId'
    | 'route'
  >
>;

/** prepared | heard, with other plans. */
export const changeDecision = (head: DecisionHead, to: Prepared, mover: Mover): DecisionHead => ({
  ...moved(head, 'change', mover),
  ...to,
});

/** prepared | heard: how one of the concerned was heard. */
export function hear(head: DecisionHead, concernedId: string, hearing: Hearing, mover: Mover): DecisionHead {
  const isHere = head.concerned.some((one) => one.concernedId === concernedId);
  if (!isHere) throw new Refusal(DECISION_REFUSALS.notConcerned);
  return {
    ...moved(head, 'hear', mover),
    concerned: head.concerned.map((one) => (one.concernedId === concernedId ? { ...one, hearing } : one)),
  };
}

/** prepared -> heard. */
export const closeHearing = (head: DecisionHead, mover: Mover): DecisionHead =>
  moved(head, 'closeHearing', mover);

/** prepared | heard -> proposed, to one who decides. */
export const proposeDecision = (head: DecisionHead, to: UserId, official: Official): DecisionHead => ({
  ...moved(head, 'propose', by(official)),
  proposed: { to, by: official },
});

/** proposed -> prepared. */
export function sendBack(head: DecisionHead, mover: Mover): DecisionHead {
  const { proposed: _proposed, ...rest } = moved(head, 'sendBack', mover);
  return rest;
}

/**
 * prepared | heard | proposed, out of a leaver's hands: to another preparer, and out of the hands of a decider who
 * left back to the preparer, for nobody decides in another's place without being asked.
 */
export function handOverDecision(
  head: DecisionHead,
  { preparer, isBack }: { preparer?: Official | undefined; isBack: boolean },
  mover: Mover,
): DecisionHead {
  const after = isBack ? sendBack(head, mover) : moved(head, 'handOver', mover);
  return preparer === undefined ? after : { ...after, preparedBy: preparer };
}

/** prepared | heard | proposed -> issued: by the official whose name it bears. */
export function issueDecision(
  head: DecisionHead,
  issued: NonNullable<DecisionHead['issued']>,
  document: { documentId: NonNullable<DecisionHead['documentId']>; documentVersion: number },
): DecisionHead {
  const { draftId: _draft, ...rest } = moved(head, 'issue', by(issued.by));
  return { ...rest, issued, ...document };
}

/** A copy went out, reached its recipient or did not; with the last one the decision is served. */
export const serveDecision = (head: DecisionHead, isLast: boolean, mover: Mover): DecisionHead =>
  moved(head, isLast && head.state === 'issued' ? 'allServed' : 'serve', mover);

/** issued | served | underReview | legalForce -> underReview. */
export const receiveReview = (head: DecisionHead, review: Review): DecisionHead => ({
  ...moved(head, 'review', by(review.receivedBy)),
  reviews: [...head.reviews, review],
});

/** underReview: one was handled; when none is pending, it goes back to where its time runs, or to its force. */
export function handleReview(
  head: DecisionHead,
  reviewId: string,
  result: NonNullable<Review['result']>,
  mover: Mover,
): DecisionHead {
  const reviews = head.reviews.map((one) => (one.reviewId === reviewId ? { ...one, result } : one));
  if (reviews.some((one) => one.result === undefined)) return { ...moved(head, 'serve', mover), reviews };
  return { ...moved(head, head.force === undefined ? 'endReview' : 'endLateReview', mover), reviews };
}

/** A result was served on the claimant: the time of the next instance runs. */
export const serveResult = (
  head: DecisionHead,
  reviewId: string,
  servedOn: LocalDate,
  mover: Mover,
): DecisionHead => ({
  ...moved(head, 'serveResult', mover),
  reviews: head.reviews.map((one) =>
    one.reviewId === reviewId && one.result !== undefined
      ? { ...one, result: { ...one.result, servedOn } }
      : one,
  ),
});

/** served -> legalForce. */
export const gainForce = (head: DecisionHead, on: LocalDate, official: Official): DecisionHead => ({
  ...moved(head, 'gainForce', by(official)),
  force: { on, by: official },
});

/** Its document was corrected: which version it has now, when, by whom and on whose initiative. */
export const correctDecision = (head: DecisionHead, correction: Correction): DecisionHead => ({
  ...moved(head, 'correct', by(correction.by)),
  documentVersion: correction.documentVersion,
  corrections: [...(head.corrections ?? []), correction],
});

/** Carried out from a day on: the first one stays. */
export const beginDecision = (
  head: DecisionHead,
  begun: NonNullable<DecisionHead['begun']>,
  of: Pick<DecisionHead, 'begunBy' | 'begunTimes'>,
): DecisionHead => ({ ...moved(head, 'begin', by(begun.by)), begun, ...of });

/** Looked at again, with the day of the next time. */
export function reassessDecision(
  head: DecisionHead,
  reassessed: NonNullable<DecisionHead['reassessed']>,
  nextOn: LocalDate | undefined,
): DecisionHead {
  const { reviewOn: _before, ...rest } = moved(head, 'reassess', by(reassessed.by));
  return { ...rest, reassessed, ...(nextOn === undefined ? {} : { reviewOn: nextOn }) };
}

export const orderEnforcement = (
  head: DecisionHead,
  enforcement: NonNullable<DecisionHead['enforcement']>,
): DecisionHead => ({ ...moved(head, 'orderEnforcement', by(enforcement.by)), enforcement });

/** Out of what is under way: cancelled, expired, lapsed or revoked. It waits for nobody any more. */
export function endDecision(
  head: DecisionHead,
  name: 'cancel' | 'expire' | 'lapse' | 'revoke',
  end: DecisionEnd,
): DecisionHead {
  const { proposed: _proposed, ...rest } = moved(head, name, by(end.by));
  return { ...rest, end };
}
