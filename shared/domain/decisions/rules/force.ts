import type { ConcernedId } from '../../../kernel/id.ts';
import { addDays, LocalDate } from '../../../kernel/local-date.ts';
import type { AppealRoute } from '../kind-rows.ts';
import { isAppealable } from '../kinds.ts';
import type { DecisionHead, Review } from '../model.ts';
import type { ServiceRow } from '../service-model.ts';
import { appealByOf, servedDay } from './service.ts';

/** Lainvoima: from which day nobody can appeal in the ordinary way any more. Computed; an official records it. */

type Instance = Review['instance'];
type Judged = Pick<DecisionHead, 'route' | 'concerned' | 'reviews' | 'issued'>;

const INSTANCES: Readonly<Record<AppealRoute, readonly Instance[]>> = {
  OVK: ['reviewRequest', 'administrativeCourt', 'supremeCourt'],
  OVF: ['reviewRequest', 'administrativeCourt'],
  HK: ['administrativeCourt', 'supremeCourt'],
  HF: ['administrativeCourt'],
  K0: ['supremeCourt'],
  CIV: [],
  none: [],
};

export const instancesOf = (route: AppealRoute): readonly Instance[] => INSTANCES[route];

/** Where one of the concerned may turn next: the first instance, or the one after the last result. */
export function nextInstance(
  { route, reviews }: Pick<DecisionHead, 'route' | 'reviews'>,
  concernedId: ConcernedId,
): Instance | undefined {
  const own = reviews.filter((review) => review.concernedId === concernedId).at(-1);
  const all = instancesOf(route);
  return own === undefined ? all[0] : all[all.indexOf(own.instance) + 1];
}

export type Waiting = {
  concernedId: ConcernedId;
  for: 'service' | 'time' | 'result' | 'serviceOfResult';
  until?: LocalDate;
};
export type Force = {
  waiting: Waiting[] /** The first day of legal force, known once every time has an end. */;
  on?: LocalDate;
};

/** Every recipient has an own clock; the last one decides. */
export function forceOf(decision: Judged, rows: readonly ServiceRow[], today: LocalDate): Force {
  const { issued, route, concerned } = decision;
  if (issued === undefined) return { waiting: [] };
  if (!isAppealable(route)) return { waiting: [], on: issued.on };
  const clocks = concerned
    .filter(({ mayAppeal }) => mayAppeal)
    .map(({ concernedId }) => clockOf(decision, rows, concernedId, today));
  const ends = clocks.flatMap((clock) =>
    'until' in clock && clock.until !== undefined ? [clock.until] : [],
  );
  const on = ends.length === clocks.length ? firstDayAfter(ends, issued.on) : undefined;
  const waiting = clocks.filter((clock) => clock.until === undefined || clock.until >= today);
  return { waiting, ...(on === undefined ? {} : { on }) };
}

/** A day on which every presumption has passed. */
const AT_LAST = LocalDate.parse('2999-12-31');

/**
 * The decision with the day from which it is expected to have legal force, by its copies as an act leaves them: an
 * ordinary copy counts as served on the day that is presumed, though that is still to come.
 */
export function withExpectedForce(head: DecisionHead, rows: readonly ServiceRow[]): DecisionHead {
  const { forceExpected: _before, ...rest } = head;
  const { on } = forceOf(head, rows, AT_LAST);
  return on === undefined ? rest : { ...rest, forceExpected: on };
}

const firstDayAfter = (ends: readonly LocalDate[], issuedOn: LocalDate): LocalDate => {
  const last = ends.toSorted().at(-1);
  return last === undefined ? issuedOn : addDays(last, 1);
};

function clockOf(
  decision: Judged,
  rows: readonly ServiceRow[],
  concernedId: ConcernedId,
  today: LocalDate,
): Waiting {
  const own = decision.reviews.filter((review) => review.concernedId === concernedId);
  const last = own.at(-1);
  if (last !== undefined) return clockAfterReview(decision, rows, last, today);
  const until = appealByOfRecipient(rows, concernedId, today);
  return until === undefined ? { concernedId, for: 'service' } : { concernedId, for: 'time', until };
}

/**
 * The last day of one recipient, by the service that reached them first. A corrected copy moves no time (434/2003 53 §),
 * unless it is the only one that reached them.
 */
function appealByOfRecipient(
  rows: readonly ServiceRow[],
  concernedId: ConcernedId,
  today: LocalDate,
): LocalDate | undefined {
  const own = rows.filter((row) => row.concernedId === concernedId && row.state !== 'failed');
  const first = own.filter(({ again }) => again === undefined);
  const days = (first.length > 0 ? first : own).flatMap((row) => servedDay(row, today) ?? []);
  const served = days.toSorted()[0];
  return served === undefined ? undefined : appealByOf(served);
}

/**
 * After a result the time of the next instance runs from its service; where there is none, or the request was late or
 * withdrawn, nothing more runs than the recipient's own time.
 */
function clockAfterReview(
  decision: Judged,
  rows: readonly ServiceRow[],
  { concernedId, result, instance, inTime }: Review,
  today: LocalDate,
): Waiting {
  if (result === undefined) return { concernedId, for: 'result' };
  const own = appealByOfRecipient(rows, concernedId, today) ?? result.on;
  const all = instancesOf(decision.route);
  const isLast = all.indexOf(instance) === all.length - 1;
  if (!inTime || result.outcome === 'withdrawn') return { concernedId, for: 'time', until: own };
  if (isLast) return { concernedId, for: 'time', until: result.on > own ? result.on : own };
  if (result.servedOn === undefined) return { concernedId, for: 'serviceOfResult' };
  return { concernedId, for: 'time', until: appealByOf(result.servedOn) };
}

/** The last day on which this one may still turn to the next instance; undefined while nothing runs yet. */
export function openUntil(
  decision: Judged,
  rows: readonly ServiceRow[],
  concernedId: ConcernedId,
  today: LocalDate,
): LocalDate | undefined {
  return clockOf(decision, rows, concernedId, today).until;
}
