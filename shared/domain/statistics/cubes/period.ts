import { type Instant, plusMinutes } from '../../../kernel/instant.ts';
import { helsinkiDateOf, monthOf } from '../../../kernel/local-date.ts';
import { loadMergedPersons } from '../merged-persons.ts';
import { monthsOf, type Period } from '../periods.ts';
import type { Cube } from './cube.ts';
import { inOrder, newLists } from './lists.ts';
import { countMonth, loadCube, loadLateFacts, type MonthCounted, snapshotOf, type Where } from './store.ts';

/** A request that began before midnight may still write: an hour on, none does without a mark. */
const GRACE_MINUTES = 60;

/** Whether a month is over for good: whatever comes to it from now on leaves a mark. */
export const isClosed = (month: string, now: Instant): boolean =>
  month < monthOf(helsinkiDateOf(plusMinutes(now, -GRACE_MINUTES)));

/** A few at a time: each holds some pages of facts. */
const COUNTED_AT_ONCE = 3;

/** What a period's figures rest on. */
export type PeriodCounted = { cubes: Cube[]; facts: number; snapshot: string };

/** How far counting has come: so many of its months, and the facts behind them. */
export type Progress = { months: number; ofMonths: number; facts: number };
export type Told = (progress: Progress) => Promise<void>;

/** @param told hears how far it has come after some months each time, and never by facts. */
export async function countPeriod(where: Where, period: Period, told?: Told): Promise<PeriodCounted> {
  const counted = await countMonths(where, monthsOf(period), told);
  return {
    cubes: counted.map(({ cube }) => cube),
    facts: factsOf(counted),
    snapshot: snapshotOf(counted),
  };
}

const factsOf = (counted: readonly MonthCounted[]): number =>
  counted.reduce((sum, { facts }) => sum + facts, 0);

/**
 * Months to be counted together: as they were stored where they are over and no fact came to them since, and counted
 * from their facts otherwise, so that the figures are the same whichever it was. Marks are read before cubes: one that
 * is gone is in the cube that stands.
 */
export async function countMonths(
  where: Where,
  months: readonly string[],
  told?: Told,
): Promise<MonthCounted[]> {
  const now = where.services.clock.now();
  const lists = newLists(await loadMergedPersons(where, months));
  const closed = months.filter((month) => isClosed(month, now));
  const late = new Set(
    closed.length === 0 ? [] : (await loadLateFacts(where)).flatMap((mark) => mark.months),
  );
  const counted: MonthCounted[] = [];
  // One after another: what a cube is unpacked from is many times what it is.
  for (const month of closed.filter((one) => !late.has(one))) {
    const kept = await loadCube(where, month, lists);
    if (kept !== undefined) counted.push(kept);
  }
  const tell = async (): Promise<void> =>
    await told?.({ months: counted.length, ofMonths: months.length, facts: factsOf(counted) });
  await tell();
  const known = new Set(counted.map(({ cube }) => cube.month));
  const missing = months.filter((month) => !known.has(month));
  for (let from = 0; from < missing.length; from += COUNTED_AT_ONCE) {
    const some = missing.slice(from, from + COUNTED_AT_ONCE);
    counted.push(...(await Promise.all(some.map((month) => countMonth(where, month, lists)))));
    await tell();
  }
  return counted.toSorted((a, b) => inOrder(a.cube.month, b.cube.month));
}
