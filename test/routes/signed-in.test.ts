import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign, exportJWK, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { tokenVerifier } from '../../shared/aws/token-verifier.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { ask, everything, filled, named } from '../support/every-route.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const ISSUER = 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_test';
const CLIENT_APP = 'staff-app';
const SCOPE = 'sointu/staff';

const pair = (): { privateKey: KeyObject; publicKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });
const own = pair();
const foreign = pair();

let world: World;
let worker: Worker;
let clientId: string;
let before: unknown[];

/** What Cognito would put into a worker's access token. */
function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const now = Math.floor(epochMsOf(world.clock.now()) / 1000);
  return {
    iss: ISSUER,
    token_use: 'access',
    client_id: CLIENT_APP,
    scope: SCOPE,
    username: worker.userId,
    auth_method: 'password+totp',
    auth_time: now,
    exp: now + 300,
    ...changes,
  };
}

const signed = (
  payload: unknown,
  key: KeyObject = own.privateKey,
  alg = 'RS256',
  kid = 'one',
): Promise<string> =>
  new CompactSign(Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)))
    .setProtectedHeader({ alg, kid })
    .sign(key);

/** The same header and signature over other claims. */
async function swapped(): Promise<string> {
  const [head, , signature] = (await signed(claims())).split('.');
  const other = { ...claims(), username: '01KBN4PZ00000000000000000X' };
  return [head, Buffer.from(JSON.stringify(other)).toString('base64url'), signature].join('.');
}

/** The public key taken for a shared secret: what a verifier that believes the token's `alg` would accept. */
function confused(): Promise<string> {
  const pem = own.publicKey.export({ type: 'spki', format: 'pem' });
  return new CompactSign(Buffer.from(JSON.stringify(claims())))
    .setProtectedHeader({ alg: 'HS256', kid: 'one' })
    .sign(Buffer.from(pem));
}

beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility', everything([world.units.families]));
  ({ clientId } = await newClient(world, worker, { family: 'Salattu', given: 'Henkilö' }));
  await world.drained();
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256' };
  world.services.tokens = tokenVerifier(
    {
      issuer: ISSUER,
      controllerOfClient: new Map([[CLIENT_APP, ControllerId.parse('KEUSOTE')]]),
      scope: SCOPE,
      askAgainMs: 60_000,
    },
    async () => ({ keys: [jwk] }),
    world.clock,
  );
  before = [await dumpOf(world.services, 'records'), await linesOf(world.services)];
});

const bearers: [string, () => Promise<string>][] = [
  ['none at all', async () => ''],
  ['a password', async () => `Basic ${Buffer.from('user:password').toString('base64')}`],
  ['no token', async () => 'Bearer nonsense'],
  ['two tokens', async () => `Bearer ${await signed(claims())} Bearer ${await signed(claims())}`],
  ['an unsigned token', async () => `Bearer ${new UnsecuredJWT(claims()).encode()}`],
  ['a token signed by another key', async () => `Bearer ${await signed(claims(), foreign.privateKey)}`],
  [
    'a token of an unknown key',
    async () => `Bearer ${await signed(claims(), foreign.privateKey, 'RS256', 'two')}`,
  ],
  [
    'a token signed by another method',
    async () => `Bearer ${await signed(claims(), own.privateKey, 'PS256')}`,
  ],
  ['a token that takes our public key for a secret', async () => `Bearer ${await confused()}`],
  ['a token whose claims were exchanged', async () => `Bearer ${await swapped()}`],
  ['a token of another issuer', async () => `Bearer ${await signed(claims({ iss: `${ISSUER}2` }))}`],
  [
    'an expired token',
    async () => `Bearer ${await signed(claims({ exp: epochMsOf(world.clock.now()) / 1000 }))}`,
  ],
  ['a token without an end', async () => `Bearer ${await signed(claims({ exp: undefined }))}`],
  ['an identity token', async () => `Bearer ${await signed(claims({ token_use: 'id' }))}`],
  ["a citizen's token", async () => `Bearer ${await signed(claims({ scope: 'sointu/citizen openid' }))}`],
  ['a token of another app', async () => `Bearer ${await signed(claims({ client_id: 'other-app' }))}`],
  [
    'a token without a way of signing in',
    async () => `Bearer ${await signed(claims({ auth_method: undefined }))}`,
  ],
  ['a token of no user', async () => `Bearer ${await signed(claims({ username: 'admin' }))}`],
  ['a token that is not JSON', async () => `Bearer ${await signed('{')}`],
];

describe.each(named)('%s', (_, route) => {
  test('is open to nobody without a true token [U-9.2, J-5.4, L-9.21]', async () => {
    for (const [kind, bearer] of bearers) {
      const told = await ask(worker, route, filled(route, clientId), {
        headers: { authorization: await bearer() },
      });
      expect({ kind, status: told.status, code: told.json['code'] }).toEqual({
        kind,
        status: 401,
        code: 'access.notSignedIn',
      });
      expect(told.body).not.toMatch(/Salattu|Henkilö/);
    }
  });
});

test('all these tried doors left nothing behind: nobody is known to have tried', async () => {
  expect([await dumpOf(world.services, 'records'), await linesOf(world.services)]).toEqual(before);
});

describe('a true token', () => {
  const open = async (changes: Record<string, unknown> = {}) => {
    world.clock.advance(1);
    return worker.call('GET', `/v1/clients/${clientId}`, {
      headers: { authorization: `Bearer ${await signed(claims(changes))}` },
    });
  };

  test('opens, and its way of signing in stands in the line', async () => {
    expect((await open()).status).toBe(200);
    expect((await linesOf(world.services)).at(-1)).toMatchObject({
      userIdentity: { userId: worker.userId, authenticationMethod: 'password+totp' },
    });
  });

  test('of a session begun before the sessions were ended no longer opens, and the try is a line', async () => {
    const told = await open({ auth_time: 1_500_000_000 });
    expect(told).toMatchObject({ status: 401, json: { code: 'access.notSignedIn' } });
    expect((await linesOf(world.services)).at(-1)).toMatchObject({
      userIdentity: { userId: worker.userId },
      outcome: { result: 'refused', code: 'access.notSignedIn' },
    });
  });

  test('brings no name, role or controller of its own', async () => {
    const told = await open({ name: 'Pääkäyttäjä', controller: 'LOIMAA', 'cognito:groups': ['mainUser'] });
    expect(told.status).toBe(200);
    expect((await linesOf(world.services)).at(-1)).toMatchObject({
      controller: 'KEUSOTE',
      userIdentity: { name: 'Työntekijä Testi', role: 'broadResponsibility' },
    });
  });

  test('of a user without powers is refused', async () => {
    const told = await open({ username: '01KBN4PZ00000000000000000X' });
    expect(told).toMatchObject({ status: 403, json: { code: 'access.notAllowed' } });
  });

  test('fetched with the refresh token of an ended session opens nothing, until there is a new sign-in', async () => {
    const signedInAt = Math.floor(epochMsOf(world.clock.now()) / 1000);
    world.clock.advance(1);
    const headers = { authorization: `Bearer ${await signed(claims({ auth_time: signedInAt }))}` };
    const over = await worker.call('POST', '/v1/access-rights/own/sign-out', { headers });
    expect(over.status).toBe(201);
    // The pool gives a refreshed token a new `iat` and `exp`, and leaves the moment of the sign-in as it was.
    const refreshed = Math.floor(epochMsOf(world.clock.now()) / 1000) + 60;
    expect((await open({ auth_time: signedInAt, iat: refreshed })).status).toBe(401);
    expect((await open({ auth_time: undefined, iat: refreshed })).status).toBe(401);
    expect((await open()).status).toBe(200);
  });
});
