import type { SignSettings } from '../../../shared/domain/controllers/settings/signs.ts';
import { isOverseer } from '../../../shared/domain/signs/overseers.ts';
import { type FoundSign } from '../../../shared/domain/signs/rules.ts';
import { signsOfDay } from '../../../shared/domain/signs/signs-of-day.ts';
import { idleOf, usesOf } from '../../../shared/domain/signs/use.ts';
import { type CountedDay, usualOf } from '../../../shared/domain/signs/usual.ts';
import type { UserId } from '../../../shared/kernel/id.ts';
import { addDays, helsinkiDateOf, type LocalDate } from '../../../shared/kernel/local-date.ts';
import type { AccessEvent } from '../../../shared/trail/event.ts';
import type { QuarterFacts } from '../quarter/facts.ts';
import { betweenOfFacts } from './between-of-facts.ts';

export type Raised = FoundSign & { userId: UserId; on: LocalDate };

/** As the run knows it: by the grants in force, of which the supervisor’s is one. */
const oversees = ({ role, duty }: QuarterFacts['workers'][number]): boolean =>
  isOverseer(role) || duty === 'supervision';

/** All signs of a quarter, night by night, as the run finds them: the usual of a day is counted from the days before it. */
export function lookThrough(
  lines: readonly AccessEvent[],
  facts: QuarterFacts,
  settings: SignSettings,
): Raised[] {
  const between = betweenOfFacts(facts);
  const unitOf = new Map(facts.workers.map(({ userId, unitId }) => [userId, unitId]));
  const overseers = new Set(facts.workers.filter(oversees).map(({ userId }) => userId));
  const byDay = Map.groupBy(lines, ({ eventTime }) => helsinkiDateOf(eventTime));
  const known = new Map<string, CountedDay[]>();
  const raised: Raised[] = [];
  for (let on = facts.from; on <= facts.to; on = addDays(on, 1)) {
    const counted: [string, CountedDay][] = [];
    const byWorker = Map.groupBy(byDay.get(on) ?? [], ({ userIdentity }) => userIdentity.userId);
    for (const [userId, own] of byWorker) {
      const unitId = unitOf.get(userId);
      if (unitId === undefined) continue;
      const uses = [...usesOf(own, settings.hours).values()];
      const usual = usualOf(known.get(unitId) ?? [], { userId, on, usualDays: settings.usualDays });
      const day = {
        uses,
        between: new Map(uses.map(({ clientId }) => [clientId, between(userId, clientId)])),
        usual,
        oversees: overseers.has(userId),
      };
      raised.push(...signsOfDay(day, on, settings).map((sign) => ({ ...sign, userId, on })));
      counted.push([unitId, { userId, on, ...idleOf(uses) }]);
    }
    for (const [unitId, day] of counted) known.set(unitId, [...(known.get(unitId) ?? []), day]);
  }
  return raised;
}
