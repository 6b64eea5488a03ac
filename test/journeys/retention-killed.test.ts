import { expect, test } from 'vitest';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import {
  approved,
  at,
  type Closed,
  closedFile,
  disposed,
  gathered,
  leftOf,
  naming,
  officials,
  rowsOf,
  stateOfList,
} from '../support/retention.ts';
import { testWorld } from '../support/world.ts';

/** A run that is killed after one thing it wrote. */
async function killedAfterOne(file: Closed): Promise<void> {
  let writes = 0;
  const { mend } = betweenStore(file.world.services, (call) => {
    if (/Get|Query/.test(call.name)) return call.send();
    writes += 1;
    if (writes > 1) throw named('Killed');
    return call.send();
  });
  await disposed(file.world).catch(() => undefined);
  mend();
}

test('a disposal that is killed after each thing it did goes on from there, and leaves nothing', async () => {
  const world = await testWorld();
  const file = await closedFile(world, { nth: 908 });
  const { archivist, manager } = await officials(world);
  at(world, '2036-12-05');
  await gathered(world);
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-13');
  let nights = 0;
  while ((await stateOfList(archivist, '2036-12')).state !== 'finished' && nights < 100) {
    nights += 1;
    await killedAfterOne(file);
  }
  expect(nights).toBeGreaterThan(10);
  expect(nights).toBeLessThan(100);
  expect(await leftOf(world, file.caseId)).toEqual(['disposalGate', 'disposalRow']);
  expect(naming(await dumpOf(world.services, 'keys'), file.caseId)).toEqual([]);
  expect((await world.services.documents.list(world.controller, 'attachments/')).objects).toEqual([]);
  expect(await rowsOf(archivist, '2036-12', '?finished=true')).toMatchObject([{ state: 'destroyed' }]);
});
