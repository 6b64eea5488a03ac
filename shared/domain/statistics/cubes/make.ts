import { addMonths, helsinkiDateOf, LocalDate, monthOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../new-id.ts';
import { isOvertaken, writeIndex } from '../../../table/index-write.ts';
import { changed, created } from '../../../table/item.ts';
import { statisticsKeys } from '../../../table/keys.ts';
import { putIfAbsent } from '../../../table/put.ts';
import { removeDerived } from '../../../table/remove-derived.ts';
import type { StatisticsCube } from './model.ts';
import { packedCube } from './pack.ts';
import { isClosed } from './period.ts';
import {
  countMonth,
  hasFacts,
  hashOf,
  loadCube,
  loadCubeHeads,
  loadCubeParts,
  loadLateFacts,
  type MonthCounted,
  type Where,
} from './store.ts';

const BY = 'statistics';
/** So far back a run looks for months without a cube; those with late facts are found however old they are. */
const MONTHS_BACK = 24;

/**
 * Makes the cubes that are missing or that later facts have overtaken, and takes away the marks of these facts: those
 * that stood before the facts were read, and only where every month that they name is done. What comes meanwhile keeps
 * its mark, so that its month is counted from the facts until the next run. Safe to repeat, and to break off.
 * @returns the months that were made.
 */
export async function makeCubes(where: Where): Promise<string[]> {
  const { services, actor } = where;
  const now = services.clock.now();
  const marks = await loadLateFacts(where);
  const late = marks.flatMap(({ months }) => months).filter((month) => isClosed(month, now));
  const made: string[] = [];
  const faults: unknown[] = [];
  for (const month of new Set([...(await missing(where)), ...late].toSorted())) {
    try {
      if (await makeCube(where, month)) made.push(month);
    } catch (thrown) {
      faults.push(thrown);
    }
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

/**
 * Counts a month and stores it: its parts first, under a name of their own, then the head that names them, then what
 * was there before is taken away. @returns false where somebody else stored it this moment.
 */
async function makeCube(where: Where, month: string): Promise<boolean> {
  const [before] = await loadCubeHeads(where, [month]);
  return stored(where, before, await countMonth(where, month));
}

async function stored(
  where: Where,
  before: StatisticsCube | undefined,
  { cube, facts, snapshot }: MonthCounted,
): Promise<boolean> {
  const { services, actor } = where;
  const { tables } = services;
  const { controller } = actor;
  const { month } = cube;
  const parts = packedCube(cube);
  const makingId = newId(services);
  const now = services.clock.now();
  for (const [nth, bytes] of parts.entries()) {
    const key = statisticsKeys.cubePart(controller, month, makingId, nth);
    await putIfAbsent(tables, controller, 'records', {
      ...key,
      entity: 'statisticsCubePart',
      ...created(now, BY),
      bytes,
    });
  }
  const put: StatisticsCube = {
    ...statisticsKeys.cube(controller, month),
    entity: 'statisticsCube',
    ...(before === undefined ? created(now, BY) : changed(before, now, BY)),
    month,
    makingId,
    parts: parts.length,
    bytes: parts.reduce((sum, { length }) => sum + length, 0),
    sha256: hashOf(parts),
    cells: cube.cells.length,
    persons: cube.persons.length,
    facts,
    snapshot,
    madeAt: now,
    ...(before?.factsGoneOn === undefined ? {} : { factsGoneOn: before.factsGoneOn }),
  };
  const when = before === undefined ? 'absent' : { version: before.version };
  try {
    await writeIndex(tables, controller, { puts: [], removes: [], mark: { put, when } });
  } catch (thrown) {
    if (!isOvertaken(thrown)) throw thrown;
    return false;
  }
  const others = (await loadCubeParts(where, month)).filter(
    ({ sk }) => !statisticsKeys.isOfMaking(sk, makingId),
  );
  await removeDerived(tables, controller, others);
  return true;
}

/**
 * Counts a month anew from its facts and holds its cube against them: after a restore, or when a figure is doubted.
 * `replaced`: what stood was not what the facts say.
 */
export async function recountMonth(
  where: Where,
  month: string,
): Promise<{ cube: 'open' | 'same' | 'made' | 'replaced' | 'changedMeanwhile'; facts: number }> {
  const [before] = await loadCubeHeads(where, [month]);
  const counted = await countMonth(where, month);
  const { facts } = counted;
  if (!isClosed(month, where.services.clock.now())) return { cube: 'open', facts };
  const kept = before === undefined ? undefined : await loadCube(where, month);
  const isSame = kept !== undefined && hashOf(packedCube(kept.cube)) === hashOf(packedCube(counted.cube));
  if (isSame || (before === undefined && facts === 0)) return { cube: 'same', facts };
  if (!(await stored(where, before, counted))) return { cube: 'changedMeanwhile', facts };
  return { cube: before === undefined ? 'made' : 'replaced', facts };
}
