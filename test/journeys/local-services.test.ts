import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderIntake } from '../../infra/local/intake.ts';
import { localIssuer } from '../../infra/local/issuer.ts';
import { fileKeyVault } from '../../infra/local/key-vault.ts';
import { ControllerId, UserId } from '../../shared/kernel/id.ts';
import { movableClock, testServices } from '../support/services.ts';

const folder = mkdtempSync(join(tmpdir(), 'sointu-local-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const random = (length: number): Uint8Array => randomBytes(length);
const LOIMAA = ControllerId.parse('LOIMAA');
const KEUSOTE = ControllerId.parse('KEUSOTE');
const WORKER = UserId.parse('01JDF000000000000000000001');
const context = { controller: LOIMAA, key: '01JDF000000000000000000009' };

describe('the key vault of the laptop', () => {
  test('a key wrapped before a restart opens after it', async () => {
    const { plain, wrapped } = await fileKeyVault(folder, random).generate('client', context);
    const opened = await fileKeyVault(folder, random).unwrap('client', wrapped, context);
    expect(Buffer.from(opened)).toEqual(Buffer.from(plain));
  });

  test('a key opens for no other controller, key id or purpose', async () => {
    const vault = fileKeyVault(undefined, random);
    const { wrapped } = await vault.generate('client', context);
    await expect(vault.unwrap('client', wrapped, { ...context, controller: KEUSOTE })).rejects.toThrow();
    await expect(vault.unwrap('client', wrapped, { ...context, key: WORKER })).rejects.toThrow();
    await expect(vault.unwrap('list', wrapped, context)).rejects.toThrow();
  });

  test('a file of keys that others may read is refused', () => {
    const file = join(folder, 'master-keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o640);
    expect(() => fileKeyVault(folder, random)).toThrow(/others may read/);
    chmodSync(file, 0o600);
  });
});

describe('the intake of the laptop', () => {
  const intake = folderIntake(folder);
  const key = 'intake/LOIMAA/2026-11-24/01JDF000000000000000000009.json';

  test('a line is put once and never replaced', async () => {
    await intake.putIfAbsent(key, 'first');
    await expect(intake.putIfAbsent(key, 'second')).rejects.toThrow('EEXIST');
    expect(readFileSync(join(folder, key), 'utf8')).toBe('first');
  });

  test('no key leads out of the folder', async () => {
    await expect(intake.putIfAbsent('intake/../../escaped.json', '{}')).rejects.toThrow(/log lines only/);
    expect(existsSync(join(folder, '..', 'escaped.json'))).toBe(false);
  });
});

describe('the sign-in of the laptop', () => {
  const user = { userId: WORKER, controller: LOIMAA };
  const name = 'http://127.0.0.1:3000';

  test('a token proves who and for which controller, for eight hours, also after a restart', async () => {
    const clock = movableClock();
    const token = await localIssuer({ name, folder, clock }).tokenFor(user);
    const issuer = localIssuer({ name, folder, clock });
    const identity = { ...user, authenticationMethod: 'local', issuedAt: clock.now() };
    expect(await issuer.verify(token)).toEqual(identity);
    clock.advance(8 * 60 - 1);
    expect(await issuer.verify(token)).toEqual(identity);
    clock.advance(1);
    expect(await issuer.verify(token)).toBeUndefined();
  });

  test('a token of another issuer, another key or with altered claims proves nothing', async () => {
    const clock = movableClock();
    const ours = localIssuer({ name, folder, clock });
    const [head = '', claims = '', signature = ''] = (await ours.tokenFor(user)).split('.');
    const said = Buffer.from(claims, 'base64url').toString('utf8');
    const altered = Buffer.from(said.replace('LOIMAA', 'KEUSOTE')).toString('base64url');
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const otherName = localIssuer({ name: 'https://elsewhere.example', folder, clock });
    const otherKey = localIssuer({ name, folder: undefined, clock });
    expect(await ours.verify([head, altered, signature].join('.'))).toBeUndefined();
    expect(await ours.verify([unsigned, claims, ''].join('.'))).toBeUndefined();
    expect(await ours.verify(await otherName.tokenFor(user))).toBeUndefined();
    expect(await ours.verify(await otherKey.tokenFor(user))).toBeUndefined();
    expect(await ours.verify('no token at all')).toBeUndefined();
  });

  test('a signing key that others may read is refused', () => {
    const file = join(folder, 'issuer-key.pem');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o604);
    expect(() => localIssuer({ name, folder, clock: movableClock() })).toThrow(/others may read/);
    chmodSync(file, 0o600);
  });
});

test('services for a test stand on tables of their own, with a clock the test moves', async () => {
  const { services, clock, tokenFor, drained } = await testServices();
  const before = services.clock.now();
  clock.advance(60);
  expect(services.clock.now() > before).toBe(true);
  const identity = await services.tokens.verify(await tokenFor({ userId: WORKER, controller: LOIMAA }));
  expect(identity?.issuedAt).toBe(clock.now());
  await drained();
});
