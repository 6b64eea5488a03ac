import { expect, test } from 'vitest';
import { type Schemas, seen } from '../../shared/api-client/client.ts';
import { clientOf } from '../support/client-of.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { done } from '../support/laptop.ts';
import { testWorld, type Worker } from '../support/world.ts';

const SOURCE: Schemas['Source'] = { kind: 'partner', channel: 'visit' };
const FAMILY: Schemas['AddParty'] = {
  kind: 'supportFamily',
  from: '2026-01-01',
  content: {
    persons: [
      { name: { family: 'Tukila', given: 'Tuula' }, personalIdentityCode: '131052-900W' },
      { name: { family: 'Tukila', given: 'Timo' } },
    ],
    addresses: [{ street: 'Metsäpolku 5', postalCode: '32200' }],
    phones: ['+358 40 000 0002'],
    socialServices: [],
    source: SOURCE,
  },
};
const PERSON: Schemas['AddParty'] = {
  kind: 'supportPerson',
  from: '2026-02-01',
  content: { persons: [{ name: { family: 'Auttaja', given: 'Anna' } }], source: SOURCE },
};
const SUPPLIER: Schemas['AddParty'] = {
  kind: 'supplier',
  from: '2026-03-01',
  content: { organisation: 'Kalustetalo Tupa Oy', contactPerson: 'Myyjä Mikko', source: SOURCE },
};

const add = (worker: Worker, body: Schemas['AddParty']) => clientOf(worker).POST('/v1/providers', { body });
const added = async (worker: Worker, body: Schemas['AddParty']) => done(await add(worker, body)).partyId;
const found = async (worker: Worker, body: Schemas['SearchParties']) =>
  done(await clientOf(worker).POST('/v1/providers/search', { body }));
const ofParty = (partyId: string) => ({ params: { path: { partyId } } });
const read = (worker: Worker, partyId: string) =>
  clientOf(worker).GET('/v1/providers/{partyId}', ofParty(partyId));
const history = (worker: Worker, partyId: string) =>
  clientOf(worker).GET('/v1/providers/{partyId}/history', ofParty(partyId));
const change = (worker: Worker, partyId: string, version: number, content: Schemas['PartyContent']) =>
  clientOf(worker).PUT('/v1/providers/{partyId}', {
    params: { path: { partyId }, header: seen(version) },
    body: { from: FAMILY.from, content },
  });
const end = (worker: Worker, partyId: string, version: number) =>
  clientOf(worker).POST('/v1/providers/{partyId}/end', {
    params: { path: { partyId }, header: seen(version) },
    body: { to: '2026-11-20' },
  });

test('support persons, support families and suppliers are recorded as parties of their own, not as clients [U-5.11]', async () => {
  const world = await worldOf(PROFILES.U);
  const worker = await world.worker('arranging');
  for (const party of [FAMILY, PERSON, SUPPLIER]) {
    const told = await add(worker, party);
    expect([told.response.status, done(told).version]).toEqual([201, 1]);
    expect(done(await read(worker, done(told).partyId))).toMatchObject({ ...party, ended: false });
  }
  const searcher = clientOf(await world.worker('broadResponsibility'));
  const clients = await searcher.POST('/v1/clients/search', { body: { name: 'tukila tuula' } });
  expect(done(clients)).toEqual({ hits: [] });
});

test('a party is found by the beginnings of its names and by its kind, in its own controller only [J-2.8]', async () => {
  const world = await worldOf(PROFILES.J);
  const worker = await world.worker('arranging');
  const stranger = await world.worker('arranging', { controller: world.otherController });
  const partyId = await added(worker, FAMILY);
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
  expect((await read(stranger, partyId)).error?.code).toBe('request.notFound');
});

test('a changed party keeps what stood before, and an ended one leaves the list but not the register', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const partyId = await added(worker, FAMILY);
  const content = { ...FAMILY.content, phones: ['+358 40 000 0003'] };
  expect(done(await change(worker, partyId, 1, content)).version).toBe(2);
  expect((await change(worker, partyId, 1, content)).error?.code).toBe('request.stale');
  expect(done(await end(worker, partyId, 2)).version).toBe(3);
  expect(done(await history(worker, partyId))).toMatchObject({
    versions: [
      { changedFields: ['to'], party: { content: { phones: ['+358 40 000 0003'] } } },
      { changedFields: ['phones'], party: { content: FAMILY.content }, supersededBy: worker.userId },
    ],
  });
  expect(await found(worker, { name: 'tukila' })).toEqual({ hits: [] });
  expect(await found(worker, { name: 'tukila', ended: true })).toMatchObject({
    hits: [{ to: '2026-11-20' }],
  });
  expect((await end(worker, partyId, 3)).error?.code).toBe('provider.ended');
});

test('under a safety ban a support family’s address and phones are hidden, in its history too', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const entitled = await world.worker('arranging', { specialRights: ['seeProtectedAddresses'] });
  const partyId = await added(worker, FAMILY);
  done(await change(worker, partyId, 1, { ...FAMILY.content, safetyBan: {} }));
  for (const look of [read, history]) {
    expect(JSON.stringify(done<unknown>(await look(worker, partyId)))).not.toMatch(/Metsäpolku|000 0002/);
    expect(JSON.stringify(done<unknown>(await look(entitled, partyId)))).toContain('Metsäpolku');
  }
});

test('what is missing is told, and only those whose duty it is may keep the register', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const nameless = await add(worker, { ...FAMILY, content: { source: SOURCE } });
  expect(nameless.error).toMatchObject({ status: 422, findings: [{ rule: 'provider.personsNamed' }] });
  const two = await add(worker, { ...FAMILY, kind: 'supportPerson' });
  expect(two.error).toMatchObject({ findings: [{ rule: 'provider.onePerson' }] });
  const unnamed = await add(worker, { ...SUPPLIER, content: { source: SOURCE } });
  expect(unnamed.error).toMatchObject({ findings: [{ rule: 'provider.organisationNamed' }] });
  const giver = await world.worker('implementing');
  expect((await add(giver, FAMILY)).error?.code).toBe('access.notAllowed');
  const ict = clientOf(await world.worker('ict'));
  expect((await ict.POST('/v1/providers/search', { body: {} })).error?.code).toBe('access.notAllowed');
});

test('parties lie sealed, and each look at them is a line', async () => {
  const world = await testWorld();
  const worker = await world.worker('arranging');
  const partyId = await added(worker, FAMILY);
  world.clock.advance(1);
  await read(worker, partyId);
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
