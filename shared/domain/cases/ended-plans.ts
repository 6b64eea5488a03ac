import type { ActContext } from '../../act.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Plan } from '../plans/model.ts';
import { placedPlan } from '../plans/store.ts';
import { endPlan } from '../plans/transitions.ts';
import type { Together } from './together.ts';

type Where = Pick<ActContext, 'actor' | 'now'>;

/** Plans that end because their case is closed; one made after the day of closing ends on the day it was made. */
export function endedPlans({ actor, now }: Where, plans: readonly Plan[], closedOn: LocalDate): Together {
  const ended = plans.map((before) => {
    const endedOn = before.madeOn > closedOn ? before.madeOn : closedOn;
    const end = { endedOn, endGround: 'caseClosed' } as const;
    return { before, endedOn, after: endPlan(before, end, { now, by: actor.userId }) };
  });
  return {
    changes: ended.flatMap(({ before, after }) => placedPlan(actor.controller, before, after)),
    resources: ended.map(({ after: { planId, clientId, version, serviceTasks } }) => ({
      kind: 'plan',
      id: planId,
      client: clientId,
      version,
      serviceTasks,
    })),
    dataGroups: ended.length === 0 ? [] : ['plans'],
    facts: ended.map(({ endedOn, after: { planId, unitId, serviceTasks } }) => ({
      kind: 'planEnded',
      of: planId,
      on: endedOn,
      unitId,
      serviceTasks,
      code: 'caseClosed',
    })),
  };
}
