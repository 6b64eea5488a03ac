import type { ActContext } from '../act.ts';
import { faultFields } from '../application-log.ts';
import { commit } from '../commit.ts';
import { controllerRing } from '../crypto/controller-ring.ts';
import type { Planned, PlantingDay, PlantingResult } from '../domain/plantings/model.ts';
import { ended, isAlarming, isOfEnded, nameOf } from '../domain/plantings/rules.ts';
import { openPlan, pageOfDays, sealPlan } from '../domain/plantings/store.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { systemContext } from '../system-context.ts';
import { changed, created } from '../table/item.ts';
import { plantingKeys } from '../table/keys.ts';
import { PLANT } from './actions.ts';
import { planDay } from './plan-day.ts';
import { type Hands, plant } from './planter.ts';
import { arrivalsOf, type OwnReport } from './reports.ts';

/** What is planted late on a day is found on the next, and missed on the one after. */
const DAYS = 3;

type Asked = {
  controller: ControllerId;
  controllers: readonly ControllerId[];
  reports: readonly OwnReport[];
};

/** Plans the day, plants what is due, and ends what was reported or missed. @returns the reports of what was planted. */
export async function goOn(
  services: Services,
  hands: Hands,
  { controller, controllers, reports }: Asked,
): Promise<{ names: string[]; count: number }> {
  const context = contextOf(services, controller);
  const { items } = await pageOfDays(services.tables, controller, { limit: DAYS });
  const days = items.some(({ on }) => on === context.today)
    ? items
    : [await begun(context, hands, controllers), ...items];
  const results = days.flatMap((day) => day.results);
  let count = 0;
  // The earliest first: a report that could be of two days is of the one before.
  for (const day of days.filter(({ state }) => state === 'underWay').toReversed()) {
    const own = await judged(services, hands, day, { controller, reports }, results);
    results.push(...own);
    count += own.length;
  }
  const names = reports
    .filter((report) => results.some((result) => isOfEnded(result, report)))
    .map(({ name }) => name);
  return { names, count };
}

const contextOf = (services: Services, controller: ControllerId, event = 'ViolationsPlanned'): ActContext =>
  systemContext(services, controller, { action: PLANT, event, ranBy: 'plantings' });

async function begun(
  context: ActContext,
  hands: Hands,
  controllers: readonly ControllerId[],
): Promise<PlantingDay> {
  const { services, actor, now, today: on } = context;
  const { controller } = actor;
  const plan = planDay(services, hands, controllers, { controller, on });
  const head = created(now, actor.userId);
  const put: PlantingDay = {
    ...plantingKeys.day(controller, on),
    entity: 'plantingDay',
    ...head,
    on,
    state: 'underWay',
    plan: await sealPlan(controllerRing(services, controller), controller, on, head.version, plan),
    results: [],
  };
  await commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [{ kind: 'planting', id: on, version: 1 }],
      dataGroups: ['accessLog'],
      changedFields: ['plan'],
    },
    answer: { body: {} },
  });
  return put;
}

async function judged(
  services: Services,
  hands: Hands,
  day: PlantingDay,
  { controller, reports }: Pick<Asked, 'controller' | 'reports'>,
  others: readonly PlantingResult[],
): Promise<PlantingResult[]> {
  const ring = controllerRing(services, controller);
  const { waiting } = await openPlan(ring, controller, day);
  const planted = await plantDue(services, hands, controller, waiting);
  const arrivals = await arrivalsOf(services.tables, controller, planted.waiting);
  const { still, results } = ended(planted.waiting, [...reports, ...arrivals], services.clock.now(), others);
  const all = [...planted.results, ...results];
  if (all.length === 0 && !planted.isChanged) return [];
  // Told first: a commit that fails is done again, and so is the telling.
  const alarming = all.filter(isAlarming).length;
  if (alarming > 0) services.log.error('PLANTING_MISSED', { controller, count: alarming });
  const context = contextOf(services, controller, 'PlantingsJudged');
  const head = changed(day, context.now, context.actor.userId);
  const put: PlantingDay = {
    ...day,
    ...head,
    state: still.length === 0 ? 'done' : 'underWay',
    plan: await sealPlan(ring, controller, day.on, head.version, { waiting: still }),
    results: [...day.results, ...all],
  };
  await commit(context, {
    changes: [{ put, when: { version: day.version } }],
    line: {
      clients: [],
      resources: all.map((one) => ({ kind: 'planting', id: idOf(day, one), version: head.version })),
      dataGroups: ['accessLog'],
      changedFields: ['plan', ...(all.length === 0 ? [] : ['results'])],
    },
    answer: { body: {} },
  });
  return all;
}

/** In the line: of which day, what it was, and how it ended. */
const idOf = ({ on }: PlantingDay, { kind, result }: PlantingResult): string => `${on} ${kind} ${result}`;

async function plantDue(
  services: Services,
  hands: Hands,
  controller: ControllerId,
  waiting: readonly Planned[],
): Promise<{ waiting: Planned[]; results: PlantingResult[]; isChanged: boolean }> {
  const now = services.clock.now();
  const left: Planned[] = [];
  const results: PlantingResult[] = [];
  let isChanged = false;
  for (const planned of waiting) {
    if (planned.plantedAt !== undefined || planned.dueAt > now) {
      left.push(planned);
      continue;
    }
    isChanged = true;
    const { made } = planned;
    try {
      const outcome = await plant(services, hands, controller, made);
      if (outcome === 'planted') left.push({ ...planned, plantedAt: now });
      else results.push({ kind: made.kind, of: nameOf(made), result: outcome });
    } catch (thrown) {
      services.log.error('JOB_FAILED', { controller, ...faultFields(thrown) });
      results.push({ kind: made.kind, of: nameOf(made), result: 'notPlanted' });
    }
  }
  return { waiting: left, results, isChanged };
}
