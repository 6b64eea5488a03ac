import * as z from 'zod';
import type { DateRange } from '../../kernel/date-range.ts';
import type { Sentence } from '../../kernel/finding.ts';
import { LocalDate } from '../../kernel/local-date.ts';

/**
 * How long a time is and how it is counted. Unless a count says otherwise the day from which it runs is not
 * counted (150/1930 2 §). `moves`: whether the last day is moved to the next working day when nothing can be done
 * on it (150/1930 5 §); a measure against somebody is never lengthened by that.
 */
export type Count =
  /** Heti, viipymättä: due on the day it began. */
  | { unit: 'atOnce' }
  /** Viivytyksettä: the law gives no number. The days are this house's, so that somebody is reminded at all. */
  | { unit: 'withoutDelay'; remindAfterWorkingDays: number }
  /** Arkipäivä: Saturdays and holidays are not counted, and the last one is a day on which one can act. */
  | { unit: 'workingDays'; count: number }
  | { unit: 'days'; count: number; firstDayCounts?: true; moves: boolean }
  /** So many days before the day it is counted from, such as a day of payment. */
  | { unit: 'daysBefore'; count: number }
  | { unit: 'months'; count: number; moves: boolean }
  /** `latestAge`: ends on the birthday with this age at the latest, where the birth is known. */
  | { unit: 'years'; count: number; moves: boolean; latestAge?: number }
  /** To the end of the last of so many calendar years after the one in which it began. */
  | { unit: 'calendarYears'; count: number }
  /** A day that a decision itself has set: whoever begins the time names it. */
  | { unit: 'setDay' }
  | { unit: 'hours'; count: number };

/**
 * What passes when the time has passed. `duty`: an official is late. `limit`: a measure or right ends, and
 * something must be decided before. `option`: somebody else's time, such as for appeal, is over. `presumption`:
 * something counts as having happened.
 */
export type Purpose = 'duty' | 'limit' | 'option' | 'presumption';

/** Whose duty it is, or whose time. */
export type Whose = 'official' | 'socialWorker' | 'responsibleSocialWorker' | 'institution' | 'party' | 'law';

/** Why a time may stand still, and how it goes on: by the days it stood, or counted anew. */
export type Pause = { ground: string; resumes: 'longer' | 'anew'; source: string };

export type Extension = { count: Count; ground: string; source: string };

/**
 * What begins a time. `act`: the act of this system that is the event, and acts end it too. `record`: an official
 * records the event, for it has no act of its own here; and records what ends it. `counted`: nothing runs, for the act
 * that sends something counts the day. `money`, `dataRequests`: the acts of a part of the system that it has not got,
 * for payments and recoveries, and for requests to see data.
 */
export const StartedBy = z.enum(['act', 'record', 'counted', 'money', 'dataRequests']);
type StartedBy = z.infer<typeof StartedBy>;

/** One rule in one wording: a change of the law is a further rule under the same key, and old matters keep theirs. */
export type DeadlineRule = {
  name: Sentence;
  /** Statute and section. */
  statute: string;
  /** `verified`: read in the statute. `fromMemory`: to be checked before anybody relies on it. */
  status: 'verified' | 'fromMemory';
  validity: DateRange;
  purpose: Purpose;
  count: Count;
  /** What it runs from, and what ends it. */
  starts: string;
  ends: string;
  startedBy: StartedBy;
  whose: Whose;
  /** None unless the law says so. */
  pause?: Pause;
  extension?: Extension;
  /** Begins again when it has been met. */
  repeats?: true;
  /** What is unverified, or this house's reading. */
  note?: string;
};

export type Norms = Readonly<Record<string, readonly DeadlineRule[]>>;

/**
 * For wordings whose first day we have not seen: they are older than any matter that is begun here, and an older
 * matter that is brought in follows them.
 */
const SINCE_LONG: DateRange = { from: LocalDate.parse('2000-01-01') };

export const from = (day: string): DateRange => ({ from: LocalDate.parse(day) });
export const between = (first: string, last: string): DateRange => ({
  from: LocalDate.parse(first),
  to: LocalDate.parse(last),
});

const SHARED = {
  status: 'verified',
  validity: SINCE_LONG,
  whose: 'official',
  purpose: 'duty',
  startedBy: 'act',
} as const;

/** A rule with what most have in common: verified, the duty of an official, begun by an act, its first day not known. */
export const rule = (
  said: Omit<DeadlineRule, keyof typeof SHARED> & Partial<Pick<DeadlineRule, keyof typeof SHARED>>,
): DeadlineRule => ({ ...SHARED, ...said });

/**
 * The wording that was in force when a time began: what is under way keeps it when the law changes. What began
 * before the oldest wording known here follows that one. Who counts one time alone asks its own rule, and does not
 * carry all the others.
 */
export function wordingOn([oldest, ...later]: readonly DeadlineRule[], on: LocalDate): DeadlineRule {
  if (oldest === undefined) throw new Error('A rule has a wording.');
  return later.filter(({ validity }) => validity.from <= on).at(-1) ?? oldest;
}
