import type { ActContext, Change } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import type { Examined, RetentionSettings } from '../../shared/domain/retention/examined.ts';
import type { FoundRecord } from '../../shared/domain/retention/house-records.ts';
import {
  type DisposalList,
  type DisposalRow,
  type Unit,
  unitIdOf,
} from '../../shared/domain/retention/model.ts';
import { loadDisposalList } from '../../shared/domain/retention/store.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { created } from '../../shared/table/item.ts';
import { retentionKeys } from '../../shared/table/keys.ts';

/** Puts what is due on the list of the month. */

export type Gathered = { listed: number; excepted: number; moved: number; failed: number };

/** Rows of one commit, which names the clients of each: a page of clients, and room for the line. */
export const ROWS = 12;

export type Run = { context: ActContext; month: string; retention: RetentionSettings; done: Gathered };

/** What failed is counted and told, and the next one has its turn. */
export async function tried<T>(
  { context, done }: Pick<Run, 'context' | 'done'>,
  work: () => Promise<T>,
): Promise<T | undefined> {
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

const headOf = ({ context, month }: Run, unit: Unit) => ({
  ...retentionKeys.row(context.actor.controller, month, unitIdOf(unit), true),
  entity: 'disposalRow' as const,
  ...created(context.now, context.actor.userId),
  unitId: unitIdOf(unit),
  month,
  unit,
  listedAt: context.now,
});

const rowOf = (run: Run, looked: Examined): DisposalRow => ({
  ...headOf(run, looked.unit),
  serviceTasks: [...looked.serviceTasks],
  dueMonth: looked.reckoned.dueMonth ?? run.month,
  // The row outlives what it is of, and the birth is sealed: its day is not among the marks.
  reasons: looked.reckoned.reasons.map(({ on, ...reason }) =>
    on === undefined || reason.event === 'childBorn' ? reason : { ...reason, on },
  ),
  permanent:
    looked.permanent.part === 'kinds'
      ? { ...looked.permanent, kinds: [...looked.permanent.kinds] }
      : looked.permanent,
  state: looked.exception === undefined ? 'due' : 'excepted',
  ...(looked.exception === undefined ? {} : { exception: looked.exception }),
});

/** Of what tells of no client: by the controller's plan, and nothing of it goes to an archive. */
const rowOfRecord = (run: Run, { unit, reason }: FoundRecord): DisposalRow => ({
  ...headOf(run, unit),
  serviceTasks: [],
  dueMonth: reason.dueMonth ?? run.month,
  reasons: [reason],
  permanent: { part: 'nothing' },
  state: 'due',
});

export const putRows = (
  run: Run,
  looked: readonly Examined[],
  removes: readonly Change[] = [],
): Promise<void> =>
  put(
    run,
    looked.map((one) => rowOf(run, one)),
    { clients: [...new Set(looked.flatMap(({ clients }) => clients))], removes },
  );

export const putRecords = (
  run: Run,
  found: readonly FoundRecord[],
  removes: readonly Change[] = [],
): Promise<void> =>
  put(
    run,
    found.map((one) => rowOfRecord(run, one)),
    { clients: [], removes },
  );

async function put(
  run: Run,
  rows: readonly DisposalRow[],
  { clients, removes }: { clients: readonly ClientId[]; removes: readonly Change[] },
): Promise<void> {
  const { context, done } = run;
  if (rows.length === 0) return;
  await commit(context, {
    changes: [
      ...(await listChange(run)),
      ...removes,
      ...rows.map((row) => ({ put: row, when: 'absent' as const })),
    ],
    line: {
      clients,
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
  const list: DisposalList = {
    ...retentionKeys.list(actor.controller, month),
    entity: 'disposalList',
    ...created(now, actor.userId),
    month,
    state: 'gathering',
    destroyed: 0,
  };
  return [{ put: list, when: 'absent' }];
}
