import { expect, test } from 'vitest';
import { counted } from '../support/counted.ts';
import { dumpOf } from '../support/dump.ts';
import { betweenStore, named } from '../support/faults.ts';
import { done } from '../support/matters.ts';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import { approved, at, disposed, gathered, naming, officials, stateOfList } from '../support/retention.ts';
import { testWorld } from '../support/world.ts';

/** What a worker leaves behind is more than one commit holds, and most workers have not left. */

test('of somebody who had many rights the record goes last: a night that is cut short after each step is carried on, and nothing stays', async () => {
  const { world, mainUser, supervisor, unitId, userId } = await organisation(await testWorld());
  for (let nth = 0; nth < 24; nth += 1) {
    const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
    done(await decide(mainUser, userId, grantId, 'grant', 1));
  }
  done(await mainUser.call('POST', `/v1/access-rights/users/${userId}/end-employment`, { version: 1 }));
  const { archivist, manager } = await officials(world);
  at(world, '2038-12-03');
  expect(await gathered(world)).toMatchObject({ failed: 0 });
  await approved(archivist, manager, '2038-12');
  at(world, '2038-12-11');
  const isOfUser = (item: Record<string, unknown>) => String(item['pk']).includes(userId);
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
    // While anything of it stands, the record stands by which the rest is found.
    const left = (await dumpOf(world.services, 'records')).filter(isOfUser);
    if (left.length > 0) expect(left.map(({ entity }) => entity)).toContain('user');
  }
  expect(nights).toBeGreaterThan(2);
  expect(nights).toBeLessThan(20);
  const left = naming(await dumpOf(world.services, 'records'), userId).map(({ entity }) => entity);
  expect(left).not.toContain('member');
  expect((await dumpOf(world.services, 'records')).filter(isOfUser)).toEqual([]);
});

test('what the night looks through grows with who has left, and not with who works here', async () => {
  const { world, mainUser, postId } = await organisation(await testWorld());
  const counter = counted(world.services, world.controller);
  const night = async () => (await counter.costOf(() => gathered(world))).cost.readUnits;
  const before = await night();
  for (let nth = 0; nth < 40; nth += 1) await newUser(mainUser, postId);
  expect(await night()).toBe(before);
});
