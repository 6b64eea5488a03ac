import { describe, expect, test } from 'vitest';
import type { UserId } from '../../shared/kernel/id.ts';
import { newClient } from '../support/case-notes.ts';
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

/** Ways in which somebody could come to more than was given: alone, by deputies, by moving, by an open session. */

const range = { from: '2026-11-24', to: '2026-12-24' };

/** Three users of a unit: Aino has a grant of her own, Bea and Cilla have none. */
async function three() {
  const made = await organisation(await testWorld());
  const { mainUser, supervisor, unitId, postId } = made;
  const [aino, bea, cilla] = [
    await newUser(mainUser, postId, 'Aino Alku'),
    await newUser(mainUser, postId, 'Bea Keski'),
    await newUser(mainUser, postId, 'Cilla Loppu'),
  ];
  const given = async (userId: UserId, more: Record<string, unknown> = {}) => {
    const told = await propose(supervisor, userId, grantFor(unitId, more));
    if (told.status !== 201) return told;
    return decide(mainUser, userId, proposedOf(told), 'grant', 1);
  };
  expect(await given(aino)).toMatchObject({ status: 200 });
  return { ...made, aino, bea, cilla, given };
}

describe('a deputy', () => {
  test('gets what the principal has for own duties, and nothing that the principal has as a deputy: neither by a chain nor by a ring', async () => {
    const { aino, bea, cilla, given } = await three();
    expect(await given(bea, { deputyFor: aino, range })).toMatchObject({ status: 200 });
    const within = { code: 'grant.notValid', findings: [{ rule: 'grant.deputyWithin' }] };
    expect((await given(cilla, { deputyFor: bea, range })).json).toMatchObject(within);
    expect((await given(aino, { deputyFor: bea, range })).json).toMatchObject(within);
  });

  test('gets no role, unit, task, duty or special right that the principal has not', async () => {
    const { aino, bea, given, world } = await three();
    for (const more of [
      { role: 'arranging' },
      { serviceTasks: ['families', 'childWelfare'] },
      { duties: ['onCall'] },
      { specialRights: ['correctRecord'] },
      { services: ['familyWork'] },
    ]) {
      expect((await given(bea, { deputyFor: aino, range, ...more })).json).toMatchObject({
        findings: [{ rule: 'grant.deputyWithin', path: '/body/grant/deputyFor' }],
      });
    }
    const told = await given(bea, { deputyFor: aino, range, unitIds: [world.units.adults] });
    expect(told.json).toMatchObject({
      findings: [
        { rule: 'grant.unitKnown' },
        { rule: 'grant.deputyWithin' },
        { rule: 'grant.unitSupervised' },
      ],
    });
  });

  test('is judged again when the right is given: the principal may have lost it in between', async () => {
    const { aino, bea, supervisor, mainUser, unitId } = await three();
    const told = await propose(supervisor, bea, grantFor(unitId, { deputyFor: aino, range }));
    const user = (await mainUser.call('GET', `/v1/access-rights/users/${aino}`)).json as unknown as {
      grants: [{ grant: { grantId: typeof bea } }];
    };
    const [{ grant }] = user.grants;
    await mainUser.call('POST', `/v1/access-rights/users/${aino}/grants/${grant.grantId}/end`, {
      version: 2,
      body: { reason: 'dutiesEnded' },
    });
    expect((await decide(mainUser, bea, proposedOf(told), 'grant', 1)).json).toMatchObject({
      findings: [{ rule: 'grant.deputyWithin' }],
    });
  });

  test('of a deputy opens none of the first one’s clients, whatever stands in the powers', async () => {
    const world = await testWorld();
    const own = await world.worker('broadResponsibility');
    const clientId = await newClient(world, own);
    const second = await world.worker('broadResponsibility', { unitIds: [], deputyFor: own.userId });
    const third = await world.worker('broadResponsibility', { unitIds: [], deputyFor: second.userId });
    expect(await second.call('GET', `/v1/clients/${clientId}`)).toMatchObject({ status: 200 });
    expect((await third.call('GET', `/v1/clients/${clientId}`)).json).toMatchObject({ code: 'access.noTie' });
  });
});

test('two who deputise for each other, one a main user and one a supervisor, give nothing to either of themselves', async () => {
  const { mainUser, supervisor, unitId, postId, world } = await organisation(await testWorld());
  const [pertti, eila] = [await newUser(mainUser, postId, 'Pertti'), await newUser(mainUser, postId, 'Eila')];
  const rights = async (userId: typeof pertti, more: Record<string, unknown>) =>
    decide(
      mainUser,
      userId,
      proposedOf(await propose(supervisor, userId, grantFor(unitId, more))),
      'grant',
      1,
    );
  await rights(pertti, { role: 'mainUser' });
  await rights(eila, { role: 'supervisor' });
  await rights(pertti, { role: 'supervisor', deputyFor: eila, range });
  await rights(eila, { role: 'mainUser', deputyFor: pertti, range });
  const [asPertti, asEila] = [world.signedIn(pertti), world.signedIn(eila)];
  const more = { specialRights: ['readAccessLog'], role: 'supervisor' };
  expect((await propose(asPertti, pertti, grantFor(unitId, more))).json).toMatchObject({ code: 'grant.own' });
  const forEila = proposedOf(await propose(asPertti, eila, grantFor(unitId, more)));
  expect((await decide(asPertti, eila, forEila, 'grant', 1)).json).toMatchObject({
    code: 'grant.ownProposal',
  });
  expect((await decide(asEila, eila, forEila, 'grant', 1)).json).toMatchObject({ code: 'grant.own' });
});

test('a user who moves to another unit and back has nothing of what was given there before, and nothing of the new one by moving [U-9.12, J-5.11, L-9.11]', async () => {
  const { mainUser, supervisor, unitId, postId, userId, user, world } = await organisation(await testWorld());
  await decide(mainUser, userId, proposedOf(await propose(supervisor, userId, grantFor(unitId))), 'grant', 1);
  const told = await user.call('POST', '/v1/clients', {
    body: personBody(world, { birthDate: '1980-01-01' }, { unitId }),
  });
  const file = `/v1/clients/${text(told, 'clientId')}`;
  const elsewhere = await newPost(mainUser, await newUnit(mainUser, 'Aikuissosiaalityö'), 'Sosiaaliohjaaja');
  for (const [index, to] of [elsewhere, postId].entries()) {
    world.clock.advance(1);
    const body = { name: 'Kaisa Keksitty', postId: to };
    const moved = await mainUser.call('PUT', `/v1/access-rights/users/${userId}`, {
      body,
      version: index + 1,
    });
    expect(moved.status).toBe(200);
    expect((await user.call('GET', file)).json).toMatchObject({ code: 'access.notAllowed' });
  }
});

test('an open session is over in the second in which the duties change, the employment ends or the session is ended', async () => {
  const { mainUser, unitId, postId, userId, world } = await organisation(await testWorld());
  const other = await newPost(mainUser, unitId, 'Sosiaaliohjaaja');
  const own = async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    return (await world.signedIn(userId).call('GET', '/v1/access-rights/own', { headers })).status;
  };
  const at = `/v1/access-rights/users/${userId}`;
  const ends = [
    () => mainUser.call('PUT', at, { version: 1, body: { name: 'Kaisa Keksitty', postId: other } }),
    () => mainUser.call('POST', `${at}/end-sessions`, { version: 2 }),
    () => mainUser.call('POST', `${at}/end-employment`, { version: 3 }),
  ];
  for (const end of ends) {
    const token = await world.tokenFor({ userId, controller: world.controller });
    // Without a grant an open session is told 403; one that is over, 401.
    expect(await own(token)).toBe(403);
    world.clock.advance(1 / 60);
    expect(await end()).toMatchObject({ status: 200 });
    expect(await own(token)).toBe(401);
    world.clock.advance(1 / 60);
  }
  expect(postId).not.toBe(other);
});
