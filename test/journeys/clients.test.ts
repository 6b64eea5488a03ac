import { expect, test } from 'vitest';
import { testWorld, type World } from '../support/world.ts';

const aino = (world: World): Record<string, unknown> => ({
  baseData: {
    name: { family: 'Esimerkki', given: 'Aino Maria' },
    personalIdentityCode: '010190-900P',
    homeMunicipality: '430',
    addresses: [{ street: 'Keksittykatu 1', postalCode: '32200', postOffice: 'LOIMAA' }],
  },
  source: { kind: 'client', channel: 'visit' },
  unitId: world.units.families,
});

test('a social worker records a client, finds her by code and by name, and opens the file', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const created = await worker.call('POST', '/v1/clients', { body: aino(world) });
  expect(created).toMatchObject({ status: 201 });
  await world.drained();
  const byCode = await worker.call('POST', '/v1/clients/search', {
    body: { personalIdentityCode: '010190-900p' },
  });
  expect(byCode.json).toMatchObject({
    hits: [{ family: 'Esimerkki', birthYear: 1990, municipality: '430' }],
  });
  const byName = await worker.call('POST', '/v1/clients/search', { body: { name: 'aino esim' } });
  expect(byName.json).toEqual(byCode.json);
  const opened = await worker.call('GET', `/v1/clients/${String(created.json['clientId'])}`);
  expect(opened.status).toBe(200);
  expect(opened.json).toMatchObject({
    baseData: { personalIdentityCode: '010190-900P' },
    cases: [],
    notes: [],
  });
});
