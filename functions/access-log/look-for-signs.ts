import type { Action } from '../../shared/access/action.ts';
import type { ActContext } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import type { Member } from '../../shared/domain/access-rights/model.ts';
import { loadMembers } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadOnRecord } from '../../shared/domain/signs/known-as.ts';
import type { SignRun } from '../../shared/domain/signs/model.ts';
import { daysOfUnit, loadSignRun } from '../../shared/domain/signs/store.ts';
import { type CountedDay, usualOf } from '../../shared/domain/signs/usual.ts';
import { PAGE } from '../../shared/http/limits.ts';
import type { ControllerId, UnitId } from '../../shared/kernel/id.ts';
import { addDays, type LocalDate } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { changed, created } from '../../shared/table/item.ts';
import { signKeys } from '../../shared/table/keys.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { DAYS_OF_RUNS, goesAfterDays } from '../../shared/table/time-to-live.ts';
import { endSigns } from './end-signs.ts';
import { escalateSigns } from './escalate-signs.ts';
import { type Looked, lookAtWorker } from './look-at-worker.ts';

const LOOK: Action = {
  name: 'accessLog.lookForSigns',
  title: {
    fi: 'Etsi lokista merkkejä, jotka ihminen tarkastaa',
    sv: 'Sök i loggen efter tecken som en människa granskar',
    en: 'Look in the log for signs that a person looks into',
  },
  roles: [],
  tie: 'none',
  basis: 'supervision',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
};

export type LookedThrough = {
  workers: number;
  lines: number;
  found: number;
  escalated: number;
  /** Signs whose months were over. */
  ended: number;
  failed: number;
};

/** A run that was away for some nights makes them up; what is older is looked at by hand. */
const DAYS_MADE_UP = 7;

/**
 * The run of the night: looks through yesterday's lines, worker by worker, by the rules that the controller has in use,
 * and puts what it finds before a reviewer. It judges how workers use the log and never a client; nothing follows from
 * a sign but that a person looks into it. Safe to repeat; one that was cut short goes on after the last worker.
 */
export async function lookForSigns(
  services: Services,
  controllers: readonly ControllerId[],
): Promise<LookedThrough> {
  const sum: LookedThrough = { workers: 0, lines: 0, found: 0, escalated: 0, ended: 0, failed: 0 };
  for (const controller of controllers) {
    const context = systemContext(services, controller, {
      action: LOOK,
      event: 'LogLookedThrough',
      ranBy: 'signs',
    });
    context.basis = { kind: 'supervision', legalGround: LOOK.legalGround };
    for (let back = DAYS_MADE_UP; back >= 1; back -= 1) {
      const run = await lookAtDay(context, addDays(context.today, -back));
      if (run === undefined) continue;
      sum.workers += run.workers;
      sum.lines += run.lines;
      sum.found += run.found;
      sum.failed += run.failedUserIds.length;
    }
    sum.escalated += await escalateSigns(context);
    sum.ended += await endSigns(context);
  }
  return sum;
}

/** @returns undefined when the day was looked through before. */
async function lookAtDay(context: ActContext, on: LocalDate): Promise<SignRun | undefined> {
  let run = (await loadSignRun(context, on)) ?? (await begun(context, on));
  if (run.state === 'done') return undefined;
  const { signs: settings } = await settingsOf(context.services, context.actor.controller);
  const members = await allMembers(context);
  const onRecord = await loadOnRecord(
    context,
    members.map(({ userId }) => userId),
  );
  const byUnit = Map.groupBy(members, ({ unitId }) => unitId);
  const daysOf = remembered(async (unitId) => {
    const days = await daysOfUnit(context, unitId, { from: addDays(on, -settings.usualDays), before: on });
    return days.map(
      (day): CountedDay => ({
        userId: day.userId,
        on: day.on,
        files: day.files,
        outside: day.outside,
      }),
    );
  });
  const { lastUserId } = run;
  const again = new Set(run.failedUserIds);
  for (const worker of members) {
    const { userId, unitId } = worker;
    const isDone = lastUserId !== undefined && userId <= lastUserId && !again.has(userId);
    if (isDone) continue;
    const colleagues = (byUnit.get(unitId) ?? []).filter((other) => other.userId !== userId);
    const usual = async () => usualOf(await daysOf(unitId), { userId, on, usualDays: settings.usualDays });
    try {
      const looked = await lookAtWorker(context, { worker, colleagues, usual, onRecord, on, settings });
      run = await workerDone(context, run, worker, looked);
    } catch (thrown) {
      context.services.log.error('JOB_FAILED', {
        controller: context.actor.controller,
        ...faultFields(thrown),
      });
      run = await workerFailed(context, run, worker);
    }
  }
  // What failed is tried again when the run is started again, by the service or by hand.
  if (run.failedUserIds.length > 0) return run;
  return stored(context, run, { state: 'done' });
}

/** The days of a unit are read once a run: a worker's usual is counted from what the unit has. */
function remembered(
  load: (unitId: UnitId) => Promise<CountedDay[]>,
): (unitId: UnitId) => Promise<CountedDay[]> {
  const known = new Map<UnitId, Promise<CountedDay[]>>();
  return (unitId) => {
    const days = known.get(unitId) ?? load(unitId);
    known.set(unitId, days);
    return days;
  };
}

/** In the order of their ids, as the list of users is; who has left is there too, for the day may be before. */
async function allMembers(context: ActContext): Promise<Member['member'][]> {
  const members: Member['member'][] = [];
  let after: LastKey | undefined;
  do {
    const page = await loadMembers(context, { limit: PAGE, after });
    members.push(...page.items.map(({ member }) => member));
    after = page.lastKey;
  } while (after !== undefined);
  return members;
}

async function begun(context: ActContext, on: LocalDate): Promise<SignRun> {
  const { actor, now } = context;
  const put: SignRun = {
    ...signKeys.run(actor.controller, on),
    entity: 'signRun',
    ...created(now, actor.userId),
    on,
    state: 'underWay',
    workers: 0,
    lines: 0,
    found: 0,
    failedUserIds: [],
    ttl: goesAfterDays(now, DAYS_OF_RUNS),
  };
  await commit(context, {
    changes: [{ put, when: 'absent' }],
    line: { clients: [], resources: [], dataGroups: ['accessLog'], changedFields: ['run'] },
    answer: { body: {} },
  });
  return put;
}

/** Whoever did nothing leaves no trace of having been looked at. */
async function workerDone(
  context: ActContext,
  run: SignRun,
  { userId }: Member['member'],
  looked: Looked,
): Promise<SignRun> {
  const to: Partial<SignRun> = {
    lastUserId: run.lastUserId === undefined || run.lastUserId < userId ? userId : run.lastUserId,
    failedUserIds: run.failedUserIds.filter((failed) => failed !== userId),
    workers: run.workers + (looked.lines > 0 ? 1 : 0),
    lines: run.lines + looked.lines,
    found: run.found + looked.found,
  };
  return looked.lines === 0 ? { ...run, ...to } : stored(context, run, to, looked, userId);
}

const workerFailed = (context: ActContext, run: SignRun, { userId }: Member['member']): Promise<SignRun> =>
  stored(context, run, {
    lastUserId: run.lastUserId === undefined || run.lastUserId < userId ? userId : run.lastUserId,
    failedUserIds: [...new Set([...run.failedUserIds, userId])].slice(0, 100),
  });

/** How far it came, with what the day had: both stand, or neither. The line tells whose log was looked at. */
async function stored(
  context: ActContext,
  run: SignRun,
  to: Partial<SignRun>,
  looked: Pick<Looked, 'changes' | 'opened'> = { changes: [], opened: [] },
  userId?: string,
): Promise<SignRun> {
  const put: SignRun = { ...run, ...changed(run, context.now, context.actor.userId), ...to };
  await commit(context, {
    changes: [{ put, when: { version: run.version } }, ...looked.changes],
    line: {
      clients: looked.opened,
      resources: userId === undefined ? [] : [{ kind: 'user', id: userId }],
      dataGroups: looked.opened.length === 0 ? ['accessLog'] : ['accessLog', 'identity'],
      changedFields: ['run'],
    },
    answer: { body: {} },
  });
  return put;
}
