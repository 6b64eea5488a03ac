import { expect, test } from 'vitest';
import { HOUSE_KINDS } from '../../shared/domain/retention/house-records.ts';
import { HouseRecord } from '../../shared/domain/retention/model.ts';
import { packedCube } from '../../shared/domain/statistics/cubes/pack.ts';
import { countMonth, hashOf } from '../../shared/domain/statistics/cubes/store.ts';
import { putIfAbsent } from '../../shared/table/put.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { everythingEnded } from '../support/house-records.ts';
import { approved, at, disposed, gathered, naming, officials, rowsOf } from '../support/retention.ts';

/** Muut kuin asiakasasiakirjat: each kind of record of the house has its end, and goes when its time is over. */

/** What ran on a day and notices: `retention-of-records.test.ts`. A proposal waits while somebody is here to decide on it; facts that were disposed of: `statistics-*`. */
const ELSEWHERE = ['deployedDay', 'notice', 'noticeText', 'proposal', 'goneFact'];

test('of every kind of record that tells of no client what has ended goes after its years by two persons, and what is in use stays [J-7.5]', async () => {
  const made = await everythingEnded();
  const { world, userId, stays, clientId } = made;
  const { archivist, manager } = await officials(world);
  const where = { services: world.services, actor: { controller: world.controller } };
  // How many facts, which they were, and what their sums are.
  const sums = async () => {
    const { facts, snapshot, cube } = await countMonth(where, '2026-11');
    return { facts, snapshot, cube: hashOf(packedCube(cube)) };
  };
  const summed = await sums();
  const ofHouse = new Set(Object.values(HOUSE_KINDS).flatMap(({ entities }) => entities));
  const standing = async () =>
    (await dumpOf(world.services, 'records')).filter(({ entity }) => ofHouse.has(String(entity)));
  const before = await standing();
  expect(new Set(before.map(({ entity }) => entity))).toEqual(
    new Set([...ofHouse].filter((entity) => !ELSEWHERE.includes(entity))),
  );

  at(world, '2038-11-20');
  expect(await gathered(world)).toMatchObject({ listed: 0, failed: 0 });
  const seen = new Set<string>();
  const months = ['2038-12', '2039-01', '2041-01'];
  for (const month of months) {
    at(world, `${month}-03`);
    expect(
      await gathered(world),
      JSON.stringify(world.logged.filter(({ code }) => code === 'JOB_FAILED')),
    ).toMatchObject({ failed: 0 });
    for (const { unitId } of await rowsOf(archivist, month)) seen.add(unitId.split('-')[1] ?? '');
    await approved(archivist, manager, month);
    at(world, `${month}-11`);
    expect(await disposed(world)).toMatchObject({ failed: 0, heldBack: 0 });
  }
  expect([...seen].toSorted()).toEqual(
    HouseRecord.options.filter((record) => !ELSEWHERE.includes(record)).toSorted(),
  );

  // Of whoever left nothing stands, and no file is shut to nobody; whoever stays has lost the right that ended alone.
  const after = await standing();
  expect(naming(after, userId)).toEqual([]);
  const head = (await dumpOf(world.services, 'records')).find(
    (item) => item['entity'] === 'client' && item['clientId'] === clientId,
  );
  expect(head?.['barred']).toEqual([]);
  expect(
    naming(after, stays)
      .map(({ entity }) => String(entity))
      .toSorted(),
  ).toEqual(['commitment', 'member', 'powers', 'user']);
  // Lines of the log bear the name themselves.
  const own = (await linesOf(world.services)).find(({ userIdentity }) => userIdentity.userId === userId);
  expect(own?.userIdentity).toMatchObject({ name: 'Kaisa Keksitty' });
  // What is in force: a policy and an instruction.
  for (const entity of ['rightsPolicy', 'rightsInstruction']) {
    expect([entity, after.filter((item) => item['entity'] === entity).length]).toEqual([entity, 1]);
  }
  // The sums of the month stand as they were, whatever is asked to be counted again.
  expect(
    after.filter(({ entity, fact }) => entity === 'fact' && JSON.stringify(fact).includes('2026-11')),
  ).toEqual([]);
  expect(await sums()).toEqual(summed);

  // Out of a copy it all comes back, and goes again by its marks.
  for (const item of before) {
    await putIfAbsent(world.services.tables, world.controller, 'records', item).catch(() => undefined);
  }
  expect(naming(await standing(), userId)).not.toEqual([]);
  expect(await disposed(world, { replay: 'all' })).toMatchObject({ failed: 0 });
  const again = await standing();
  const named = (items: typeof after) => items.map(({ pk, sk }) => `${String(pk)} ${String(sk)}`).toSorted();
  expect(named(again.filter(({ entity }) => entity !== 'fact'))).toEqual(
    named(after.filter(({ entity }) => entity !== 'fact')),
  );
});
