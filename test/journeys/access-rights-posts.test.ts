import { expect, test } from 'vitest';
import { linesOf } from '../support/dump.ts';
import {
  decide,
  grantFor,
  newUnit,
  newUser,
  organisation,
  propose,
  proposedOf,
} from '../support/organisation.ts';
import { personBody, text } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const USERS = '/v1/access-rights/users';
const PERSON = { name: { family: 'Esimerkki', given: 'Aino' }, birthDate: '1980-01-01' };

/** A user with a grant in force, and a client taken in by the user. */
async function worker() {
  const made = await organisation(await testWorld());
  const { world, mainUser, supervisor, unitId, userId, user } = made;
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  await decide(mainUser, userId, grantId, 'grant', 1);
  const told = await user.call('POST', '/v1/clients', { body: personBody(world, PERSON, { unitId }) });
  const aino = text(told, 'clientId');
  world.clock.advance(1);
  return { ...made, grantId, aino };
}

test('a post that goes to another unit takes its holder along, and every right of the former unit ends at once [U-9.12, J-5.11]', async () => {
  const { world, mainUser, supervisor, userId, user, unitId, postId, grantId, aino } = await worker();
  const waiting = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  const token = await world.tokenFor({ userId, controller: world.controller });
  const elsewhere = await newUnit(mainUser, 'Aikuissosiaalityö');
  world.clock.advance(1);
  const post = { title: { fi: 'Sosiaalityöntekijä' }, kind: 'office', from: '2026-01-01' };
  const body = { ...post, professionalRole: 'socialWorker', unitId: elsewhere };
  const moved = await mainUser.call('PUT', `/v1/controllers/posts/${postId}`, { version: 1, body });
  expect(moved.json).toMatchObject({ postId, version: 2 });
  expect((await linesOf(world.services)).at(-1)).toMatchObject({
    eventName: 'PostChanged',
    resources: [
      { kind: 'post', id: postId },
      { kind: 'user', id: userId },
    ],
    dataGroups: ['settings', 'accessRights'],
  });
  const before = { headers: { authorization: `Bearer ${token}` } };
  expect((await user.call('GET', `/v1/clients/${aino}`, before)).status).toBe(401);
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.notAllowed' });
  expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
    user: { postId, unitId: elsewhere, status: 'active' },
    version: 2,
    grants: [
      { grant: { grantId: waiting }, state: 'lapsed' },
      { grant: { grantId }, state: 'ended', ended: { by: mainUser.userId, reason: 'dutiesChanged' } },
    ],
  });
  expect((await supervisor.call('GET', USERS)).json).toMatchObject({
    users: [{ userId, unitId: elsewhere }],
  });

  const again = { ...body, professionalRole: 'socialCounsellor' };
  expect(
    (await mainUser.call('PUT', `/v1/controllers/posts/${postId}`, { version: 2, body: again })).status,
  ).toBe(200);
  expect(
    (await mainUser.call('GET', `${USERS}/${userId}`)).json,
    'in its unit it changes nobody',
  ).toMatchObject({ version: 2 });
});

test('a post with another title has its holder under that title from then on, and no right of the holder changes', async () => {
  const { world, mainUser, supervisor, userId, user, unitId, postId, grantId, aino } = await worker();
  const body = {
    title: { fi: 'Johtava sosiaalityöntekijä' },
    kind: 'office',
    from: '2026-01-01',
    professionalRole: 'socialWorker',
    unitId,
  };
  expect((await mainUser.call('PUT', `/v1/controllers/posts/${postId}`, { version: 1, body })).status).toBe(
    200,
  );
  expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
    user: { postTitle: 'Johtava sosiaalityöntekijä' },
    grants: [{ grant: { grantId }, state: 'inForce' }],
  });
  expect((await supervisor.call('GET', USERS)).json).toMatchObject({
    users: [{ userId, postTitle: 'Johtava sosiaalityöntekijä' }],
  });
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
  const lines = await linesOf(world.services);
  const titles = lines.filter(({ userIdentity }) => userIdentity.userId === userId);
  expect(titles.map(({ userIdentity }) => userIdentity.post)).toEqual([
    'Sosiaalityöntekijä',
    'Johtava sosiaalityöntekijä',
  ]);
});

test('a post that ends takes the rights of who holds it with its last day, those too that were given after it was said [U-9.12, J-5.11]', async () => {
  const { world, mainUser, supervisor, userId, user, unitId, postId, grantId, aino } = await worker();
  const post = `/v1/controllers/posts/${postId}`;
  const ended = await mainUser.call('POST', `${post}/end`, { version: 1, body: { to: '2026-11-30' } });
  expect(ended.json).toMatchObject({ postId, version: 2 });
  world.clock.advance(1);
  const second = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  await decide(mainUser, userId, second, 'grant', 1);
  const late = await newUser(mainUser, postId, 'Leena Laaja');
  const third = proposedOf(await propose(supervisor, late, grantFor(unitId)));
  await decide(mainUser, late, third, 'grant', 1);
  const states = async (of = userId) =>
    (await mainUser.call('GET', `${USERS}/${of}`)).json['grants'] ?? expect.fail();
  expect(await states()).toMatchObject([{ state: 'inForce' }, { state: 'inForce' }]);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(200);

  world.clock.advance(7 * 24 * 60);
  expect((await user.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.notAllowed' });
  expect((await user.call('GET', '/v1/access-rights/own')).json).toMatchObject({ code: 'access.notAllowed' });
  const over = {
    state: 'ended',
    ended: { by: mainUser.userId, reason: 'postEnded', at: '2026-11-30T22:00:00.000Z' },
  };
  expect(await states()).toMatchObject([
    { grant: { grantId: second }, ...over },
    { grant: { grantId }, ...over },
  ]);
  expect(await states(late)).toMatchObject([over]);
  const refused = await propose(supervisor, userId, grantFor(unitId, { range: { from: '2026-12-02' } }));
  expect(refused.json).toMatchObject({ findings: [{ rule: 'grant.postNotEnded', path: '/body/grant' }] });

  // Given days again, the post brings no right back; in another one the user is given what is proposed anew.
  const body = {
    title: { fi: 'Sosiaalityöntekijä' },
    kind: 'office',
    from: '2026-01-01',
    professionalRole: 'socialWorker',
    unitId,
  };
  expect((await mainUser.call('PUT', post, { version: 2, body })).status).toBe(200);
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.notAllowed' });
  expect(await states()).toMatchObject([over, over]);
  const anew = proposedOf(
    await propose(supervisor, userId, grantFor(unitId, { range: { from: '2026-12-01' } })),
  );
  await decide(mainUser, userId, anew, 'grant', 1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
});

test('a last day that is taken back leaves the rights as they were, and one that is past ends them at once', async () => {
  const { world, mainUser, userId, user, unitId, postId, aino } = await worker();
  const post = `/v1/controllers/posts/${postId}`;
  await mainUser.call('POST', `${post}/end`, { version: 1, body: { to: '2026-11-30' } });
  const body = {
    title: { fi: 'Sosiaalityöntekijä' },
    kind: 'office',
    from: '2026-01-01',
    professionalRole: 'socialWorker',
    unitId,
  };
  expect((await mainUser.call('PUT', post, { version: 2, body })).status).toBe(200);
  world.clock.advance(7 * 24 * 60);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
  await mainUser.call('POST', `${post}/end`, { version: 3, body: { to: '2026-11-25' } });
  const now = world.clock.now();
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.notAllowed' });
  expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
    grants: [{ state: 'ended', ended: { reason: 'postEnded', at: now } }],
  });
});

test('a post is neither moved nor ended by one who holds it, nor moved with more holders than one change can bear', async () => {
  const { world, mainUser, supervisor, unitId, postId } = await organisation(await testWorld());
  const own = await newUser(mainUser, postId, 'Pertti Pääkäyttäjä');
  const grantId = proposedOf(await propose(supervisor, own, grantFor(unitId, { role: 'mainUser' })));
  await decide(mainUser, own, grantId, 'grant', 1);
  const elsewhere = await newUnit(mainUser, 'Aikuissosiaalityö');
  const post = { title: { fi: 'Sosiaalityöntekijä' }, kind: 'office', from: '2026-01-01' };
  const body = { ...post, professionalRole: 'socialWorker', unitId: elsewhere };
  const move = { version: 1, body };
  const path = `/v1/controllers/posts/${postId}`;
  expect((await world.signedIn(own).call('PUT', path, move)).json).toMatchObject({ code: 'grant.own' });
  expect(
    (await world.signedIn(own).call('POST', `${path}/end`, { version: 1, body: { to: '2026-11-30' } })).json,
  ).toMatchObject({ code: 'grant.own' });
  for (let count = 0; count < 6; count += 1) await newUser(mainUser, postId, 'Sijainen Sirkka');
  expect((await mainUser.call('PUT', path, move)).json).toMatchObject({ code: 'controller.heldByMany' });
});
