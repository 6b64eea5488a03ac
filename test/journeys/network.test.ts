import { expect, test } from 'vitest';
import * as z from 'zod';
import { linesOf } from '../support/dump.ts';
import { changedTo, FROM_CLIENT, personBody, recordPerson, text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const GUARDIAN = {
  roles: ['guardian'],
  from: '2026-01-01',
  powers: 'Taloudelliset asiat',
  person: { name: { family: 'Edustaja', given: 'Eeva' }, organisation: 'Edunvalvontatoimisto' },
  contacts: { phones: ['+358 40 000 0001'], addresses: [{ street: 'Virastokuja 2' }] },
};
const FROM_AUTHORITY = { kind: 'authority', channel: 'paper' };

const Relations = z.object({
  relations: z.array(z.looseObject({ relationId: z.string(), version: z.number() })),
});
const relationsOf = async (worker: Worker, clientId: string) =>
  Relations.parse((await worker.call('GET', `/v1/clients/${clientId}/network`)).json).relations;

const child = (world: World, worker: Worker) =>
  recordPerson(world, worker, { name: { family: 'Lapsi', given: 'Leo' }, birthDate: '2018-05-01' });
const mother = (world: World, worker: Worker, more: Record<string, unknown> = {}) =>
  recordPerson(world, worker, {
    name: { family: 'Äiti', given: 'Aino' },
    birthDate: '1990-01-01',
    addresses: [{ street: 'Salakatu 3' }],
    ...more,
  });

const add = (
  worker: Worker,
  clientId: string,
  relation: unknown,
  source: unknown = FROM_CLIENT,
): Promise<Told> => worker.call('POST', `/v1/clients/${clientId}/network`, { body: { relation, source } });
const link = (worker: Worker, clientId: string, relatedClientId: string, relation: unknown): Promise<Told> =>
  worker.call('POST', `/v1/clients/${clientId}/network/links`, {
    body: { relatedClientId, relation, source: FROM_CLIENT },
  });

test('a guardian, a relative and a contact person are kept with their kind, days, powers and source', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await mother(world, worker);
  expect(await add(worker, aino, GUARDIAN, FROM_AUTHORITY)).toMatchObject({
    status: 201,
    json: { findings: [] },
  });
  world.clock.advance(1);
  await add(worker, aino, { roles: ['sibling'], person: { name: { family: 'Veli', given: 'Ville' } } });
  world.clock.advance(1);
  await add(worker, aino, {
    roles: ['contactPerson', 'closePerson'],
    person: { name: { family: 'Ystävä', given: 'Yrjö' }, secretContacts: true },
    contacts: { phones: ['+358 40 000 0009'] },
  });
  expect(await relationsOf(worker, aino)).toMatchObject([
    {
      ...GUARDIAN,
      ended: false,
      provenance: { source: FROM_AUTHORITY, recordedBy: worker.userId },
    },
    { roles: ['sibling'], person: { name: { given: 'Ville' } }, provenance: { source: FROM_CLIENT } },
    { roles: ['contactPerson', 'closePerson'], person: { secretContacts: true } },
  ]);
  const line = (await linesOf(world.services)).findLast(({ eventName }) => eventName === 'NetworkRead');
  expect(line).toMatchObject({ clients: [aino], dataGroups: ['family'] });
});

test('the composition of a family is read from either member, with one line for both', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const [leo, aino] = [await child(world, worker), await mother(world, worker)];
  const told = await link(worker, leo, aino, {
    roles: ['parent', 'custodian'],
    custodyForm: 'joint',
    from: '2018-05-01',
    sameHousehold: true,
    description: 'Huolto sovittu lastenvalvojalla',
  });
  expect(told).toMatchObject({ status: 201, json: { findings: [] } });
  expect(await relationsOf(worker, leo)).toMatchObject([
    {
      roles: ['parent', 'custodian'],
      client: { clientId: aino, family: 'Äiti', birthYear: 1990 },
      sameHousehold: true,
    },
  ]);
  const [back] = await relationsOf(worker, aino);
  expect(back).toMatchObject({
    roles: ['child', 'childInCustody'],
    custodyForm: 'joint',
    from: '2018-05-01',
    client: { clientId: leo, given: 'Leo' },
    sameHousehold: true,
  });
  expect(back).not.toHaveProperty('description');
  const lines = await linesOf(world.services);
  for (const event of ['ClientLinked', 'NetworkRead']) {
    const line = lines.find(({ eventName }) => eventName === event);
    expect(line?.clients.toSorted()).toEqual([leo, aino].toSorted());
  }
});

test('the address of a related client under a safety ban never shows through the family', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const entitled = await world.worker('broadResponsibility', { specialRights: ['seeProtectedAddresses'] });
  const [leo, aino] = [await child(world, worker), await mother(world, worker)];
  await link(worker, leo, aino, {
    roles: ['parent'],
    sameHousehold: true,
    contacts: { phones: ['+358 40 111 1111'], addresses: [{ street: 'Salakatu 3' }] },
  });
  await changedTo(worker, aino, '/safety-ban', { source: FROM_CLIENT });
  const seen = await worker.call('GET', `/v1/clients/${leo}/network`);
  expect(seen.json).toMatchObject({
    relations: [
      { safetyBan: true, hidden: ['addresses', 'phones', 'sameHousehold'], client: { given: 'Aino' } },
    ],
  });
  expect(seen.body).not.toMatch(/Salakatu|111 1111|"sameHousehold":/);
  const [shown] = await relationsOf(entitled, leo);
  expect(shown).toMatchObject({ hidden: [], contacts: { addresses: [{ street: 'Salakatu 3' }] } });
});

test('who lives with a banned client does not tell where, nor does the history of a person banned later', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await mother(world, worker);
  const brother = {
    roles: ['sibling'],
    sameHousehold: true,
    person: { name: { family: 'Veli', given: 'Ville' }, organisation: 'Leipomo Oy' },
    contacts: { addresses: [{ street: 'Salakatu 3' }] },
  };
  const added = await add(worker, aino, brother);
  await changedTo(worker, aino, '/safety-ban', { source: FROM_CLIENT });
  expect((await worker.call('GET', `/v1/clients/${aino}/network`)).body).not.toContain('Salakatu');
  await changedTo(worker, aino, '/safety-ban/lift', { source: FROM_CLIENT });
  expect((await worker.call('GET', `/v1/clients/${aino}/network`)).body).toContain('Salakatu');

  const path = `/v1/clients/${aino}/network/${text(added, 'relationId')}`;
  const banned = { ...brother, person: { ...brother.person, safetyBan: {} } };
  await worker.call('PUT', path, { body: { relation: banned, source: FROM_CLIENT }, version: 1 });
  const history = await worker.call('GET', `${path}/history`);
  expect(history.json).toMatchObject({
    versions: [{ relation: { safetyBan: true, person: { name: { given: 'Ville' } } } }],
  });
  expect(history.body).not.toMatch(/Salakatu|Leipomo/);
});

test('a link needs no tie to the other client, only intake; what it writes there is the link alone', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const giver = await world.worker('implementing');
  const adults = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  const leo = await child(world, worker);
  const theirs = await adults.call('POST', '/v1/clients', {
    body: personBody(
      world,
      { name: { family: 'Äiti', given: 'Aino' }, birthDate: '1990-01-01' },
      { unitId: world.units.adults },
    ),
  });
  const aino = text(theirs, 'clientId');
  expect(await worker.call('GET', `/v1/clients/${aino}`)).toMatchObject({ status: 403 });
  expect(await link(giver, leo, aino, { roles: ['parent'] })).toMatchObject({ status: 403 });
  const told = await link(worker, leo, aino, {
    roles: ['guardian'],
    powers: 'Salainen määräys',
    contacts: { phones: ['+358 40 222 2222'] },
  });
  expect(told).toMatchObject({ status: 201 });
  const back = await adults.call('GET', `/v1/clients/${aino}/network`);
  expect(back.json).toMatchObject({ relations: [{ roles: ['ward'] }] });
  expect(back.body).not.toMatch(/Salainen|222 2222/);
  expect(await link(worker, leo, aino, { roles: ['parent'] })).toMatchObject({
    status: 409,
    json: { code: 'client.alreadyLinked' },
  });
  const self = await link(worker, leo, leo, { roles: ['parent'] });
  expect(self.json).toMatchObject({ code: 'client.sameClient' });
});

test('changing and ending a link changes both files at once, and both keep what stood before', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const [leo, aino] = [await child(world, worker), await mother(world, worker)];
  const told = await link(worker, leo, aino, { roles: ['parent', 'custodian'], custodyForm: 'joint' });
  const path = `/v1/clients/${leo}/network/${text(told, 'relationId')}`;
  const changed = await worker.call('PUT', path, {
    body: { relation: { roles: ['parent', 'custodian'], custodyForm: 'sole' }, source: FROM_AUTHORITY },
    version: 1,
  });
  expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  const ended = await worker.call('POST', `${path}/end`, {
    body: { to: '2026-11-20', source: FROM_AUTHORITY },
    version: 2,
  });
  expect(ended).toMatchObject({ status: 200 });
  for (const clientId of [leo, aino]) {
    const [relation] = await relationsOf(worker, clientId);
    expect(relation).toMatchObject({ ended: true, to: '2026-11-20', custodyForm: 'sole', version: 3 });
    const history = await worker.call(
      'GET',
      `/v1/clients/${clientId}/network/${text(told, 'relationId')}/history`,
    );
    expect(history.json).toMatchObject({
      versions: [
        { relation: { custodyForm: 'sole', provenance: { source: FROM_AUTHORITY } } },
        {
          relation: { custodyForm: 'joint', provenance: { source: FROM_CLIENT } },
          supersededBy: worker.userId,
        },
      ],
    });
  }
  const again = await worker.call('POST', `${path}/end`, {
    body: { to: '2026-11-20', source: FROM_AUTHORITY },
    version: 3,
  });
  expect(again.json).toMatchObject({ code: 'client.relationEnded' });
  const stale = await worker.call('POST', `${path}/end`, {
    body: { to: '2026-11-20', source: FROM_AUTHORITY },
    version: 1,
  });
  expect(stale.json).toMatchObject({ status: 412, details: { version: 3 } });
});

test('what is wrong in a relation is told all at once', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await mother(world, worker);
  const told = await add(worker, aino, {
    roles: ['guardian'],
    custodyForm: 'sole',
    informationRight: 'Kouluasiat',
    from: '2026-02-01',
    to: '2026-01-01',
  });
  const rules = ['relatedPersonNamed', 'powersKnown', 'custodyOfCustodian', 'informationRightOfParent'];
  expect(told.json).toMatchObject({
    status: 422,
    code: 'client.relationNotValid',
    findings: [...rules, 'relationInOrder'].map((rule) => ({ rule: `client.${rule}` })),
  });
});
