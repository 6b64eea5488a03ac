import { expect, test } from 'vitest';
import { dispose } from '../../functions/retention/dispose.ts';
import { gather } from '../../functions/retention/gather.ts';
import { named } from '../support/faults.ts';
import { approved, at, closedFile, disposed, gathered, officials, rowsOf } from '../support/retention.ts';
import { testWorld } from '../support/world.ts';

/** Nights on which the keys, the tables or one of the controllers cannot be had. */

test('a unit that could not be looked at for months on end is not forgotten: the first night on which it can lists it', async () => {
  const world = await testWorld();
  const { archivist } = await officials(world);
  await closedFile(world);
  at(world, '2036-11-20');
  expect(await gathered(world)).toMatchObject({ failed: 0 });
  const { vault } = world.services;
  world.services.vault = {
    ...vault,
    generate: (...asked) => vault.generate(...asked),
    unwrap: () => Promise.reject(named('KMSInternalException')),
  };
  for (const day of ['2036-12-05', '2037-01-05', '2037-02-05']) {
    at(world, day);
    expect(await gathered(world)).toMatchObject({ listed: 0, failed: 1 });
  }
  world.services.vault = vault;
  at(world, '2037-03-05');
  expect(await gathered(world)).toMatchObject({ listed: 1, failed: 0 });
  expect(await rowsOf(archivist, '2037-03')).toMatchObject([{ dueMonth: '2037-03', state: 'due' }]);
  expect(await gathered(world)).toMatchObject({ listed: 0, failed: 0 });
});

test('one controller whose tables do not answer keeps no other from gathering and disposing', async () => {
  const world = await testWorld();
  const { archivist, manager } = await officials(world);
  await closedFile(world);
  const both = [world.otherController, world.controller];
  const { tables } = world.services;
  world.services.tables = {
    ...tables,
    clientOf: (controller) => {
      if (controller === world.otherController) throw named('InternalServerError');
      return tables.clientOf(controller);
    },
  };
  at(world, '2036-12-05');
  expect(await gather(world.services, both)).toMatchObject({ listed: 1, failed: 1 });
  await approved(archivist, manager, '2036-12');
  at(world, '2036-12-13');
  expect(await dispose(world.services, both)).toMatchObject({ destroyed: 1, failed: 1 });
  world.services.tables = tables;
  expect(await disposed(world)).toMatchObject({ failed: 0 });
});
