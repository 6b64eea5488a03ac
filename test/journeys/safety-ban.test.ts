import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { changedTo, FROM_CLIENT, recordPerson } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const AINO = {
  name: { family: 'Esimerkki', given: 'Aino Maria' },
  personalIdentityCode: '010190-900P',
  homeMunicipality: '430',
  addresses: [{ street: 'Keksittykatu 1', postalCode: '32200', postOffice: 'LOIMAA' }],
  phones: ['+358 40 000 0000'],
  workplace: 'Leipomo Oy',
};
const BAN = { contactAddress: { street: 'PL 7', postalCode: '00100' }, source: FROM_CLIENT };

test('under a safety ban nobody without the right sees municipality, address, phone or workplace; the contact address stays', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const entitled = await world.worker('broadResponsibility', { specialRights: ['seeProtectedAddresses'] });
  const aino = await recordPerson(world, worker, AINO);
  expect(await changedTo(worker, aino, '/safety-ban', BAN)).toMatchObject({ status: 200 });

  const seen = await worker.call('GET', `/v1/clients/${aino}`);
  expect(seen.json).toMatchObject({
    safetyBan: {},
    hidden: ['homeMunicipality', 'addresses', 'phones', 'workplace'],
    baseData: { contactAddress: { street: 'PL 7' } },
  });
  const search = await worker.call('POST', '/v1/clients/search', { body: { name: 'aino esim' } });
  expect(search.json).toMatchObject({ hits: [{ family: 'Esimerkki', birthYear: 1990 }] });
  const history = await worker.call('GET', `/v1/clients/${aino}/base-data/history`);
  for (const told of [seen, search, history]) {
    for (const secret of ['Keksittykatu', '32200', '430', '000 0000', 'Leipomo']) {
      expect(told.body).not.toContain(secret);
    }
  }
  const opened = await entitled.call('GET', `/v1/clients/${aino}`);
  expect(opened.json).toMatchObject({
    hidden: [],
    baseData: { homeMunicipality: '430', workplace: 'Leipomo Oy' },
  });
});

test('a safety ban ends by itself after its last day, and not before', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  await changedTo(worker, aino, '/safety-ban', { ...BAN, until: '2026-11-30' });
  world.clock.set(Instant.parse('2026-11-30T21:59:00.000Z'));
  const lastEvening = await worker.call('GET', `/v1/clients/${aino}`);
  expect(lastEvening.json).toMatchObject({ safetyBan: { until: '2026-11-30' } });
  expect(lastEvening.body).not.toContain('Keksittykatu');
  world.clock.set(Instant.parse('2026-11-30T22:01:00.000Z'));
  const nextDay = await worker.call('GET', `/v1/clients/${aino}`);
  expect(nextDay.json).toMatchObject({ hidden: [], baseData: { addresses: [{ street: 'Keksittykatu 1' }] } });
  expect(nextDay.json).not.toHaveProperty('safetyBan');
});

test('a lifted ban shows the data again, in lists too, and the history tells that there was one', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  await changedTo(worker, aino, '/safety-ban', BAN);
  expect(await changedTo(worker, aino, '/safety-ban/lift', { source: FROM_CLIENT })).toMatchObject({
    status: 200,
  });
  const search = await worker.call('POST', '/v1/clients/search', { body: { name: 'aino esim' } });
  expect(search.json).toMatchObject({ hits: [{ municipality: '430' }] });
  const history = await worker.call('GET', `/v1/clients/${aino}/base-data/history`);
  expect(history.json).toMatchObject({
    versions: [
      { changedFields: ['safetyBan'], safetyBan: {} },
      { changedFields: ['safetyBan', 'contactAddress'] },
    ],
  });
  const again = await changedTo(worker, aino, '/safety-ban/lift', { source: FROM_CLIENT });
  expect(again.json).toMatchObject({ code: 'client.noSafetyBan' });
});

test('a ban whose last day has passed is refused, and so is one set from an old view of the file', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const over = await changedTo(worker, aino, '/safety-ban', { ...BAN, until: '2026-11-23' });
  expect(over.json).toMatchObject({ status: 422, findings: [{ rule: 'client.banEndsLater' }] });
  await changedTo(worker, aino, '/safety-ban', BAN);
  const stale = await worker.call('POST', `/v1/clients/${aino}/safety-ban`, { body: BAN, version: 1 });
  expect(stale.json).toMatchObject({ status: 412, details: { version: 2 } });
});
