import * as z from 'zod';
import type { ActContext, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { loadCounted } from '../../shared/domain/retention/counted-by.ts';
import { examine, unitOf } from '../../shared/domain/retention/examine.ts';
import type { Examined } from '../../shared/domain/retention/examined.ts';
import { dueRecord } from '../../shared/domain/retention/house-records.ts';
import {
  type ClientUnit,
  clientsNamedBy,
  type DisposalRow,
  Month,
  unitIdOf,
} from '../../shared/domain/retention/model.ts';
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
import { GATHER } from './actions-of-runs.ts';
import { gatherRecords } from './gather-records.ts';
import { type Gathered, putRecords, putRows, ROWS, type Run, tried } from './put-rows.ts';
import { lookedUntil, recountChanged } from './recount-changed.ts';
import { reindex } from './reindex.ts';

/** By hand, where an index is doubted: the months to count again, both included. Changed rules are counted by themselves. */
const Asked = z.looseObject({ recountFrom: Month.optional(), recountTo: Month.optional() });

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
    // What one controller’s tables or settings do not give keeps no other waiting.
    await tried({ context, done }, async () => {
      const { retention } = await settingsOf(services, controller);
      const run: Run = { context, month: monthOf(context.today), retention, done };
      await tried(run, () => recountChanged(run));
      await tried(run, () => recountMonths(run, asked));
      await gatherFor(run);
    });
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
      await tried(run, async () => {
        const looked = await examine(context, unitOf(head), retention);
        if (looked !== undefined && (await reindex(context, looked))) done.moved += 1;
      });
    }
  }
}

async function gatherFor(run: Run): Promise<void> {
  const { context, month } = run;
  const list = await loadDisposalList(context, month);
  if (list !== undefined && list.state !== 'gathering') return;
  const failedBefore = run.done.failed;
  const months = await monthsToLookAt(run);
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
  await gatherRecords(run);
  await takeOver(run);
  // Later nights begin here, or where something still waits that could not be looked at.
  if (run.done.failed === failedBefore) await tried(run, () => lookedUntil(run));
}

/**
 * The month and the one before it: of one that ended before its last night was gathered, the rest comes now. And those
 * before them, from the first in which something could not be looked at, or which no night has gathered.
 */
async function monthsToLookAt({ context, month }: Run): Promise<string[]> {
  const waitsFrom = (await loadCounted(context))?.waitsFrom ?? month;
  const months = [month, monthOf(addMonths(context.today, -1))];
  for (let back = 2; (months.at(-1) ?? '') > waitsFrom; back += 1)
    months.push(monthOf(addMonths(context.today, -back)));
  return months.toReversed();
}

/** @returns undefined for what is on a list, is there no more, or is due another month after all. */
async function lookAt(run: Run, unit: ClientUnit, months: readonly string[]): Promise<Examined | undefined> {
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
  const { unit } = row;
  const remove: Change = { remove: row, when: { version: row.version } };
  if (unit.kind === 'record') {
    const found = await dueRecord(context, unit, retention);
    await (found === undefined ? dropRow(context, row, remove) : putRecords(run, [found], [remove]));
    return;
  }
  const looked = await examine(context, unit, retention);
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
      clients: clientsNamedBy(row.unit),
      resources: [{ kind: 'disposalUnit', id: row.unitId }],
      dataGroups: ['retention'],
      changedFields: ['disposalList'],
    },
    answer: { body: {} },
  });
}
