import { type Instant, plusMinutes } from '../../../kernel/instant.ts';
import { newId } from '../../../new-id.ts';
import { isOvertaken, writeIndex } from '../../../table/index-write.ts';
import { changed, created } from '../../../table/item.ts';
import { statisticsKeys } from '../../../table/keys.ts';
import { putIfAbsent } from '../../../table/put.ts';
import { removeDerived } from '../../../table/remove-derived.ts';
import type { StatisticsCube, StatisticsCubePart } from './model.ts';
import { packedCube } from './pack.ts';
import { hashOf, loadCubeParts, type MonthCounted, type Where } from './store.ts';

const BY = 'statistics';
/** Whoever put parts so long ago and no head that names them was cut short: no making lasts a day. */
const LEFT_AFTER_MINUTES = 24 * 60;

/**
 * Stores a month that was counted: its parts first, under a name of their own, then the head that names them, where it
 * still is the one before or none is. Then what was there before is taken away, and what a making left that was cut
 * short. Parts of another that is at work are left alone: it may yet put its head.
 * @returns false where somebody else stored it this moment; its own parts are gone then.
 */
export async function storeCube(
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
  const keys = parts.map((_, nth) => statisticsKeys.cubePart(controller, month, makingId, nth));
  for (const [nth, key] of keys.entries()) {
    const part = { ...key, entity: 'statisticsCubePart', ...created(now, BY), bytes: parts[nth] };
    await putIfAbsent(tables, controller, 'records', part);
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
    cells: cube.said.length,
    persons: new Set(cube.persons).size,
    facts,
    snapshot,
    madeAt: now,
    ...(before?.factsGoneOn === undefined ? {} : { factsGoneOn: before.factsGoneOn }),
    ...(before?.cameAfter === undefined ? {} : { cameAfter: before.cameAfter }),
  };
  const when = before === undefined ? 'absent' : { version: before.version };
  try {
    await writeIndex(tables, controller, { puts: [], removes: [], mark: { put, when } });
  } catch (thrown) {
    if (!isOvertaken(thrown)) throw thrown;
    await removeDerived(tables, controller, keys);
    return false;
  }
  const isOfUse = useOf(makingId, before, now);
  const others = (await loadCubeParts(where, month)).filter((part) => !isOfUse(part));
  await removeDerived(tables, controller, others);
  return true;
}

/** Parts of the cube that stands now, or of one that is being made. */
const useOf =
  (makingId: string, before: StatisticsCube | undefined, now: Instant) =>
  ({ sk, createdAt }: StatisticsCubePart): boolean => {
    if (statisticsKeys.isOfMaking(sk, makingId)) return true;
    const wasBefore = before !== undefined && statisticsKeys.isOfMaking(sk, before.makingId);
    return !wasBefore && createdAt > plusMinutes(now, -LEFT_AFTER_MINUTES);
  };
