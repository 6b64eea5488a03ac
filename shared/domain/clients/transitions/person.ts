import { helsinkiDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { changed } from '../../../table/item.ts';
import { reckon } from '../../retention/reckon.ts';
import type { ClientHead, SafetyBan } from '../model.ts';
import { CLIENT_REFUSALS } from '../refusals.ts';
import { type Mover, refuseMerged } from './relationship.ts';

/** What befalls the person: the safety ban and the death. */

/** Sets a safety ban, or gives the one in force another last day (661/2009 § 36). */
export function setSafetyBan(head: ClientHead, safetyBan: SafetyBan, { now, by }: Mover): ClientHead {
  refuseMerged(head);
  return { ...head, ...changed(head, now, by), safetyBan };
}

/** Lifts the ban before its last day, or one without a last day. */
export function liftSafetyBan(head: ClientHead, { now, by }: Mover): ClientHead {
  refuseMerged(head);
  const { safetyBan, ...rest } = head;
  if (safetyBan === undefined) throw new Refusal(CLIENT_REFUSALS.noSafetyBan);
  return { ...rest, ...changed(head, now, by) };
}

/**
 * Records the death, and with it the due month of the clienthood data (703/2023 annex: two years from it).
 * `undefined` takes back what was recorded by mistake. The relationship is ended by an act of its own.
 */
export function recordDeath(head: ClientHead, diedOn: LocalDate | undefined, { now, by }: Mover): ClientHead {
  refuseMerged(head);
  const { diedOn: _diedOn, dueMonth: _dueMonth, ...rest } = head;
  const next: ClientHead = { ...rest, ...changed(head, now, by) };
  if (diedOn === undefined) return next;
  const { dueMonth } = reckon(
    { documentClass: 'clienthood', serviceTasks: [] },
    { clientDied: diedOn },
    helsinkiDateOf(now),
  );
  return { ...next, diedOn, ...(dueMonth === undefined ? {} : { dueMonth }) };
}
