import { addMonths, helsinkiDateOf, LocalDate, monthOf } from '../../../kernel/local-date.ts';
import { removeDerived } from '../../../table/remove-derived.ts';
import { monthsWithoutFacts } from '../facts-of-month.ts';
import { tellCameAfter } from './came-after.ts';
import { newLists } from './lists.ts';
import type { LateFacts } from './model.ts';
import { packedCube } from './pack.ts';
import { isClosed } from './period.ts';
import { countMonth, hasFacts, hashOf, loadCube, loadCubeHeads, loadLateFacts, type Where } from './store.ts';
import { storeCube } from './store-cube.ts';

/** So far back a run looks for months without a cube; those with late facts are found however old they are. */
const MONTHS_BACK = 24;

/**
 * Makes the cubes that are missing or that later facts have overtaken, and takes away the marks of these facts: those
 * that stood before the facts were read, and only where every month that they name is done. What comes meanwhile keeps
 * its mark, so that its month is counted from the facts until the next run. What came to a month whose facts were disposed
 * of is told with it. Safe to repeat, and to break off.
 * @returns the months that were made.
 */
export async function makeCubes(where: Where): Promise<string[]> {
  const { services, actor } = where;
  const now = services.clock.now();
  const faults: unknown[] = [];
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      faults.push(thrown);
    }
  };
  const gone = await monthsWithoutFacts(where, monthsIn(await loadLateFacts(where)));
  for (const month of gone) await attempt(() => tellCameAfter(where, month));
  const marks = await loadLateFacts(where);
  const late = monthsIn(marks).filter((month) => isClosed(month, now) && !gone.has(month));
  const made: string[] = [];
  for (const month of new Set([...(await missing(where)), ...late].toSorted())) {
    await attempt(async () => {
      if (await makeCube(where, month)) made.push(month);
    });
  }
  const done = new Set(made);
  await removeDerived(
    services.tables,
    actor.controller,
    marks.filter(({ months }) => months.every((month) => done.has(month))),
  );
  // One month that cannot be counted keeps no other from being made.
  if (faults.length > 0) throw new AggregateError(faults, 'Some months could not be counted.');
  return made;
}

const monthsIn = (marks: readonly LateFacts[]): string[] => marks.flatMap(({ months }) => months);

async function missing(where: Where): Promise<string[]> {
  const now = where.services.clock.now();
  const today = LocalDate.parse(`${monthOf(helsinkiDateOf(now))}-01`);
  const months = Array.from({ length: MONTHS_BACK }, (_, nth) =>
    monthOf(addMonths(today, -(nth + 1))),
  ).filter((month) => isClosed(month, now));
  const known = new Set((await loadCubeHeads(where, months)).map(({ month }) => month));
  const without = months.filter((month) => !known.has(month));
  const holding = await Promise.all(without.map((month) => hasFacts(where, month)));
  return without.filter((_, nth) => holding[nth] === true);
}

/** @returns false where somebody else stored it this moment. */
async function makeCube(where: Where, month: string): Promise<boolean> {
  const [before] = await loadCubeHeads(where, [month]);
  return storeCube(where, before, await countMonth(where, month));
}

/** A mark that names the month: facts came to it that no cube may hold yet. */
const isLate = async (where: Where, month: string): Promise<boolean> =>
  (await loadLateFacts(where)).some(({ months }) => months.includes(month));

/** So often a month is counted again when facts come to it, or another cube of it, while it is counted. */
const TRIES = 3;

/**
 * Counts a month anew from its facts and holds its cube against them: after a restore, or when a figure is doubted.
 * `replaced`: what stood was not what the facts say, though none had come to them. `changedMeanwhile`: something came
 * whenever it was tried.
 */
export async function recountMonth(
  where: Where,
  month: string,
): Promise<{ cube: 'open' | 'same' | 'made' | 'replaced' | 'changedMeanwhile'; facts: number }> {
  for (let tries = 1; ; tries += 1) {
    const done = await recountedOnce(where, month);
    if (done.cube !== 'changedMeanwhile' || tries >= TRIES) return done;
    await makeCubes(where);
  }
}

async function recountedOnce(where: Where, month: string): ReturnType<typeof recountMonth> {
  const [before] = await loadCubeHeads(where, [month]);
  const counted = await countMonth(where, month);
  const { facts } = counted;
  if (!isClosed(month, where.services.clock.now())) return { cube: 'open', facts };
  const kept = before === undefined ? undefined : await loadCube(where, month, newLists());
  const isSame = kept !== undefined && hashOf(packedCube(kept.cube)) === hashOf(packedCube(counted.cube));
  if (isSame || (before === undefined && facts === 0)) return { cube: 'same', facts };
  // A fact that was counted and came late has its mark still, or the cube that holds it is another than the one before.
  if (await isLate(where, month)) return { cube: 'changedMeanwhile', facts };
  if (!(await storeCube(where, before, counted))) return { cube: 'changedMeanwhile', facts };
  return { cube: before === undefined ? 'made' : 'replaced', facts };
}
