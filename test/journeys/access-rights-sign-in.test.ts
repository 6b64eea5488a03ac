import { expect, test } from 'vitest';
import { agePasswords } from '../../functions/access-rights/age-passwords.ts';
import { uusikaupunki } from '../../shared/domain/controllers/profiles/uusikaupunki.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { addDays, helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import type { LocalAccount, UserDirectory } from '../../shared/services.ts';
import { worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import { decide, grantFor, newUser, organisation, propose, proposedOf } from '../support/organisation.ts';
import { testWorld } from '../support/world.ts';

/** Accounts as a user pool keeps them. One of them may not answer. */
function pool(accounts: Map<UserId, LocalAccount>, silent?: UserId): UserDirectory {
  return {
    accountOf: (userId) =>
      userId === silent ? Promise.reject(new Error('no answer')) : Promise.resolve(accounts.get(userId)),
    markPassword: (userId, mark) => {
      const { password } = accounts.get(userId) ?? { password: 'own' };
      accounts.set(userId, { password, ...mark });
      return Promise.resolve();
    },
    resetPassword: (userId) => {
      accounts.set(userId, { password: 'temporary' });
      return Promise.resolve();
    },
  };
}

test('a password over its age must be changed before work goes on, and one account that fails keeps nobody waiting [U-9.10, J-5.9]', async () => {
  const { world, mainUser, postId, userId } = await organisation(await worldOf(uusikaupunki));
  const [left, silent] = [await newUser(mainUser, postId, 'Lauri Lähtenyt'), await newUser(mainUser, postId)];
  await mainUser.call('POST', `/v1/access-rights/users/${left}/end-employment`, { version: 1 });
  const accounts = new Map<UserId, LocalAccount>(
    [userId, left, silent].map((id) => [id, { password: 'own' }]),
  );
  const services = { ...world.services, directory: pool(accounts, silent) };
  const night = () => agePasswords(services, [world.controller]);

  const today = helsinkiDateOf(world.clock.now());
  expect(await night()).toEqual({ marked: 1, reset: 0, failed: 1 });
  expect(accounts.get(userId)).toEqual({ password: 'own', setOn: today, until: addDays(today, 90) });
  expect(accounts.get(left)).toEqual({ password: 'own' });

  world.clock.advance(91 * 86_400);
  expect(await night()).toEqual({ marked: 0, reset: 1, failed: 1 });
  expect(accounts.get(userId)).toEqual({ password: 'temporary' });
  expect((await linesOf(world.services)).at(-1)).toMatchObject({
    eventName: 'PasswordsReset',
    resources: [{ kind: 'user', id: userId }],
    changedFields: ['password'],
  });
  expect(await night(), 'done once').toEqual({ marked: 0, reset: 0, failed: 1 });
});

test('whoever signs out is signed out everywhere, and the line says so', async () => {
  const { world, mainUser, supervisor, unitId, userId } = await organisation(await testWorld());
  const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId)));
  await decide(mainUser, userId, grantId, 'grant', 1);
  const signIn = () => world.tokenFor({ userId, controller: world.controller });
  const user = world.signedIn(userId);
  const tokens = [await signIn(), await signIn()];
  world.clock.advance(1);
  const [first = ''] = tokens;
  const as = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  expect((await user.call('POST', '/v1/access-rights/own/sign-out', as(first))).status).toBe(201);
  expect((await linesOf(world.services)).at(-1)).toMatchObject({
    eventName: 'SignedOut',
    userIdentity: { userId, authenticationMethod: 'local' },
    changedFields: ['sessions'],
  });
  for (const token of tokens) {
    expect((await user.call('GET', '/v1/access-rights/own', as(token))).status).toBe(401);
  }
  world.clock.advance(1);
  expect((await user.call('GET', '/v1/access-rights/own', as(await signIn()))).status).toBe(200);
});
