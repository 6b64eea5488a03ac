import { beforeAll, describe, expect, test } from 'vitest';
import { anEntry, newClient } from '../support/case-notes.ts';
import { linesOf } from '../support/dump.ts';
import { given } from '../support/grant-states.ts';
import { decide, organisation } from '../support/organisation.ts';
import { personBody, text } from '../support/people.ts';
import { testWorld, type World } from '../support/world.ts';

/** What is left of a right that was taken away, and what one never had: the log of a colleague. */

let made: Awaited<ReturnType<typeof organisation>>;
let world: World;
beforeAll(async () => {
  made = await organisation(await testWorld());
  ({ world } = made);
});

describe('after a right was taken away', () => {
  test('the session, its idempotency key and its place in a list are worth nothing any more', async () => {
    const { mainUser, unitId } = made;
    const { userId, worker, grantId } = await given(made, 'broadResponsibility');
    const authorization = `Bearer ${await world.tokenFor({ userId, controller: world.controller })}`;
    const name = { family: 'Kertalukko', given: 'Kaisu' };
    const body = personBody(world, { name, birthDate: '1981-01-01' }, { unitId });
    const again = { body, key: 'a-key-of-before-the-end', headers: { authorization } };
    const recorded = await worker.call('POST', '/v1/clients', again);
    const clientId = text(recorded, 'clientId');
    expect((await worker.call('POST', '/v1/clients', again)).body).toBe(recorded.body);
    await worker.call('POST', `/v1/clients/${clientId}/relationship/start`, {
      version: 1,
      body: { startedOn: '2026-11-20', responsibleUnitId: unitId, ownWorkerId: userId },
    });
    for (let count = 0; count < 3; count += 1) {
      await worker.call('POST', `/v1/case-notes/clients/${clientId}/notes`, { body: anEntry() });
    }
    const list = `/v1/case-notes/clients/${clientId}?limit=1`;
    const page = await worker.call('GET', list, { headers: { authorization } });
    const next = `${list}&cursor=${text(page, 'next')}`;
    expect((await worker.call('GET', next, { headers: { authorization } })).status).toBe(200);

    expect((await decide(mainUser, userId, grantId, 'end', 2)).status).toBe(200);
    const tries = [
      await worker.call('GET', `/v1/clients/${clientId}`, { headers: { authorization } }),
      await worker.call('GET', next, { headers: { authorization } }),
      await worker.call('POST', '/v1/clients', again),
    ];
    for (const told of tries) {
      expect(told.json).toMatchObject({ status: 403, code: 'access.notAllowed' });
      expect(told.body).not.toContain(clientId);
      expect(told.body).not.toMatch(/Kertalukko|Kotikäynti/);
    }
    world.clock.advance(1);
    await mainUser.call('POST', `/v1/access-rights/users/${userId}/end-sessions`, { version: 1 });
    expect((await worker.call('GET', next, { headers: { authorization } })).status).toBe(401);
    const lines = (await linesOf(world.services)).filter(
      ({ userIdentity }) => userIdentity.userId === userId,
    );
    expect(lines.flatMap(({ outcome }) => outcome.code ?? []).toSorted()).toEqual([
      'access.notAllowed',
      'access.notAllowed',
      'access.notAllowed',
      'access.notSignedIn',
    ]);
  });
});

describe('the log of a colleague', () => {
  test('is read neither with a role that may not, nor without the special right, nor from another’s place in it', async () => {
    const colleague = await world.worker('broadResponsibility');
    const clientId = await newClient(world, colleague);
    for (let count = 0; count < 26; count += 1) await colleague.call('GET', `/v1/clients/${clientId}`);
    const special = { specialRights: ['readAccessLog' as const] };
    const officer = await world.worker('dataProtectionOfficer', special);
    const path = `/v1/access-log/users/${colleague.userId}`;
    const next = text(await officer.call('GET', path), 'next');
    const curious = [
      colleague,
      await world.worker('broadResponsibility', special),
      await world.worker('mainUser', special),
      await world.worker('supervisor'),
      await world.worker('management'),
      await world.worker('dataProtectionOfficer'),
    ];
    for (const worker of curious) {
      for (const asked of [path, `${path}?cursor=${next}`, `/v1/access-log/users/${worker.userId}`]) {
        expect((await worker.call('GET', asked)).json).toMatchObject({
          status: 403,
          code: 'access.notAllowed',
        });
      }
    }
    const second = await world.worker('dataProtectionOfficer', special);
    expect((await second.call('GET', `${path}?cursor=${next}`)).json).toMatchObject({
      status: 400,
      findings: [{ rule: 'input.cursor' }],
    });
  });
});
