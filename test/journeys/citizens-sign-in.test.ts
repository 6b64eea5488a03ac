import { generateKeyPairSync } from 'node:crypto';
import { CompactSign, exportJWK } from 'jose';
import { expect, test } from 'vitest';
import { modules } from '../../functions/modules.ts';
import { tokenVerifier } from '../../shared/aws/token-verifier.ts';
import { dispatch } from '../../shared/http/dispatch.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import { newId } from '../../shared/new-id.ts';
import { attributesToKeep } from '../../shared/sign-in/identify-citizen.ts';
import { authenticationMethodOf, subjectClaims } from '../../shared/sign-in/token-claims.ts';
import { changeSettings, choose, PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { recordPerson } from '../support/people.ts';
import type { World } from '../support/world.ts';

/** The way of a client from the strong identification to the own log, as the user pool goes it. */

const CODE = '010190-900P';
const STRANGER = '010190-901R';
const METHOD = 'urn:oid:1.2.246.517.3002.110.5';
const ISSUER = 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_citizens';
const routes = modules.flatMap((module) => [...module.routes]);
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What Suomi.fi says of a person, to the provider by which the controller is asked for. */
const asserted = (code: string, provider: string, more: Record<string, string> = {}) => ({
  providerName: provider,
  attributes: {
    samlResponse: {
      'urn:oid:1.2.246.21': code,
      'urn:oid:2.5.4.4': 'Esimerkki',
      'urn:oid:1.2.246.575.1.14': 'Aino',
      authnmethod: METHOD,
      ...more,
    },
  },
});

/** Loimaa, whose notice promises e-services over a protected connection, and another controller beside it. */
async function loimaa() {
  const world = await worldOf(PROFILES.L);
  await choose(world, world.otherController, PROFILES.K);
  const worker = await world.worker('broadResponsibility', { name: 'Ville Virta' });
  await recordPerson(world, worker, {
    name: { family: 'Esimerkki', given: 'Aino' },
    personalIdentityCode: CODE,
  });
  const { tokens: ofStaff } = world.services;
  const ofCitizens = tokenVerifier(
    {
      issuer: ISSUER,
      controllerOfClient: new Map([
        ['app', world.controller],
        ['other-app', world.otherController],
      ]),
      scope: 'sointu/citizens',
      askAgainMs: 60_000,
    },
    async () => ({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] }),
    world.clock,
  );
  world.services.tokens = {
    verify: async (token) => (await ofCitizens.verify(token)) ?? ofStaff.verify(token),
  };
  const settings = {
    controllerOfProvider: new Map([
      ['suomi-own', world.controller],
      ['suomi-other', world.otherController],
    ]),
    codeClaim: 'urn:oid:1.2.246.21',
    methodClaim: 'authnmethod',
  };
  const identified = (told: Parameters<typeof attributesToKeep>[2]) =>
    attributesToKeep(world.services, settings, told);
  return { world, identified };
}

/** What the pool would sign for a profile, and what the door then answers. */
async function ownLog(world: World, claims: Record<string, unknown>, clientApp = 'app') {
  const now = Math.floor(epochMsOf(world.clock.now()) / 1000);
  const payload = {
    iss: ISSUER,
    token_use: 'access',
    client_id: clientApp,
    scope: 'openid sointu/citizens',
    username: 'suomi-own_transient-1',
    auth_time: now,
    exp: now + 300,
    ...claims,
  };
  const token = await new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(privateKey);
  const answer = await dispatch(
    routes,
    {
      method: 'GET',
      path: '/v1/access-log/me',
      query: {},
      headers: { authorization: `Bearer ${token}` },
      requestId: newId(world.services),
      sourceIPAddress: '127.0.0.1',
    },
    world.services,
  );
  const json: Record<string, unknown> = JSON.parse(answer.body ?? '{}');
  return { status: answer.status, json, token };
}

/** The claims of a session, as the pool's trigger makes them of what was kept. */
const claimsOf = (kept: Record<string, string>) => ({
  auth_method: authenticationMethodOf(
    { kind: 'federated', methods: [METHOD], passwordSecond: false },
    { signsInElsewhere: true, authenticationMethod: kept['authnmethod'] },
  ),
  ...subjectClaims('citizens', {
    'custom:subject': kept['sointu_subject'],
    'cognito:user_status': 'EXTERNAL_PROVIDER',
  }),
});

test('a client comes in by strong identification alone, and the identity code stands in no profile, token, item or line [L-9.22]', async () => {
  const { world, identified } = await loimaa();
  const kept = await identified(asserted(CODE, 'suomi-own'));
  expect(kept).toEqual({
    authnmethod: METHOD,
    sointu_subject: expect.stringMatching(/^KEUSOTE\.[0-9A-Z]{26}$/),
  });
  expect(await identified(asserted(CODE, 'suomi-own')), 'the same at every sign-in').toEqual(kept);
  const named = await identified(asserted(CODE, 'suomi-own', { sub: `fi/${CODE.toLowerCase()}` }));
  expect(named, 'a session that bears the code in its name').toEqual(kept);
  const told = await ownLog(world, claimsOf(kept));
  expect(told.status).toBe(200);
  expect(JSON.stringify(told.json)).toContain('Ville Virta');
  const all = [
    await dumpOf(world.services, 'records'),
    await linesOf(world.services),
    world.logged,
    Buffer.from(told.token.split('.')[1] ?? '', 'base64url').toString('utf8'),
  ];
  expect(JSON.stringify(all)).not.toContain(CODE);
  const line = (await linesOf(world.services)).find(({ eventName }) => eventName === 'OwnLogRead');
  expect(line?.userIdentity).toMatchObject({ name: 'Asiakas itse', authenticationMethod: METHOD });

  // Where nobody was identified, by a method that counts, there is no token: a password is none.
  expect(() => subjectClaims('citizens', { 'cognito:user_status': 'CONFIRMED' })).toThrow('Nobody');
  expect(() => subjectClaims('citizens', { 'custom:subject': kept['sointu_subject'] })).toThrow('Nobody');
  expect(() => claimsOf({ ...kept, authnmethod: 'password' })).toThrow('no authentication method');
});

test('who is no client, who tells no code and who asks by another provider is let in nowhere, and is named nowhere', async () => {
  const { world, identified } = await loimaa();
  const tries = [
    asserted(STRANGER, 'suomi-own'),
    asserted('010190-900X', 'suomi-own'),
    asserted('', 'suomi-own'),
    asserted(CODE, 'suomi-other'),
    asserted(CODE, 'suomi'),
    // A provider that tells a subject of its own is not believed.
    asserted('', 'suomi-own', { sointu_subject: 'KEUSOTE.01KBN4PZ00000000000000000A' }),
  ];
  for (const told of tries) {
    const thrown = await identified(told).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    expect(thrown).toMatch(/^(No controller|The identification|The person identified)/);
    expect(thrown).not.toMatch(/\d{6}/);
  }
  const kept = await identified(asserted(CODE, 'suomi-own'));
  const { subject = '' } = claimsOf(kept);
  const forged: Record<string, unknown>[] = [
    { auth_method: METHOD },
    { auth_method: METHOD, subject: subject.replace('KEUSOTE', 'LOIMAA') },
    { auth_method: METHOD, subject: subject.slice(8) },
    { auth_method: METHOD, subject, scope: 'openid sointu/staff' },
    { subject },
  ];
  for (const claims of forged) expect((await ownLog(world, claims)).status).toBe(401);
  expect((await ownLog(world, claimsOf(kept), 'other-app')).status, 'of another controller').toBe(401);
});

test('where the controller has no e-services the door is shut to its clients [L-9.22]', async () => {
  const { world, identified } = await loimaa();
  const claims = claimsOf(await identified(asserted(CODE, 'suomi-own')));
  expect((await ownLog(world, claims)).status).toBe(200);
  const mainUser = await world.worker('mainUser');
  const network = { ...PROFILES.L.network, eServices: 'off' as const };
  expect((await changeSettings(world, mainUser, { network })).status).toBe(200);
  world.clock.advance(5);
  const { json } = await ownLog(world, claims);
  expect(json).toMatchObject({ status: 403, code: 'citizen.noEServices' });
  const before = (await linesOf(world.services)).length;
  await expect(identified(asserted(CODE, 'suomi-own'))).rejects.toThrow('No e-services');
  expect(await linesOf(world.services), 'nobody is tied there').toHaveLength(before);
});
