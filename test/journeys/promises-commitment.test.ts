import { expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { changeSettings, PROFILES, worldOf } from '../support/controllers.ts';
import {
  addUser,
  commits,
  decide,
  grantFor,
  organisation,
  propose,
  proposedOf,
} from '../support/organisation.ts';
import { text } from '../support/people.ts';

/** What a user signs before any right is given, under the settings of those who ask for it and of one who does not. */

/** A user of a controller who has signed nothing, with a grant proposed. */
async function proposedUnder(settings: ControllerSettings) {
  const made = await organisation(await worldOf(settings));
  const { mainUser, supervisor, postId, unitId } = made;
  const userId = await addUser(mainUser, postId, 'Noora Uusi');
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  const given = () => decide(mainUser, userId, grantId, 'grant', 1);
  return { ...made, userId, user: made.world.signedIn(userId), given };
}
const at = (userId: string): string => `/v1/access-rights/users/${userId}/commitments`;

test('in Huittinen and Keski-Uusimaa no right is given before the commitment has been signed [H-11.3, K-13.18]', async () => {
  for (const profile of [PROFILES.H, PROFILES.K]) {
    const { supervisor, userId, user, given } = await proposedUnder(profile);
    expect(await given()).toMatchObject({ status: 409, json: { code: 'grant.noCommitment' } });
    const search = () => user.call('POST', '/v1/clients/search', { body: { name: 'esim aino' } });
    expect(await search()).toMatchObject({ status: 403 });
    expect((await commits(supervisor, userId, '2026-11-25')).json).toMatchObject({
      code: 'user.commitmentNotValid',
      findings: [{ rule: 'user.signedAlready', path: '/body/signedOn' }],
    });
    expect(await commits(supervisor, userId)).toMatchObject({ status: 201 });
    expect(await given()).toMatchObject({ status: 200 });
    expect(await search()).toMatchObject({ status: 200 });
  }
});

test('in Uusikaupunki and Joutsa a right is given without, for their notices ask for none', async () => {
  for (const profile of [PROFILES.U, PROFILES.J]) {
    const { given } = await proposedUnder(profile);
    expect(await given()).toMatchObject({ status: 200 });
  }
});

test('the words signed bind to silence after the employment too, and stay on file when the account has ended [K-13.10, K-13.11]', async () => {
  for (const profile of [PROFILES.K]) {
    const { world, mainUser, supervisor, userId } = await proposedUnder(profile);
    await commits(mainUser, userId);
    const { commitment } = profile;
    const other = { fi: 'Aivan toiset sanat.', sv: null, en: null };
    await changeSettings(world, mainUser, { commitment: { ...commitment, text: other } });
    await mainUser.call('POST', `/v1/access-rights/users/${userId}/end-employment`, { version: 1 });
    expect((await supervisor.call('GET', at(userId))).json).toMatchObject({
      commitments: [
        {
          signedOn: '2026-11-23',
          text: { fi: commitment.text.fi },
          continuesAfterEmployment: true,
          recordedBy: mainUser.userId,
        },
      ],
    });
    expect(commitment.text.fi).toMatch(/salassa.*Vaitiolovelvollisuus jatkuu palvelussuhteen päätyttyä/);
    expect(await commits(mainUser, userId)).toMatchObject({ json: { code: 'user.passive' } });
  }
});

test('nobody records a commitment of one’s own, nor a supervisor one of another unit’s user', async () => {
  const { world, mainUser, userId } = await proposedUnder(PROFILES.K);
  const stranger = await world.worker('supervisor', { unitIds: [world.units.adults] });
  expect(await commits(stranger, userId)).toMatchObject({ status: 403, json: { code: 'access.notAllowed' } });
  expect(await commits(mainUser, mainUser.userId)).toMatchObject({ status: 404 });
  const told = await commits(mainUser, userId);
  expect(text(told, 'commitmentId')).toHaveLength(26);
});

test('the commitment says whether the words signed bind after the employment, as the controller has them', async () => {
  for (const [profile, continuesAfterEmployment] of [
    [PROFILES.K, true],
    [PROFILES.H, false],
  ] as const) {
    const silent = { fi: 'Sitoudun pitämään salassa asiakastiedot.', sv: null, en: null };
    const commitment = continuesAfterEmployment
      ? profile.commitment
      : { text: silent, continuesAfterEmployment: false };
    const { mainUser, supervisor, userId } = await proposedUnder({ ...profile, commitment });
    await commits(mainUser, userId);
    expect((await supervisor.call('GET', at(userId))).json).toMatchObject({
      commitments: [{ text: { fi: commitment.text.fi }, continuesAfterEmployment }],
    });
  }
});
