import type { EventId } from '../../../shared/kernel/id.ts';
import type { AccessEvent } from '../../../shared/trail/event.ts';
import { DAYS, msAt } from './calendar.ts';
import { countyOf } from './county.ts';
import type { Deed } from './draft.ts';
import { eventOf } from './event.ts';
import type { QuarterFacts } from './facts.ts';
import { CLOSE_ONES } from './misuse/close-ones.ts';
import { HABITS } from './misuse/habits.ts';
import { KNOWN_PEOPLE } from './misuse/known-people.ts';
import { OF_POWER } from './misuse/of-power.ts';
import { play } from './misuse/scene.ts';
import { TAKINGS } from './misuse/takings.ts';
import { NEAR_MISSES } from './near-misses.ts';
import { penOf } from './pen.ts';
import { caseworkers } from './work/caseworkers.ts';
import { followUp } from './work/follow-up.ts';
import { handOvers } from './work/hand-overs.ts';
import { intake } from './work/intake.ts';
import { office } from './work/office.ts';
import { onCall } from './work/on-call.ts';
import { supervisors } from './work/supervisors.ts';
import { withoutTie } from './work/without-tie.ts';

/**
 * A quarter of a small county as its access log tells it: 60 workers, 6 000 clients, about 120 000 openings.
 * All of it invented, and the same for a seed in every run. Made from what social work is like and without sight
 * of the rules that look for snooping, so that these can be measured by it: tune with some seeds, report with others.
 */
export type Quarter = {
  facts: QuarterFacts;
  /** In the order of time. */
  lines: readonly AccessEvent[];
  /** Apart, and for whoever measures only: what lines of misuse and of its near misses are. Other lines are ordinary work. */
  truth: ReadonlyMap<EventId, Deed>;
};

export function simulatedQuarter(seed: string): Quarter {
  const county = countyOf(seed);
  const { chance } = county;
  const work = [caseworkers, intake, onCall, supervisors, office, followUp, handOvers, withoutTie].map(
    (part) => {
      const pen = penOf(county, chance.of(part.name));
      part(county, pen);
      return pen;
    },
  );
  const right = penOf(county, chance.of('near misses'));
  play(county, right, false, NEAR_MISSES);
  const wrong = penOf(county, chance.of('misuse'));
  play(county, wrong, true, [...CLOSE_ONES, ...KNOWN_PEOPLE, ...HABITS, ...TAKINGS, ...OF_POWER]);

  const [first, last] = [DAYS[0], DAYS.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a quarter has days');
  const drafts = [...work, right, wrong]
    .flatMap((pen) => pen.drafts)
    .filter(({ ms }) => ms >= first.startMs && ms < msAt(last, 24 * 60))
    .toSorted((a, b) => a.ms - b.ms);
  const ids = chance.of('ids');
  const truth = new Map<EventId, Deed>();
  const lines = drafts.map((draft) => {
    const event = eventOf(county, ids, draft);
    if (draft.deed !== undefined) truth.set(event.eventId, draft.deed);
    return event;
  });
  // Two lines of one millisecond stand as their ids do.
  return { facts: county.facts, lines: lines.sort((a, b) => (a.eventId < b.eventId ? -1 : 1)), truth };
}
