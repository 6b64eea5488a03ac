import { expect, test } from 'vitest';
import { makeCubes } from '../../shared/domain/statistics/cubes/make.ts';
import { packedCube } from '../../shared/domain/statistics/cubes/pack.ts';
import { countMonth, hashOf } from '../../shared/domain/statistics/cubes/store.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { putIfAbsent } from '../../shared/table/put.ts';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import {
  approved,
  at,
  closedFile,
  disposed,
  gathered,
  officials,
  stateOfList,
} from '../support/retention.ts';
import { testWorld } from '../support/world.ts';

/** Facts of a month: their sums are what they were while the facts go, whenever a night is cut short. */

test('while the facts of a month go, its sums stay what they were: also when a night is cut short and the month is counted again', async () => {
  const world = await testWorld();
  const where = { services: world.services, actor: { controller: world.controller } };
  await closedFile(world);
  const isFact = (item: Record<string, unknown>) =>
    item['entity'] === 'fact' && String(item['pk']).includes('2026-11');
  const factsNow = async () => (await dumpOf(world.services, 'records')).filter(isFact);
  const [one] = await factsNow();
  if (one === undefined) throw new Error('Nothing was counted.');
  // Work of a month is more than one transaction takes away.
  for (let nth = 0; nth < 130; nth += 1) {
    const sk = workKeys.fact(world.controller, '2026-11', `01KB${String(nth).padStart(22, '0')}`);
    await putIfAbsent(world.services.tables, world.controller, 'records', { ...one, ...sk });
  }
  at(world, '2026-12-05');
  await makeCubes(where);
  const sums = async () => {
    const { facts, cube } = await countMonth(where, '2026-11');
    return { facts, cube: hashOf(packedCube(cube)) };
  };
  const summed = await sums();
  const before = await factsNow();
  expect(before.length).toBeGreaterThan(130);

  const { archivist, manager } = await officials(world);
  at(world, '2038-12-03');
  expect(await gathered(world)).toMatchObject({ failed: 0 });
  await approved(archivist, manager, '2038-12');
  at(world, '2038-12-11');
  let nights = 0;
  while ((await stateOfList(archivist, '2038-12')).state !== 'finished' && nights < 20) {
    nights += 1;
    let writes = 0;
    const { mend } = betweenStore(world.services, (call) => {
      if (/Get|Query/.test(call.name)) return call.send();
      writes += 1;
      if (writes > 1) throw named('Killed');
      return call.send();
    });
    await disposed(world).catch(() => undefined);
    mend();
    expect(await sums()).toEqual(summed);
  }
  expect(nights).toBeGreaterThan(2);
  expect(nights).toBeLessThan(20);
  expect(await factsNow()).toEqual([]);

  // Out of a copy all of it comes back, and goes again, the mark on the sums before the facts.
  for (const item of before) await putIfAbsent(world.services.tables, world.controller, 'records', item);
  expect(await disposed(world, { replay: 'all' })).toMatchObject({ failed: 0, destroyed: 1 });
  expect(await factsNow()).toEqual([]);
  expect(await disposed(world, { replay: 'all' })).toMatchObject({ failed: 0, destroyed: 0 });
  expect(await sums()).toEqual(summed);
});
