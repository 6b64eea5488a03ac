import { expect, test } from 'vitest';
import { PowersItem } from '../../shared/access/powers.ts';
import type { UnitId, UserId } from '../../shared/kernel/id.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { linesOf } from '../support/dump.ts';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import { personBody } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const DAY = 24 * 60;

const grantsInPowers = async ({ services, controller }: World, userId: UserId) => {
  const key = userKeys.powers(controller, userId);
  const item = await getItem(services.tables, controller, 'records', key, PowersItem);
  return item?.powers.grants ?? [];
};

/** Whether the worker may take in a person today: the first thing that a grant for client work lets do. */
const mayWork = async (world: World, worker: Worker, unitId: UnitId): Promise<boolean> => {
  const body = personBody(world, { birthDate: '1980-01-01' }, { unitId });
  const { status, json } = await worker.call('POST', '/v1/clients', { body });
  return status === 201 || json['code'] === 'client.possibleDuplicate';
};

test('a grant’s life by three persons: the supervisor proposes, the main user gives, the user acts, and it is ended by an act [U-9.13, J-5.12, U-9.14, J-5.13]', async () => {
  const { world, mainUser, supervisor, unitId, userId, user } = await organisation(await testWorld());
  expect(await mayWork(world, user, unitId)).toBe(false);
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  expect(await mayWork(world, user, unitId)).toBe(false);
  expect((await mainUser.call('GET', '/v1/access-rights/grants/proposed')).json).toMatchObject({
    proposals: [{ userId, grant: { grantId, unitIds: [unitId] }, proposedBy: supervisor.userId, version: 1 }],
  });
  expect(await decide(mainUser, userId, grantId, 'grant', 1)).toMatchObject({ status: 200 });
  expect((await mainUser.call('GET', '/v1/access-rights/grants/proposed')).json).toEqual({ proposals: [] });
  expect(await mayWork(world, user, unitId)).toBe(true);
  expect((await user.call('GET', '/v1/access-rights/own')).json).toMatchObject({
    name: 'Kaisa Keksitty',
    grants: [{ grantId, role: 'broadResponsibility', range: { from: '2026-11-24' } }],
  });
  world.clock.advance(1);
  expect(await decide(supervisor, userId, grantId, 'end', 2)).toMatchObject({ status: 200 });
  expect(await mayWork(world, user, unitId)).toBe(false);
  expect((await mainUser.call('GET', `/v1/access-rights/users/${userId}`)).json).toMatchObject({
    user: { name: 'Kaisa Keksitty', unitId, postTitle: 'Sosiaalityöntekijä', status: 'active' },
    grants: [
      {
        state: 'ended',
        proposed: { at: '2026-11-24T10:00:00.000Z', by: supervisor.userId },
        decided: { at: '2026-11-24T10:00:00.000Z', by: mainUser.userId },
        ended: { at: '2026-11-24T10:01:00.000Z', by: supervisor.userId, reason: 'dutiesEnded' },
      },
    ],
  });
  const changes = (await linesOf(world.services)).filter(
    ({ readOnly, resources, outcome }) =>
      !readOnly && outcome.result === 'allowed' && resources.some(({ id }) => id === grantId),
  );
  expect(
    new Set(changes.map(({ eventName, userIdentity }) => `${eventName} ${userIdentity.userId}`)),
  ).toEqual(
    new Set([
      `GrantProposed ${supervisor.userId}`,
      `GrantGiven ${mainUser.userId}`,
      `GrantEnded ${supervisor.userId}`,
    ]),
  );
});

test('nobody proposes, gives or ends a grant of one’s own, and nobody gives what one has proposed', async () => {
  const { world, mainUser, supervisor, unitId, postId, userId } = await organisation(await testWorld());
  const own = await newUser(mainUser, postId, 'Eila Esihenkilö');
  const first = proposedOf(await propose(supervisor, own, grantFor(unitId, { role: 'supervisor' })));
  await decide(mainUser, own, first, 'grant', 1);
  const eila = world.signedIn(own);
  expect((await propose(eila, own, grantFor(unitId))).json).toMatchObject({ status: 403, code: 'grant.own' });
  expect((await decide(eila, own, first, 'end', 2)).json).toMatchObject({ code: 'grant.own' });

  const second = proposedOf(await propose(supervisor, own, grantFor(unitId, { role: 'mainUser' })));
  await decide(mainUser, own, second, 'grant', 1);
  const proposal = proposedOf(await propose(eila, userId, grantFor(unitId)));
  for (const what of ['grant', 'refuse'] as const) {
    expect((await decide(eila, userId, proposal, what, 1)).json).toMatchObject({
      status: 403,
      code: 'grant.ownProposal',
    });
  }
  const third = proposedOf(await propose(supervisor, own, grantFor(unitId, { role: 'supervisor' })));
  expect((await decide(eila, own, third, 'grant', 1)).json).toMatchObject({ code: 'grant.own' });
  expect(await grantsInPowers(world, userId)).toEqual([]);
});

test('a grant holds from its first day to its last, and leaves the powers with the next change', async () => {
  const { world, mainUser, supervisor, unitId, userId, user } = await organisation(await testWorld());
  const range = { from: '2026-11-26', to: '2026-11-27' };
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, { range })));
  await decide(mainUser, userId, grantId, 'grant', 1);
  const seen: [string, boolean][] = [];
  for (let day = 0; day < 5; day += 1) {
    const { json } = await mainUser.call('GET', `/v1/access-rights/users/${userId}`);
    const [{ state }] = json['grants'] as unknown as [{ state: string }];
    seen.push([state, await mayWork(world, user, unitId)]);
    world.clock.advance(DAY);
  }
  expect(seen).toEqual([
    ['coming', false],
    ['coming', false],
    ['inForce', true],
    ['inForce', true],
    ['expired', false],
  ]);
  expect((await decide(mainUser, userId, grantId, 'end', 2)).json).toMatchObject({
    code: 'grant.notInForce',
  });
  const next = proposedOf(
    await propose(supervisor, userId, grantFor(unitId, { range: { from: '2026-11-29' } })),
  );
  await decide(mainUser, userId, next, 'grant', 1);
  expect(await grantsInPowers(world, userId)).toMatchObject([{ grantId: next }]);
});

test('a deputy has a last day within the controller’s limit, and nothing after it [U-9.11, J-5.10]', async () => {
  const { world, mainUser, supervisor, unitId, postId, userId, user } = await organisation(await testWorld());
  const kaisa = await newUser(mainUser, postId, 'Kaisa Vastuullinen');
  await decide(mainUser, kaisa, proposedOf(await propose(supervisor, kaisa, grantFor(unitId))), 'grant', 1);
  const deputy = (range: { from: string; to?: string }, deputyFor: string = kaisa) =>
    propose(supervisor, userId, grantFor(unitId, { deputyFor, range }));
  for (const range of [{ from: '2026-11-24' }, { from: '2026-11-24', to: '2027-02-22' }]) {
    expect((await deputy(range)).json).toMatchObject({
      code: 'grant.notValid',
      findings: [{ rule: 'grant.deputyTerm', path: '/body/grant/range/to' }],
    });
  }
  expect((await deputy({ from: '2026-11-24', to: '2026-12-24' }, userId)).json).toMatchObject({
    findings: [{ rule: 'grant.deputyOfAnother' }],
  });
  const grantId = proposedOf(await deputy({ from: '2026-11-24', to: '2026-11-25' }));
  await decide(mainUser, userId, grantId, 'grant', 1);
  world.clock.advance(DAY);
  expect(await mayWork(world, user, unitId)).toBe(true);
  world.clock.advance(DAY);
  expect(await mayWork(world, user, unitId)).toBe(false);
});

test('what a grant cannot hold is told at once: unit, task, duty, special right, days, and whose unit it is', async () => {
  const { supervisor, mainUser, unitId, userId, world } = await organisation(await testWorld());
  const told = await propose(supervisor, userId, {
    role: 'implementing',
    unitIds: [unitId, world.units.adults],
    serviceTasks: [],
    duties: ['invoicing'],
    specialRights: ['readAccessLog'],
    guidedRole: 'implementing',
    range: { from: '2026-11-01', to: '2026-11-23' },
  });
  expect(told).toMatchObject({ status: 422, json: { code: 'grant.notValid' } });
  const { findings } = told.json as unknown as { findings: { rule: string; path: string }[] };
  expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['grant.unitKnown', '/body/grant/unitIds/1'],
    ['grant.taskNamed', '/body/grant/serviceTasks'],
    ['grant.dutyOfRole', '/body/grant/duties/0'],
    ['grant.specialRightOfRole', '/body/grant/specialRights/0'],
    ['grant.guidedRole', '/body/grant/guidedRole'],
    ['grant.endsLater', '/body/grant/range/to'],
    ['grant.notInThePast', '/body/grant/range/from'],
    ['grant.unitSupervised', '/body/grant/unitIds/1'],
  ]);
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  const ends = { version: 1, body: { to: '2026-11-24' } };
  expect((await mainUser.call('POST', `/v1/controllers/units/${unitId}/end`, ends)).status).toBe(200);
  world.clock.advance(DAY);
  expect((await decide(mainUser, userId, grantId, 'grant', 1)).json).toMatchObject({
    findings: [{ rule: 'grant.unitKnown', path: '/body/grant/unitIds/0' }],
  });
});

test('a main user has no grant for client data beside, unless the controller has so chosen [K-13.13]', async () => {
  const { supervisor, mainUser, unitId, userId } = await organisation(await testWorld());
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, { role: 'mainUser' })));
  await decide(mainUser, userId, grantId, 'grant', 1);
  expect((await propose(supervisor, userId, grantFor(unitId))).json).toMatchObject({
    findings: [{ rule: 'grant.administrationApart', path: '/body/grant/role' }],
  });
});

test('a refused proposal gives nothing, a decided one is not decided again, and a stale view is refused', async () => {
  const { world, supervisor, mainUser, unitId, userId, user } = await organisation(await testWorld());
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  expect((await decide(mainUser, userId, grantId, 'grant', 7)).status).toBe(412);
  expect((await decide(mainUser, userId, grantId, 'refuse', 1)).status).toBe(200);
  expect(await mayWork(world, user, unitId)).toBe(false);
  expect((await decide(mainUser, userId, grantId, 'grant', 2)).json).toMatchObject({ code: 'grant.decided' });
  expect((await decide(mainUser, userId, grantId, 'end', 2)).json).toMatchObject({
    code: 'grant.notInForce',
  });
});

test('another controller’s main user and supervisor see none of the users and decide on none of the grants', async () => {
  const { world, supervisor, unitId, userId } = await organisation(await testWorld());
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  const stranger = await world.worker('mainUser', { controller: world.otherController });
  expect((await stranger.call('GET', '/v1/access-rights/users')).json).toEqual({ users: [] });
  expect((await stranger.call('GET', '/v1/access-rights/grants/proposed')).json).toEqual({ proposals: [] });
  expect((await stranger.call('GET', `/v1/access-rights/users/${userId}`)).status).toBe(404);
  expect((await decide(stranger, userId, grantId, 'grant', 1)).status).toBe(404);
  const boss = await world.worker('supervisor', { controller: world.otherController, unitIds: [unitId] });
  expect((await propose(boss, userId, grantFor(unitId))).status).toBe(404);
});
