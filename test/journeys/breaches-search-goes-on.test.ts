import { expect, test } from 'vitest';
import type { UserId } from '../../shared/kernel/id.ts';
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

/** Whom a breach concerns is found over many calls, and what changes between them loses nobody. */

const BREACHES = '/v1/data-subject-requests/breaches';

test('a worker who moves to another unit while a unit is gone through takes no other out of the search', async () => {
  const {
    world,
    mainUser,
    supervisor,
    unitId,
    postId,
    userId: first,
  } = await organisation(await testWorld());
  const second = await newUser(mainUser, postId, 'Leena Laaja');
  const grantId = proposedOf(await propose(supervisor, second, grantFor(unitId)));
  expect(await decide(mainUser, second, grantId, 'grant', 1)).toMatchObject({ status: 200 });
  const body = personBody(world, { birthDate: '1980-01-01' }, { unitId });
  const clientId = text(await world.signedIn(second).call('POST', '/v1/clients', { body }), 'clientId');

  const elsewhere = await newPost(mainUser, await newUnit(mainUser, 'Perhetyö'));
  const moved = async (userId: UserId): Promise<void> => {
    const { json } = await mainUser.call('GET', `/v1/access-rights/users/${userId}`);
    const told = await mainUser.call('PUT', `/v1/access-rights/users/${userId}`, {
      body: { name: 'Kaisa Keksitty', postId: elsewhere },
      version: Number(json['version']),
    });
    expect(told.status, told.body).toBe(200);
  };
  const dpo = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  const facts = 'Yksikön työntekijät avasivat naapuriensa tietoja ilman tehtävää.';
  const breach = { kinds: ['confidentiality'], knownAt: '2026-11-24T06:00:00.000Z', facts };
  const path = `${BREACHES}/${text(await dpo.call('POST', BREACHES, { body: breach }), 'breachId')}`;
  const days = { from: '2026-11-24T00:00:00.000Z', to: '2026-11-24T22:00:00.000Z' };
  let cursor: string | undefined;
  let calls = 0;
  do {
    const version = Number((await dpo.call('GET', path)).json['version']);
    const asked = { unitId, ...days, ...(cursor === undefined ? {} : { cursor }) };
    const told = await dpo.call('POST', `${path}/find`, { body: asked, version });
    expect(told.status, told.body).toBe(200);
    if (calls === 0) await moved(first);
    cursor = told.json['next'] === undefined ? undefined : String(told.json['next']);
    calls += 1;
  } while (cursor !== undefined && calls < 20);
  expect(calls).toBeLessThan(20);
  expect((await dpo.call('GET', `${path}/affected-pages/0`)).json).toMatchObject({ clients: [{ clientId }] });
});

test('a worker is named once in a search', async () => {
  const { world, userId } = await organisation(await testWorld());
  const dpo = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  const facts = 'Työntekijä avasi naapuriensa tietoja ilman tehtävää.';
  const breach = { kinds: ['confidentiality'], knownAt: '2026-11-24T06:00:00.000Z', facts };
  const path = `${BREACHES}/${text(await dpo.call('POST', BREACHES, { body: breach }), 'breachId')}`;
  const body = {
    userIds: [userId, userId],
    from: '2026-11-24T00:00:00.000Z',
    to: '2026-11-24T22:00:00.000Z',
  };
  expect((await dpo.call('POST', `${path}/find`, { body, version: 1 })).status).toBe(400);
});
