import { addDays, type LocalDate } from '../kernel/local-date.ts';
import type { LocalAccount } from '../services.ts';

/** What the daily run does about one account. */
export type PasswordStep =
  | { step: 'none' }
  /** From today the password is known to be the person's own; until that day it opens the door. */
  | { step: 'mark'; setOn: LocalDate; until: LocalDate }
  /** Nothing is known of a password that is not the person's own, or that does not age. */
  | { step: 'unmark' }
  | { step: 'reset' };

/**
 * Salasanan vaihto määrävälein (C-15: the controller's own promise; no law asks for it). The pool does not tell when
 * a password was made. What is seen day by day is whether it is a temporary one, which its owner must change at the
 * next sign-in: the day on which it is first seen to be the owner's own is the day from which it ages.
 */
export function passwordStep(
  account: LocalAccount,
  maxAgeDays: number | null,
  today: LocalDate,
): PasswordStep {
  const { password, setOn, until } = account;
  if (maxAgeDays === null || password === 'temporary') {
    return setOn === undefined && until === undefined ? { step: 'none' } : { step: 'unmark' };
  }
  const since = setOn ?? today;
  const last = addDays(since, maxAgeDays);
  if (isOver(last, today)) return { step: 'reset' };
  return setOn === since && until === last ? { step: 'none' } : { step: 'mark', setOn: since, until: last };
}

/** A password opens the door on its last day, and not on the next one. */
export const isOver = (until: LocalDate, today: LocalDate): boolean => until < today;
