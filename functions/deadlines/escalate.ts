import type { Action } from '../../shared/access/action.ts';
import type { ActContext, Change } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadUnits } from '../../shared/domain/controllers/store.ts';
import {
  type EscalationRun,
  loadEscalationRun,
  MOST_FAILED,
} from '../../shared/domain/deadlines/escalation-run.ts';
import { PAGE } from '../../shared/http/limits.ts';
import type { ControllerId, UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { changed, created } from '../../shared/table/item.ts';
import { workKeys } from '../../shared/table/keys.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { DAYS_OF_RUNS, goesAfterDays } from '../../shared/table/time-to-live.ts';
import { escalateUnit } from './escalate-unit.ts';
import { remindOfTransfers } from './remind-of-transfers.ts';

const ESCALATE: Action = {
  name: 'deadlines.escalate',
  title: {
    fi: 'Kerro esihenkilölle ylittyneistä määräajoista',
    sv: 'Meddela chefen om överskridna tidsfrister',
    en: 'Tell the supervisor of deadlines exceeded',
  },
  roles: [],
  tie: 'none',
  legalGround: '434/2003 § 23',
};

export type Escalated = Pick<EscalationRun, 'units' | 'escalated' | 'warned' | 'failed'>;

/**
 * The morning's run: what became late and what is about to be is marked, and the supervisor of the unit has a notice
 * of it; whoever proposed a case to a unit that has not answered has a task. It looks at what is due and at nothing else. Safe to repeat; one that was cut short goes on with the unit
 * after the last one that is done, and a unit that failed does not keep the others waiting.
 */
export async function escalate(services: Services, controllers: readonly ControllerId[]): Promise<Escalated> {
  const sum = { units: 0, escalated: 0, warned: 0, failed: 0 };
  for (const controller of controllers) {
    const run = await escalateController(services, controller);
    for (const count of ['units', 'escalated', 'warned', 'failed'] as const) sum[count] += run[count];
  }
  return sum;
}

async function escalateController(services: Services, controller: ControllerId): Promise<EscalationRun> {
  const context = systemContext(services, controller, {
    action: ESCALATE,
    event: 'DeadlinesEscalated',
    ranBy: 'deadlines',
  });
  let run = await begun(context);
  if (run.state === 'done') return run;
  const { followUp } = await settingsOf(services, controller);
  const again = new Set(run.failedUnitIds);
  const { lastUnitId } = run;
  for await (const unitId of unitsOf(context)) {
    const isDone = lastUnitId !== undefined && unitId <= lastUnitId && !again.has(unitId);
    if (!isDone) run = await unitDone(context, run, unitId, followUp);
  }
  // What failed is tried again when the run is started again, by the service or by hand.
  if (run.failed > 0) return run;
  return stored(context, run, { state: 'done', finishedAt: services.clock.now() });
}

/** The run of today, as far as it came; new when there is none. */
async function begun(context: ActContext): Promise<EscalationRun> {
  const { actor, now, today } = context;
  const found = await loadEscalationRun(context, today);
  if (found !== undefined) return found;
  const run: EscalationRun = {
    ...workKeys.escalationRun(actor.controller, today),
    entity: 'escalationRun',
    ...created(now, actor.userId),
    on: today,
    state: 'underWay',
    startedAt: now,
    units: 0,
    escalated: 0,
    warned: 0,
    failed: 0,
    failedUnitIds: [],
    ttl: goesAfterDays(now, DAYS_OF_RUNS),
  };
  await commitRun(context, { put: run, when: 'absent' }, []);
  return run;
}

async function* unitsOf(context: ActContext): AsyncGenerator<UnitId> {
  let after: LastKey | undefined;
  do {
    const page = await loadUnits(context, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    yield* page.items.map(({ unit }) => unit.unitId);
    after = page.lastKey;
  } while (after !== undefined);
}

async function unitDone(
  context: ActContext,
  run: EscalationRun,
  unitId: UnitId,
  followUp: ControllerSettings['followUp'],
): Promise<EscalationRun> {
  const failedUnitIds = run.failedUnitIds.filter((failed) => failed !== unitId);
  const failedBefore = run.failed - (failedUnitIds.length < run.failedUnitIds.length ? 1 : 0);
  const lastUnitId = run.lastUnitId === undefined || run.lastUnitId < unitId ? unitId : run.lastUnitId;
  try {
    await remindOfTransfers(context, unitId, followUp.transferReminderDays);
    const { escalated, warned, notice } = await escalateUnit(context, unitId, followUp);
    const to = {
      lastUnitId,
      failed: failedBefore,
      failedUnitIds,
      units: run.units + 1,
      escalated: run.escalated + escalated,
      warned: run.warned + warned,
    };
    return await stored(context, run, to, notice === undefined ? [] : [{ put: notice, when: 'absent' }]);
  } catch (thrown) {
    const { log } = context.services;
    log.error('JOB_FAILED', { controller: context.actor.controller, ...faultFields(thrown) });
    return stored(context, run, {
      lastUnitId,
      failed: failedBefore + 1,
      failedUnitIds: [...failedUnitIds, unitId].slice(0, MOST_FAILED),
    });
  }
}

/** How far it came, with the notice that goes with it: both stand, or neither. */
async function stored(
  context: ActContext,
  run: EscalationRun,
  to: Partial<EscalationRun>,
  changes: readonly Change[] = [],
): Promise<EscalationRun> {
  const put: EscalationRun = { ...run, ...changed(run, context.now, context.actor.userId), ...to };
  await commitRun(context, { put, when: { version: run.version } }, changes);
  return put;
}

const commitRun = async (context: ActContext, run: Change, changes: readonly Change[]): Promise<void> => {
  await commit(context, {
    changes: [run, ...changes],
    line: { clients: [], resources: [], dataGroups: ['deadlines'], changedFields: ['run'] },
    answer: { body: {} },
  });
};
