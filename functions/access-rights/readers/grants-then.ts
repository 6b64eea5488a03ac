import type { Grant } from '../../../shared/access/actor.ts';
import { hasLapsed } from '../../../shared/access/actor.ts';
import { type GrantItem, overruledBy } from '../../../shared/access/granting/model.ts';
import type { Ending } from '../../../shared/domain/access-rights/model.ts';
import { inForce } from '../../../shared/kernel/date-range.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';

/** A day, from its first moment to the first that is no longer of it. */
export type Day = { on: LocalDate; from: Instant; until: Instant };

/**
 * The grants that held at some moment of a day: given by its end, of days that it is one of, and not ended before it
 * began. What was not attested in time lapsed on the day that the last attestation left it.
 */
export const heldOn = (items: readonly GrantItem[], endings: readonly Ending[], day: Day): Grant[] =>
  items.filter((item) => wasHeld(item, endings, day)).map(({ grant }) => grant);

function wasHeld(item: GrantItem, endings: readonly Ending[], { on, from, until }: Day): boolean {
  const { course, grant } = item;
  if (course.state === 'proposed' || course.state === 'refused') return false;
  if (course.decidedAt >= until || !inForce(grant.range, on) || hasLapsed(grant, on)) return false;
  if (course.state === 'ended') return course.endedAt >= from;
  const ending = overruledBy(item, endings);
  return ending === undefined || ending.at >= from;
}
