import * as z from 'zod';
import type { ActContext, Change } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { examine, unitOf } from '../../shared/domain/retention/examine.ts';
import type { Examined } from '../../shared/domain/retention/examined.ts';
import { type DisposalList, type DisposalRow, Month, unitIdOf } from '../../shared/domain/retention/model.ts';
import {
  allDisposalRows,
  dueUnits,
  loadDisposalList,
  loadDisposalLists,
  loadDisposalRows,
} from '../../shared/domain/retention/store.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { addMonths, LocalDate, monthOf } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { created } from '../../shared/table/item.ts';
import { retentionKeys } from '../../shared/table/keys.ts';
import { GATHER } from './actions-of-runs.ts';
import { reindex } from './reindex.ts';

export type Gathered = { listed: number; excepted: number; moved: number; failed: number };

/** By hand, after a rule or a plan was changed: the months to count again, both included. */
const Asked = z.looseObject({ recountFrom: Month.optional(), recountTo: Month.optional() });

/** Rows of one commit, which names the clients of each: a page of clients, and room for the line. */
const ROWS = 12;

type Run = { context: ActContext; month: string; retention: ControllerSettings['retention']; done: Gathered };

/**
 * The night's gathering: what the month's index says is due is looked at as it stands today and put on the month's
 * disposal list, with its reasons and with what holds it back. It reads what is due and nothing else. Safe to repeat, and
 * to be cut short: what is on a list is not put there again. A unit that failed does not keep the others waiting.
 */
export async function gather(
  services: Services,
  controllers: readonly ControllerId[],
  input: unknown = {},
): Promise<Gathered> {
  const asked = Asked.parse(input);
  const done: Gathered = { listed: 0, excepted: 0, moved: 0, failed: 0 };
  for (const controller of controllers) {
    const context = systemContext(services, controller, {
      action: GATHER,
      event: 'DisposalListGathered',
      ranBy: 'retention',
    });
    const { retention } = await settingsOf(services, controller);
    const run: Run = { context, month: monthOf(context.today), retention, done };
    await recountMonths(run, asked);
    await gatherFor(run);
  }
  return done;
}

/** What stands in the index of these months is reckoned as of today: a changed rule costs what it concerns. */
async function recountMonths(run: Run, { recountFrom, recountTo }: z.infer<typeof Asked>): Promise<void> {
  if (recountFrom === undefined || recountTo === undefined) return;
  const { context, retention, done } = run;
  const first = LocalDate.parse(`${recountFrom}-01`);
  for (let nth = 0; monthOf(addMonths(first, nth)) <= recountTo; nth += 1) {
    for await (const head of dueUnits(context, monthOf(addMonths(first, nth)))) {
      const looked = await examine(context, unitOf(head), retention);
      if (looked !== undefined && (await reindex(context, looked))) done.moved += 1;
    }
  }
}

async function gatherFor(run: Run): Promise<void> {
  const { context, month } = run;
  const list = await loadDisposalList(context, month);
  if (list !== undefined && list.state !== 'gathering') return;
  // Of a month that ended before its last night was gathered, the rest comes now.
  const months = [monthOf(addMonths(context.today, -1)), month];
  for (const due of months) {
    let waiting: Examined[] = [];
    for await (const head of dueUnits(context, due)) {
      const looked = await lookAt(run, unitOf(head), months);
      if (looked === undefined) continue;
      waiting.push(looked);
      if (waiting.length < ROWS) continue;
      const full = waiting;
      await tried(run, () => putRows(run, full));
      waiting = [];
    }
    const rest = waiting;
    await tried(run, () => putRows(run, rest));
  }
  await takeOver(run);
}

/** @returns undefined for what is on a list, is there no more, or is due another month after all. */
async function lookAt(
  run: Run,
  unit: DisposalRow['unit'],
  months: readonly string[],
): Promise<Examined | undefined> {
  const { context, retention, done } = run;
  return tried(run, async () => {
    const unitId = unitIdOf(unit);
    const listed = await loadDisposalRows(
      context,
      months.map((month) => ({ month, unitId })),
    );
    if (listed.length > 0) return undefined;
    const looked = await examine(context, unit, retention);
    if (looked?.exception !== 'notDue') return looked;
    if (await reindex(context, looked)) done.moved += 1;
    return undefined;
  });
}

/** What failed is counted and told, and the next one has its turn. */
async function tried<T>({ context, done }: Run, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    done.failed += 1;
    context.services.log.error('JOB_FAILED', {
      controller: context.actor.controller,
      ...faultFields(thrown),
    });
    return undefined;
  }
}

const rowOf = ({ context, month }: Run, looked: Examined): DisposalRow => ({
  ...retentionKeys.row(context.actor.controller, month, unitIdOf(looked.unit), true),
  entity: 'disposalRow',
  ...created(context.now, context.actor.userId),
  unitId: unitIdOf(looked.unit),
  month,
  unit: looked.unit,
  serviceTasks: [...looked.serviceTasks],
  dueMonth: looked.reckoned.dueMonth ?? month,
  // The row outlives what it is of, and the birth is sealed: its day is not among the marks.
  reasons: looked.reckoned.reasons.map(({ on, ...reason }) =>
    on === undefined || reason.event === 'childBorn' ? reason : { ...reason, on },
  ),
  permanent:
    looked.permanent.part === 'kinds'
      ? { ...looked.permanent, kinds: [...looked.permanent.kinds] }
      : looked.permanent,
  listedAt: context.now,
  state: looked.exception === undefined ? 'due' : 'excepted',
  ...(looked.exception === undefined ? {} : { exception: looked.exception }),
});

async function putRows(
  run: Run,
  looked: readonly Examined[],
  removes: readonly Change[] = [],
): Promise<void> {
  const { context, done } = run;
  if (looked.length === 0) return;
  const rows = looked.map((one) => rowOf(run, one));
  await commit(context, {
    changes: [
      ...(await listChange(run)),
      ...removes,
      ...rows.map((put) => ({ put, when: 'absent' as const })),
    ],
    line: {
      clients: [...new Set(looked.flatMap(({ clients }) => clients))],
      resources: rows.map(({ unitId }) => ({ kind: 'disposalUnit', id: unitId })),
      dataGroups: ['retention'],
      changedFields: ['disposalList'],
    },
    answer: { body: {} },
  });
  done.listed += rows.filter(({ state }) => state === 'due').length;
  done.excepted += rows.filter(({ state }) => state === 'excepted').length;
}

/** The list of the month, made with its first rows; a check that nobody has proposed it meanwhile. */
async function listChange({ context, month }: Run): Promise<Change[]> {
  const { actor, now } = context;
  const found = await loadDisposalList(context, month);
  if (found !== undefined) return [{ check: found, when: { version: found.version } }];
  const put: DisposalList = {
    ...retentionKeys.list(actor.controller, month),
    entity: 'disposalList',
    ...created(now, actor.userId),
    month,
    state: 'gathering',
    destroyed: 0,
  };
  return [{ put, when: 'absent' }];
}

/** What earlier lists left: excepted then, or kept until a day. It is looked at again and goes over to this list. */
async function takeOver(run: Run): Promise<void> {
  const { context, month } = run;
  for (const list of await loadDisposalLists(context)) {
    if (list.state !== 'approved' || list.month >= month) continue;
    for await (const row of allDisposalRows(context, list.month, true)) {
      const isKept = row.state === 'kept' && (row.kept?.until ?? '') >= context.today;
      if (isKept || (row.state !== 'excepted' && row.state !== 'kept')) continue;
      await tried(run, () => takeRowOver(run, row));
    }
  }
}

async function takeRowOver(run: Run, row: DisposalRow): Promise<void> {
  const { context, retention, done } = run;
  const looked = await examine(context, row.unit, retention);
  const remove: Change = { remove: row, when: { version: row.version } };
  if (looked === undefined || looked.exception === 'notDue') {
    if (looked !== undefined && (await reindex(context, looked))) done.moved += 1;
    await dropRow(context, row, remove);
  } else {
    await putRows(run, [looked], [remove]);
  }
}

/** What is no longer due, or no longer there, stands on no list. */
async function dropRow(context: ActContext, row: DisposalRow, remove: Change): Promise<void> {
  await commit(context, {
    changes: [remove],
    line: {
      clients: row.unit.kind === 'matter' ? [] : [row.unit.clientId],
      resources: [{ kind: 'disposalUnit', id: row.unitId }],
      dataGroups: ['retention'],
      changedFields: ['disposalList'],
    },
    answer: { body: {} },
  });
}
