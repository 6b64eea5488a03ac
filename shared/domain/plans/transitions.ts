import type { PlanId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { putAway } from '../earlier.ts';
import { type Plan, PlanThen } from './model.ts';
import { PLAN_REFUSALS } from './refusals.ts';

/** The moves of a plan: in force -> replaced by the next one, or ended. */

type Mover = { now: Instant; by: UserId };

function inForce(plan: Plan, { now, by }: Mover): Plan {
  if (plan.state !== 'inForce') throw new Refusal(PLAN_REFUSALS.notInForce);
  return { ...plan, ...changed(plan, now, by), ...putAway(plan, PlanThen.parse(plan), now) };
}

/** in force, and good for a further time. */
export function reviewPlan(
  plan: Plan,
  { reviewedOn, reviewBy }: { reviewedOn: LocalDate; reviewBy?: LocalDate | undefined },
  by: Mover,
): Plan {
  const { reviewBy: _before, ...rest } = inForce(plan, by);
  return { ...rest, reviewedOn, ...(reviewBy === undefined ? {} : { reviewBy }) };
}

/** in force, and delivered to the register that it is stored in too. */
export const deliverPlan = (plan: Plan, delivered: NonNullable<Plan['delivered']>, by: Mover): Plan => ({
  ...inForce(plan, by),
  delivered,
});

/** in force -> replaced. */
export const replacePlan = (plan: Plan, replacedBy: PlanId, endedOn: LocalDate, by: Mover): Plan => ({
  ...inForce(plan, by),
  state: 'replaced',
  replacedBy,
  endedOn,
});

/** in force -> ended. */
export const endPlan = (
  plan: Plan,
  { endedOn, endGround }: { endedOn: LocalDate; endGround: NonNullable<Plan['endGround']> },
  by: Mover,
): Plan => ({ ...inForce(plan, by), state: 'ended', endedOn, endGround });
