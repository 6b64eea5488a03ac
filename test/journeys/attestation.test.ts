import { expect, test } from 'vitest';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import { personBody } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

/** What a supervisor attests holds on; what nobody attests lapses by itself; accounts that nobody uses are told. */

const DAY = 24 * 60;

const attest = (by: Worker, userId: string, grantId: string, version: number): Promise<Told> =>
  by.call('POST', `/v1/access-rights/users/${userId}/grants/${grantId}/attest`, { version });
const toAttest = (by: Worker, unitId: string): Promise<Told> =>
  by.call('GET', `/v1/access-rights/units/${unitId}/attestations`);

const mayWork = async (world: World, worker: Worker, unitId: string): Promise<boolean> => {
  const body = personBody(world, { birthDate: '1980-01-01' }, { unitId });
  const { status, json } = await worker.call('POST', '/v1/clients', { body });
  return status === 201 || json['code'] === 'client.possibleDuplicate';
};

/** Two workers of a unit whose grants were given on 24 November 2026, a year before they are to be attested. */
async function unit() {
  const made = await organisation(await testWorld());
  const { mainUser, supervisor, unitId, postId, userId } = made;
  const other = await newUser(mainUser, postId, 'Leena Laaja');
  const given: string[] = [];
  for (const id of [userId, other]) {
    const grantId = proposedOf(await propose(supervisor, id, grantFor(unitId)));
    await decide(mainUser, id, grantId, 'grant', 1);
    given.push(grantId);
  }
  const [grantId = '', otherGrant = ''] = given;
  return { ...made, grantId, other, otherGrant };
}

test('a right holds on when the supervisor has attested it, and the one beside it that nobody attested gives nothing from the next day', async () => {
  const { world, supervisor, mainUser, unitId, userId, user, grantId, other, otherGrant } = await unit();
  expect((await toAttest(supervisor, unitId)).json).toEqual({ grants: [] });
  world.clock.advance(340 * DAY);
  const due = await toAttest(supervisor, unitId);
  const two = due.json['grants'] as unknown as { userName: string }[];
  expect(two.toSorted((a, b) => (a.userName < b.userName ? -1 : 1))).toMatchObject([
    { userId, userName: 'Kaisa Keksitty', attestBy: '2027-11-24', state: 'inForce', own: false },
    { userId: other, userName: 'Leena Laaja', attestBy: '2027-11-24', attested: [] },
  ]);
  expect((await attest(supervisor, userId, grantId, 7)).status).toBe(412);
  expect(await attest(supervisor, userId, grantId, 2)).toMatchObject({ status: 200, json: { version: 3 } });
  expect((await toAttest(supervisor, unitId)).json).toMatchObject({ grants: [{ userId: other }] });

  world.clock.advance(25 * DAY);
  const leena = world.signedIn(other);
  expect([await mayWork(world, user, unitId), await mayWork(world, leena, unitId)]).toEqual([true, true]);
  world.clock.advance(DAY);
  expect([await mayWork(world, user, unitId), await mayWork(world, leena, unitId)]).toEqual([true, false]);
  expect((await toAttest(supervisor, unitId)).json).toMatchObject({
    grants: [{ userId: other, state: 'unattested', grant: { grantId: otherGrant } }],
  });
  expect((await attest(supervisor, other, otherGrant, 2)).json).toMatchObject({ code: 'grant.notInForce' });
  expect((await mainUser.call('GET', `/v1/access-rights/users/${userId}`)).json).toMatchObject({
    grants: [
      {
        state: 'inForce',
        grant: { attestBy: '2028-10-30' },
        attested: [{ at: '2027-10-30T10:00:00.000Z', by: supervisor.userId, until: '2028-10-30' }],
      },
    ],
  });
  expect((await user.call('GET', '/v1/access-rights/own')).json).toMatchObject({
    grants: [{ grantId, attestBy: '2028-10-30' }],
  });
});

test('what was ended, what ends before its day and what a change of duties ended is not on the list', async () => {
  const { world, supervisor, mainUser, unitId, postId, userId, grantId, other } = await unit();
  const short = await newUser(mainUser, postId, 'Sanna Sijainen');
  const range = { from: '2026-11-24', to: '2027-11-24' };
  const ending = proposedOf(await propose(supervisor, short, grantFor(unitId, { range })));
  await decide(mainUser, short, ending, 'grant', 1);
  await decide(supervisor, userId, grantId, 'end', 2);
  world.clock.advance(1);
  await mainUser.call('POST', `/v1/access-rights/users/${other}/end-employment`, { version: 1 });
  world.clock.advance(340 * DAY);
  expect((await toAttest(supervisor, unitId)).json).toEqual({ grants: [] });
});

test('nobody attests an own right, nor one of another unit, and a supervisor’s own are attested by management', async () => {
  const { world, supervisor, mainUser, unitId, postId, userId, grantId } = await unit();
  const eila = await newUser(mainUser, postId, 'Eila Esihenkilö');
  const own = proposedOf(await propose(supervisor, eila, grantFor(unitId, { role: 'supervisor' })));
  await decide(mainUser, eila, own, 'grant', 1);
  const boss = world.signedIn(eila);
  expect(await attest(boss, userId, grantId, 2)).toMatchObject({ status: 200 });
  expect((await attest(boss, eila, own, 2)).json).toMatchObject({ status: 403, code: 'grant.own' });
  const stranger = await world.worker('supervisor', { unitIds: [world.units.adults] });
  expect((await attest(stranger, eila, own, 2)).json).toMatchObject({ code: 'access.notAllowed' });
  expect((await toAttest(stranger, unitId)).status).toBe(403);
  const manager = await world.worker('management', { unitIds: [] });
  expect(await attest(manager, eila, own, 2)).toMatchObject({ status: 200 });
  const [mine] = (await toAttest(boss, unitId)).json['grants'] as unknown as unknown[];
  expect(mine).toBeUndefined();
});

test('a main user’s right does not lapse, for somebody has to give rights; it stays on the list until it is attested', async () => {
  const { world, supervisor, mainUser, unitId, postId } = await unit();
  const pertti = await newUser(mainUser, postId, 'Pertti Pääkäyttäjä');
  const own = proposedOf(
    await propose(supervisor, pertti, grantFor(unitId, { role: 'mainUser', unitIds: [], serviceTasks: [] })),
  );
  await decide(mainUser, pertti, own, 'grant', 1);
  world.clock.advance(400 * DAY);
  const told = await world.signedIn(pertti).call('GET', '/v1/access-rights/users?limit=1');
  expect(told.status).toBe(200);
  const { json } = await toAttest(supervisor, unitId);
  expect(json['grants']).toContainEqual(
    expect.objectContaining({ userId: pertti, state: 'inForce', attestBy: '2027-11-24' }),
  );
});

test('an account that has rights and was not used for ninety days is told to the main user and to the supervisor of its unit', async () => {
  const { world, supervisor, mainUser, unitId, userId, user, other } = await unit();
  const unused = (by: Worker, query = '') => by.call('GET', `/v1/access-log/unused-accounts${query}`);
  world.clock.advance(50 * DAY);
  await user.call('GET', '/v1/access-rights/own');
  world.clock.advance(39 * DAY);
  expect((await unused(mainUser)).json).toEqual({ since: '2026-11-23', accounts: [] });
  world.clock.advance(2 * DAY);
  const account = {
    userId: other,
    name: 'Leena Laaja',
    postTitle: 'Sosiaalityöntekijä',
    unitId,
    roles: ['broadResponsibility'],
    madeOn: '2026-11-24',
  };
  expect((await unused(mainUser)).json).toEqual({ since: '2026-11-25', accounts: [account] });
  expect((await unused(supervisor, `?unitId=${unitId}`)).json).toMatchObject({ accounts: [account] });
  expect((await unused(supervisor)).status).toBe(403);
  expect((await unused(supervisor, `?unitId=${world.units.adults}`)).status).toBe(403);
  world.clock.advance(50 * DAY);
  const both = (await unused(mainUser)).json['accounts'] as unknown as { userId: string }[];
  expect(both.map((one) => one.userId).toSorted()).toEqual([userId, other].toSorted());
  await mainUser.call('POST', `/v1/access-rights/users/${other}/end-employment`, { version: 1 });
  expect((await unused(supervisor, `?unitId=${unitId}`)).json).toMatchObject({ accounts: [{ userId }] });
});
