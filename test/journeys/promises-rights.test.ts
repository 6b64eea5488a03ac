import { describe, expect, test } from 'vitest';
import { PROFILES, worldOf, worldsOf } from '../support/controllers.ts';
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
import { personBody, recordPerson } from '../support/people.ts';
import type { World } from '../support/world.ts';

/** What four controllers promise of rights from their proposal to their end, each under its own settings. */

const DAY = 24 * 60;
const USERS = '/v1/access-rights/users';
const PERSON = { name: { family: 'Esimerkki', given: 'Aino' }, birthDate: '1980-01-01' };

/** A controller's people, and whether one of its users may take in a client in a unit. */
async function peopleOf(world: World) {
  const made = await organisation(world);
  const { mainUser, supervisor, userId, unitId, user } = made;
  const given = async (more: Record<string, unknown> = {}) => {
    const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, more)));
    expect(await decide(mainUser, userId, grantId, 'grant', 1)).toMatchObject({ status: 200 });
    return grantId;
  };
  const mayWork = async (inUnit = unitId): Promise<boolean> => {
    const body = personBody(world, PERSON, { unitId: inUnit });
    const { status, json } = await user.call('POST', '/v1/clients', { body });
    return status === 201 || json['code'] === 'client.possibleDuplicate';
  };
  return { ...made, given, mayWork };
}

describe('a right', () => {
  test('is given, changed and taken away by the main user on a supervisor’s recorded proposal, and in no other way [U-9.13, J-5.12]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      const { mainUser, supervisor, userId, unitId, mayWork } = await peopleOf(world);
      expect((await propose(mainUser, userId, grantFor(unitId))).status).toBe(403);
      const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
      expect((await decide(supervisor, userId, grantId, 'grant', 1)).status).toBe(403);
      expect(await mayWork()).toBe(false);
      expect(await decide(mainUser, userId, grantId, 'grant', 1)).toMatchObject({ status: 200 });
      expect(await mayWork()).toBe(true);
      expect(await decide(mainUser, userId, grantId, 'end', 2)).toMatchObject({ status: 200 });
      expect(await mayWork()).toBe(false);
      expect((await supervisor.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
        grants: [{ state: 'ended', proposed: { by: supervisor.userId }, decided: { by: mainUser.userId } }],
      });
    }
  });

  test('is given in a unit, and reaches no other [U-9.14, J-5.13]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      const { mainUser, supervisor, userId, given, mayWork } = await peopleOf(world);
      const other = await newUnit(mainUser, 'Aikuissosiaalityö');
      await given();
      expect([await mayWork(), await mayWork(other)]).toEqual([true, false]);
      expect((await propose(supervisor, userId, grantFor(other))).json).toMatchObject({
        findings: [{ rule: 'grant.unitSupervised' }],
      });
    }
  });

  test('of a deputy is for a fixed term, and stops at its end [U-9.11, J-5.10]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      const { mainUser, supervisor, postId, unitId, userId, given, mayWork } = await peopleOf(world);
      const deputyFor = await newUser(mainUser, postId, 'Kaisa Vastuullinen');
      const own = proposedOf(await propose(supervisor, deputyFor, grantFor(unitId)));
      await decide(mainUser, deputyFor, own, 'grant', 1);
      const endless = grantFor(unitId, { deputyFor, range: { from: '2026-11-24' } });
      expect((await propose(supervisor, userId, endless)).json).toMatchObject({
        findings: [{ rule: 'grant.deputyTerm' }],
      });
      await given({ deputyFor, range: { from: '2026-11-24', to: '2026-11-25' } });
      world.clock.advance(DAY);
      expect(await mayWork()).toBe(true);
      world.clock.advance(DAY);
      expect(await mayWork()).toBe(false);
    }
  });

  test('ends when the person moves away from the duties for which it was given [U-9.12, J-5.11]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      const { mainUser, unitId, userId, given, mayWork } = await peopleOf(world);
      await given();
      expect(await mayWork()).toBe(true);
      const postId = await newPost(mainUser, unitId, 'Palveluohjaaja');
      world.clock.advance(1);
      const body = { name: 'Kaisa Keksitty', postId };
      expect(await mainUser.call('PUT', `${USERS}/${userId}`, { body, version: 1 })).toMatchObject({
        status: 200,
      });
      expect(await mayWork()).toBe(false);
    }
  });

  test('is made passive at the end of the employment in Keski-Uusimaa, and nothing is deleted [K-13.17]', async () => {
    const { mainUser, userId, given, mayWork } = await peopleOf(await worldOf(PROFILES.K));
    const grantId = await given();
    expect(await mayWork()).toBe(true);
    await mainUser.call('POST', `${USERS}/${userId}/end-employment`, { version: 1 });
    expect(await mayWork()).toBe(false);
    expect((await mainUser.call('GET', `${USERS}/${userId}`)).json).toMatchObject({
      user: { userId, status: 'passive', to: '2026-11-24' },
      grants: [{ grant: { grantId }, state: 'ended' }],
    });
  });
});

describe('a user', () => {
  test('is one person with an id of one’s own, which the log names [U-9.9, J-5.8]', async () => {
    for (const world of await worldsOf(['U', 'J'])) {
      const { mainUser, supervisor, postId, unitId, userId, user, given } = await peopleOf(world);
      await given();
      const second = await newUser(mainUser, postId, 'Kaisa Keksitty');
      expect(second).not.toBe(userId);
      const grantId = proposedOf(await propose(supervisor, second, grantFor(unitId)));
      await decide(mainUser, second, grantId, 'grant', 1);
      const client = await recordPerson(
        { ...world, units: { ...world.units, families: unitId } },
        user,
        PERSON,
      );
      world.clock.advance(1);
      await world.signedIn(second).call('GET', `/v1/clients/${client}`);
      world.clock.advance(1);
      const officer = await world.worker('dataProtectionOfficer', { specialRights: ['readAccessLog'] });
      const log = (await officer.call('GET', `/v1/access-log/clients/${client}`)).json;
      expect(log).toMatchObject({
        lines: [{ userIdentity: { userId: second } }, { userIdentity: { userId } }],
      });
    }
  });
});
