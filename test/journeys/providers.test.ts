import { expect, test } from 'vitest';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker } from '../support/world.ts';

const SOURCE = { kind: 'partner', channel: 'visit' };
const FAMILY = {
  kind: 'supportFamily',
  from: '2026-01-01',
  content: {
    persons: [
      { name: { family: 'Tukila', given: 'Tuula' }, personalIdentityCode: '131052-308T' },
      { name: { family: 'Tukila', given: 'Timo' } },
    ],
    addresses: [{ street: 'Metsäpolku 5', postalCode: '32200' }],
    phones: ['+358 40 000 0002'],
    socialServices: [],
    source: SOURCE,
  },
};
const PERSON = {
  kind: 'supportPerson',
  from: '2026-02-01',
  content: { persons: [{ name: { family: 'Auttaja', given: 'Anna' } }], source: SOURCE },
};
const SUPPLIER = {
  kind: 'supplier',
  from: '2026-03-01',
  content: { organisation: 'Kalustetalo Tupa Oy', contactPerson: 'Myyjä Mikko', source: SOURCE },
};

const add = (worker: Worker, body: unknown) => worker.call('POST', '/v1/providers', { body });
const found = async (worker: Worker, body: unknown) =>
  (await worker.call('POST', '/v1/providers/search', { body })).json;

test('support persons, support families and suppliers are recorded as parties of their own, not as clients [U-5.11]', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('arranging');
  for (const party of [FAMILY, PERSON, SUPPLIER]) {
    const told = await add(worker, party);
    expect(told).toMatchObject({ status: 201, json: { version: 1 } });
    const opened = await worker.call('GET', `/v1/providers/${text(told, 'partyId')}`);
    expect(opened.json).toMatchObject({ ...party, ended: false });
  }
  const clients = await (await world.worker('broadResponsibility')).call('POST', '/v1/clients/search', {
    body: { name: 'tukila tuula' },
  });
  expect(clients.json).toEqual({ hits: [] });
});

test('a party is found by the beginnings of its names and by its kind, in its own controller only [J-2.8]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('arranging');
  const stranger = await world.worker('arranging', { controller: world.otherController });
  const told = await add(worker, FAMILY);
  await add(worker, PERSON);
  await add(worker, { ...SUPPLIER, kind: 'serviceProducer' });
  expect(await found(worker, { name: 'tim tuk' })).toMatchObject({
    hits: [{ kind: 'supportFamily', name: 'Tuula Tukila, Timo Tukila' }],
  });
  expect(await found(worker, { kind: 'serviceProducer' })).toMatchObject({
    hits: [{ name: 'Kalustetalo Tupa Oy' }],
  });
  expect(await found(worker, { name: 'kalus', kind: 'supportPerson' })).toEqual({ hits: [] });
  expect(await found(stranger, {})).toEqual({ hits: [] });
  const path = `/v1/providers/${text(told, 'partyId')}`;
  expect(await stranger.call('GET', path)).toMatchObject({ status: 404 });
});

test('a changed party keeps what stood before, and an ended one leaves the list but not the register', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const told = await add(worker, FAMILY);
  const path = `/v1/providers/${text(told, 'partyId')}`;
  const content = { ...FAMILY.content, phones: ['+358 40 000 0003'] };
  const changed = await worker.call('PUT', path, { body: { from: FAMILY.from, content }, version: 1 });
  expect(changed).toMatchObject({ status: 200, json: { version: 2 } });
  expect(await worker.call('PUT', path, { body: { from: FAMILY.from, content }, version: 1 })).toMatchObject({
    status: 412,
  });
  const ended = await worker.call('POST', `${path}/end`, { body: { to: '2026-11-20' }, version: 2 });
  expect(ended).toMatchObject({ status: 200 });
  expect((await worker.call('GET', `${path}/history`)).json).toMatchObject({
    versions: [
      { changedFields: ['to'], party: { content: { phones: ['+358 40 000 0003'] } } },
      { changedFields: ['phones'], party: { content: FAMILY.content }, supersededBy: worker.userId },
    ],
  });
  expect(await found(worker, { name: 'tukila' })).toEqual({ hits: [] });
  expect(await found(worker, { name: 'tukila', ended: true })).toMatchObject({
    hits: [{ to: '2026-11-20' }],
  });
  const again = await worker.call('POST', `${path}/end`, { body: { to: '2026-11-20' }, version: 3 });
  expect(again.json).toMatchObject({ code: 'provider.ended' });
});

test('under a safety ban a support family’s address and phones are hidden, in its history too', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const entitled = await world.worker('arranging', { specialRights: ['seeProtectedAddresses'] });
  const path = `/v1/providers/${text(await add(worker, FAMILY), 'partyId')}`;
  const content = { ...FAMILY.content, safetyBan: {} };
  await worker.call('PUT', path, { body: { from: FAMILY.from, content }, version: 1 });
  for (const address of [path, `${path}/history`]) {
    const told = await worker.call('GET', address);
    expect(told).toMatchObject({ status: 200 });
    expect(told.body).not.toMatch(/Metsäpolku|000 0002/);
    expect((await entitled.call('GET', address)).body).toContain('Metsäpolku');
  }
});

test('what is missing is told, and only those whose duty it is may keep the register', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const nameless = await add(worker, { ...FAMILY, content: { source: SOURCE } });
  expect(nameless.json).toMatchObject({ status: 422, findings: [{ rule: 'provider.personsNamed' }] });
  const two = await add(worker, { ...FAMILY, kind: 'supportPerson' });
  expect(two.json).toMatchObject({ findings: [{ rule: 'provider.onePerson' }] });
  const unnamed = await add(worker, { ...SUPPLIER, content: { source: SOURCE } });
  expect(unnamed.json).toMatchObject({ findings: [{ rule: 'provider.organisationNamed' }] });
  const giver = await world.worker('implementing');
  expect(await add(giver, FAMILY)).toMatchObject({ status: 403 });
  expect(await (await world.worker('ict')).call('POST', '/v1/providers/search', { body: {} })).toMatchObject({
    status: 403,
  });
});

test('parties lie sealed, and each look at them is a line', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const partyId = text(await add(worker, FAMILY), 'partyId');
  world.clock.advance(1);
  await worker.call('GET', `/v1/providers/${partyId}`);
  const stored = JSON.stringify([
    ...(await dumpOf(world.services, 'records')),
    ...(await dumpOf(world.services, 'trail')),
  ]);
  expect(stored).not.toMatch(/Tukila|131052|Metsäpolku/);
  expect(
    (await linesOf(world.services)).filter(({ dataGroups }) => dataGroups.includes('parties')),
  ).toMatchObject([
    {
      eventName: 'PartyAdded',
      resources: [{ kind: 'party', id: partyId }],
      basis: { kind: 'administration' },
    },
    { eventName: 'PartyOpened', readOnly: true, resources: [{ kind: 'party', id: partyId }] },
  ]);
});
