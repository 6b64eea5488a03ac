import { expect, test } from 'vitest';
import { linesOf } from '../support/dump.ts';
import {
  decide,
  grantFor,
  newPost,
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

test('the register of users names each once, with post and unit, and keeps those who have left [U-9.9, J-5.8]', async () => {
  const { mainUser, supervisor, postId, unitId, userId } = await organisation(await testWorld());
  const other = await newUser(mainUser, postId, 'Leena Laaja');
  const told = await supervisor.call('GET', USERS);
  expect(told.json).toEqual({
    users: [
      {
        userId,
        name: 'Kaisa Keksitty',
        postTitle: 'Sosiaalityöntekijä',
        unitId,
        status: 'active',
        version: 1,
      },
      {
        userId: other,
        name: 'Leena Laaja',
        postTitle: 'Sosiaalityöntekijä',
        unitId,
        status: 'active',
        version: 1,
      },
    ].sort((a, b) => (a.userId < b.userId ? -1 : 1)),
  });
  const first = await supervisor.call('GET', `${USERS}?limit=1`);
  const next = await supervisor.call('GET', `${USERS}?limit=1&cursor=${text(first, 'next')}`);
  expect([first, next].flatMap(({ json }) => json['users'] as unknown as unknown[])).toHaveLength(2);
  await mainUser.call('POST', `${USERS}/${other}/end-employment`, { version: 1 });
  expect((await supervisor.call('GET', `${USERS}/${other}`)).json).toMatchObject({
    user: { name: 'Leena Laaja', status: 'passive', to: '2026-11-24' },
  });
});

test('at the end of the employment the old token is refused at the next request, and nothing is deleted [K-13.17]', async () => {
  const { world, mainUser, userId, user, grantId, aino } = await worker();
  const token = await world.tokenFor({ userId, controller: world.controller });
  const headers = { authorization: `Bearer ${token}` };
  expect((await user.call('GET', `/v1/clients/${aino}`, { headers })).status).toBe(200);
  const told = await mainUser.call('POST', `${USERS}/${userId}/end-employment`, { version: 1 });
  expect(told).toMatchObject({ status: 200, json: { version: 2 } });
  expect((await user.call('GET', `/v1/clients/${aino}`, { headers })).json).toMatchObject({
    status: 401,
    code: 'access.notSignedIn',
  });
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(401);
  expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
    user: { status: 'passive' },
    grants: [
      { grant: { grantId }, state: 'ended', ended: { by: mainUser.userId, reason: 'employmentEnded' } },
    ],
  });
  const last = (await linesOf(world.services)).findLast(({ userIdentity }) => userIdentity.userId === userId);
  expect(last).toMatchObject({
    eventName: 'ClientFileOpened',
    outcome: { result: 'refused', code: 'access.notSignedIn' },
  });
  const again = await mainUser.call('POST', `${USERS}/${userId}/end-employment`, { version: 2 });
  expect(again.json).toMatchObject({ code: 'user.passive' });
});

test('another post ends every grant and every proposal at once: the new duties are proposed anew [U-9.12, J-5.11]', async () => {
  const { world, mainUser, supervisor, userId, user, unitId, grantId, aino } = await worker();
  const waiting = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  const elsewhere = await newUnit(mainUser, 'Aikuissosiaalityö');
  const postId = await newPost(mainUser, elsewhere, 'Sosiaaliohjaaja');
  world.clock.advance(1);
  const moved = await mainUser.call('PUT', `${USERS}/${userId}`, {
    version: 1,
    body: { name: 'Kaisa Keksitty', postId },
  });
  expect(moved.status).toBe(200);
  expect((await user.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ code: 'access.notAllowed' });
  expect((await decide(mainUser, userId, waiting, 'grant', 1)).json).toMatchObject({ code: 'grant.lapsed' });
  expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
    user: { postTitle: 'Sosiaaliohjaaja', unitId: elsewhere, status: 'active' },
    grants: [
      { grant: { grantId: waiting }, state: 'lapsed' },
      { grant: { grantId }, state: 'ended', ended: { reason: 'dutiesChanged' } },
    ],
  });
  expect((await decide(mainUser, userId, waiting, 'refuse', 1)).status).toBe(200);
  expect((await propose(supervisor, userId, grantFor(unitId))).status).toBe(201);
});

test('a changed name stands in the log from then on, and the grants stay', async () => {
  const { world, mainUser, userId, user, postId, aino } = await worker();
  const body = { name: 'Kaisa Uusinimi', postId, professionalNumber: '90000000001' };
  expect((await mainUser.call('PUT', `${USERS}/${userId}`, { version: 1, body })).status).toBe(200);
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
  expect((await linesOf(world.services)).at(-1)).toMatchObject({
    userIdentity: { name: 'Kaisa Uusinimi', professionalNumber: '90000000001' },
  });
  const without = { name: 'Kaisa Uusinimi', postId };
  expect((await mainUser.call('PUT', `${USERS}/${userId}`, { version: 2, body: without })).status).toBe(200);
});

test('ended sessions need a new sign-in, and the rights are what they were', async () => {
  const { world, mainUser, userId, user, aino } = await worker();
  const token = await world.tokenFor({ userId, controller: world.controller });
  world.clock.advance(1);
  expect((await mainUser.call('POST', `${USERS}/${userId}/end-sessions`, { version: 1 })).status).toBe(200);
  const old = { headers: { authorization: `Bearer ${token}` } };
  expect((await user.call('GET', `/v1/clients/${aino}`, old)).status).toBe(401);
  world.clock.advance(1);
  expect((await user.call('GET', `/v1/clients/${aino}`)).status).toBe(200);
});

test('a main user neither ends nor moves oneself, and a post that there is not takes nobody', async () => {
  const { world, mainUser, supervisor, unitId, postId } = await organisation(await testWorld());
  const own = await newUser(mainUser, postId, 'Pertti Pääkäyttäjä');
  const grantId = proposedOf(await propose(supervisor, own, grantFor(unitId, { role: 'mainUser' })));
  await decide(mainUser, own, grantId, 'grant', 1);
  const pertti = world.signedIn(own);
  for (const act of ['end-employment', 'end-sessions']) {
    expect((await pertti.call('POST', `${USERS}/${own}/${act}`, { version: 1 })).json).toMatchObject({
      status: 403,
      code: 'grant.own',
    });
  }
  const body = { name: 'Joku Muu', postId: '01KBN4PZ00000000000000000X' };
  expect((await pertti.call('POST', USERS, { body })).json).toMatchObject({
    code: 'user.notValid',
    findings: [{ rule: 'user.postKnown', path: '/body/postId' }],
  });
});
