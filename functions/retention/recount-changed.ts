import { commit } from '../../shared/commit.ts';
import { sha256Of } from '../../shared/crypto/sha256.ts';
import { casesEverOfUnit } from '../../shared/domain/cases/worklists.ts';
import { allUnits } from '../../shared/domain/controllers/store.ts';
import { handledMattersOfUnit } from '../../shared/domain/intake/queues.ts';
import { RETENTION_RULES } from '../../shared/domain/retention/annex.ts';
import {
  type ChangedRows,
  changedRows,
  concerns,
  loadCounted,
  type RetentionCounted,
  rowsOf,
} from '../../shared/domain/retention/counted-by.ts';
import { examine, unitOf } from '../../shared/domain/retention/examine.ts';
import { dueUnits, type UnitHead } from '../../shared/domain/retention/store.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { addMonths, LocalDate, monthOf } from '../../shared/kernel/local-date.ts';
import { changed, created } from '../../shared/table/item.ts';
import { retentionKeys } from '../../shared/table/keys.ts';
import type { LastKey, Page } from '../../shared/table/read.ts';
import { type Run, tried } from './put-rows.ts';
import { reindex } from './reindex.ts';

/** How far it came is laid down after so many months, while nothing has failed. */
const MONTHS_AT_ONCE = 24;

/**
 * When a row of the law or of the plan is another than the one by which due months were counted, those whose months it
 * may move are counted again: of the months in which such may stand, and no other units. What stood in no month, for
 * it was kept for good or waited for another event, is looked for among what the units have closed. Cut short, it goes on
 * where it was; what failed is tried again the next night.
 */
export async function recountChanged(run: Run): Promise<void> {
  const { context, retention, done } = run;
  const now = rowsOf(RETENTION_RULES, retention.rules);
  const standing = await loadCounted(context);
  if (standing === undefined) return keep(run, undefined, { rows: now });
  const others = changedRows(standing.rows, now);
  if (others === undefined) return undefined;
  const to = sha256Of(canonicalJson(now));
  const failedBefore = done.failed;
  const isUnderWay = standing.underWay?.to === to;
  const first = (isUnderWay ? standing.underWay?.month : undefined) ?? run.month;
  const last = monthOf(addMonths(context.today, (others.years + 1) * 12));
  let nth = 0;
  for (let month = first; month <= last; month = monthAfter(month)) {
    nth += 1;
    // Nothing that failed is passed over by the night that goes on.
    if (nth % MONTHS_AT_ONCE === 0 && done.failed === failedBefore)
      await keep(run, await loadCounted(context), { rows: standing.rows, underWay: { to, month } });
    for await (const head of dueUnits(context, month)) await recountOne(run, others, head);
  }
  if (others.beyondIndex) for await (const head of closedUnits(run)) await recountOne(run, others, head);
  if (done.failed > failedBefore) return undefined;
  return keep(run, await loadCounted(context), { rows: now });
}

const monthAfter = (month: string): string => monthOf(addMonths(LocalDate.parse(`${month}-01`), 1));

async function recountOne(run: Run, others: ChangedRows, head: UnitHead): Promise<void> {
  if (!concerns(others, head)) return;
  const { context, retention, done } = run;
  await tried(run, async () => {
    const looked = await examine(context, unitOf(head), retention);
    if (looked !== undefined && (await reindex(context, looked))) done.moved += 1;
  });
}

async function* closedUnits({ context }: Run): AsyncGenerator<UnitHead> {
  const { services, actor } = context;
  for (const { unit } of await allUnits(context)) {
    yield* paged((asked) =>
      casesEverOfUnit(services, actor.controller, unit.unitId, { which: 'closedCases', ...asked }),
    );
    yield* paged((asked) => handledMattersOfUnit(services, actor.controller, unit.unitId, asked));
  }
}

async function* paged<T>(
  ask: (asked: { limit: number; after?: LastKey | undefined }) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let after: LastKey | undefined;
  do {
    const page = await ask({ limit: 100, after });
    yield* page.items;
    after = page.lastKey;
  } while (after !== undefined);
}

/** All that was due until this month was looked at: kept once a month. */
export async function lookedUntil(run: Run): Promise<void> {
  const standing = await loadCounted(run.context);
  if (standing === undefined || standing.waitsFrom === run.month) return;
  await keep(run, standing, { ...standing, waitsFrom: run.month });
}

async function keep(
  { context }: Run,
  before: RetentionCounted | undefined,
  {
    rows,
    underWay,
    waitsFrom = before?.waitsFrom,
  }: Pick<RetentionCounted, 'rows' | 'underWay' | 'waitsFrom'>,
): Promise<void> {
  const { actor, now } = context;
  const put: RetentionCounted = {
    ...retentionKeys.counted(actor.controller),
    entity: 'retentionCounted',
    ...(before === undefined ? created(now, actor.userId) : changed(before, now, actor.userId)),
    rows,
    ...(underWay === undefined ? {} : { underWay }),
    ...(waitsFrom === undefined ? {} : { waitsFrom }),
  };
  await commit(context, {
    changes: [{ put, when: before === undefined ? 'absent' : { version: before.version } }],
    line: { clients: [], resources: [], dataGroups: ['retention'], changedFields: ['run'] },
    answer: { body: {} },
  });
}
