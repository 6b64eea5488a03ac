import * as z from 'zod';

/**
 * Päätöksen kulku (434/2003): the states of a decision and the moves between them, as data. A move that is not here
 * does not exist; a test tries every move from every other state.
 */
export const DecisionState = z
  .enum([
    // Under preparation: nothing has been decided yet.
    'prepared',
    'heard',
    'proposed',
    // Decided: binding as it stands.
    'issued',
    'served',
    'underReview',
    'legalForce',
    // Ended.
    'cancelled',
    'expired',
    'lapsed',
    'revoked',
  ])
  .meta({ id: 'DecisionState' });
export type DecisionState = z.infer<typeof DecisionState>;

export const PREPARATION: readonly DecisionState[] = ['prepared', 'heard', 'proposed'];
export const DECIDED: readonly DecisionState[] = ['issued', 'served', 'underReview', 'legalForce'];
export const ENDED: readonly DecisionState[] = ['cancelled', 'expired', 'lapsed', 'revoked'];

/** Legal force is still to come, or to be confirmed. */
export const awaitsForce = (state: DecisionState): boolean =>
  MOVES.gainForce.from.some((one) => one === state);

/**
 * Whether a case can't be closed for it: what is being prepared or reviewed, and what grants or orders until it ends. A
 * rejection asks for nothing more; the time for its appeal runs on without the case.
 */
export const keepsOpen = ({
  state,
  result,
}: {
  state: DecisionState;
  result: 'granting' | 'rejecting' | 'measure';
}): boolean =>
  !hasEnded(state) && (result !== 'rejecting' || !DECIDED.includes(state) || state === 'underReview');

/** Where a decision lies: among what is in force and under way, or among what has ended. */
export const hasEnded = (state: DecisionState): boolean => ENDED.includes(state);

/** A move goes from one of these states; `same` stays where it was. */
type Move = { from: readonly DecisionState[]; to: DecisionState | 'same' };

export const MOVES = {
  /** What is planned to be decided, changed: after the hearing too, and then it is heard anew by the preparer's own judgement. */
  change: { from: ['prepared', 'heard'], to: 'same' },
  /** A party asked, answering, or left unheard with the ground. */
  hear: { from: ['prepared', 'heard'], to: 'same' },
  /** Hearing done: every party was heard, or the ground of leaving it is recorded (34 §). */
  closeHearing: { from: ['prepared'], to: 'heard' },
  propose: { from: ['prepared', 'heard'], to: 'proposed' },
  /** Another official prepares it from now on: what was heard stays heard, what was proposed stays proposed. */
  handOver: { from: PREPARATION, to: 'same' },
  /** Back to the preparer; what was heard stays heard. */
  sendBack: { from: ['proposed'], to: 'prepared' },
  cancel: { from: PREPARATION, to: 'cancelled' },
  issue: { from: PREPARATION, to: 'issued' },
  /** A copy sent, served or not reached (54 §); a corrected one, and one of what nobody may appeal, after its force too. */
  serve: { from: DECIDED, to: 'same' },
  /** The last recipient was served. */
  allServed: { from: ['issued'], to: 'served' },
  /** A review request or an appeal arrived, in time or late. */
  review: { from: ['issued', 'served', 'underReview', 'legalForce'], to: 'underReview' },
  /** It was handled and nothing else is pending. */
  endReview: { from: ['underReview'], to: 'served' },
  /** A late one was left unexamined: the force that the decision had stays. */
  endLateReview: { from: ['underReview'], to: 'legalForce' },
  /** The result of a review reached the claimant. */
  serveResult: { from: DECIDED, to: 'same' },
  /** By letter nobody records the day of service: the presumption passes, and the times after it. */
  gainForce: { from: ['issued', 'served'], to: 'legalForce' },
  /** A clerical error is corrected (51 §): what was decided stays. */
  correct: { from: DECIDED, to: 'same' },
  /** Its carrying out began. */
  begin: { from: DECIDED, to: 'same' },
  /** Its grounds were looked at again (tarkistaminen); what is found to be changed is decided anew. */
  reassess: { from: DECIDED, to: 'same' },
  /** Whether it may be carried out now was ordered by a court or the authority itself. */
  orderEnforcement: { from: DECIDED, to: 'same' },
  /** Removed: an error of fact (50 §), or another decision or a court's in its place. */
  revoke: { from: DECIDED, to: 'revoked' },
  /** The last day of its term has passed, its purpose is fulfilled, or another decision ends it. */
  expire: { from: ['issued', 'served', 'legalForce'], to: 'expired' },
  /** It was not begun in the time that the law gives. */
  lapse: { from: ['issued', 'served', 'legalForce'], to: 'lapsed' },
} as const satisfies Record<string, Move>;
export type MoveName = keyof typeof MOVES;

/** Where a move leads from a state; undefined where it may not be made. */
export function stateAfter(state: DecisionState, name: MoveName): DecisionState | undefined {
  const move: Move = MOVES[name];
  if (!move.from.includes(state)) return undefined;
  return move.to === 'same' ? state : move.to;
}
