import { expect, test } from 'vitest';
import * as z from 'zod';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import {
  changedTo,
  FROM_CLIENT,
  inventedCode,
  personBody,
  recordPerson,
  restrictTo,
  text,
} from '../support/people.ts';
import { testWorld, type World } from '../support/world.ts';

const CODE = '010190-900P';
const AINO = {
  name: { family: 'Esimerkki', given: 'Aino Maria' },
  personalIdentityCode: CODE,
  homeMunicipality: '430',
  addresses: [{ street: 'Keksittykatu 1', postalCode: '32200', postOffice: 'LOIMAA' }],
  phones: ['+358 40 000 0000', '+358 40 000 0001'],
  emails: ['aino@example.fi'],
};

const headOf = async (world: World, clientId: string): Promise<ClientHead> => {
  const key = clientKeys.head(world.controller, ClientId.parse(clientId));
  const head = await getItem(world.services.tables, world.controller, 'records', key, ClientHead);
  if (head === undefined) throw new Error('no head');
  return head;
};

test('a social worker records a client, finds her by code and by name, and opens the file', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const byCode = await worker.call('POST', '/v1/clients/search', {
    body: { personalIdentityCode: '010190-900p' },
  });
  expect(byCode.json).toMatchObject({
    hits: [{ family: 'Esimerkki', birthYear: 1990, municipality: '430' }],
  });
  const byName = await worker.call('POST', '/v1/clients/search', { body: { name: 'aino esim' } });
  expect(byName.json).toEqual(byCode.json);
  const opened = await worker.call('GET', `/v1/clients/${aino}`);
  expect(opened).toMatchObject({ status: 200, json: { cases: [], notes: [] } });
});

test('name, identity code, address, several phones, e-mail and home municipality are recorded [U-5.1, L-5.1, L-5.2, K-6.2, H-7.2]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ baseData: AINO });
});

test('mother tongue, marital status and occupation are recorded, and what was before stays as history [L-5.3, L-5.4, L-5.5]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const before = { motherTongue: 'fi', maritalStatus: '1', occupation: 'leipuri' };
  const after = { motherTongue: 'sv', maritalStatus: '2', occupation: 'kokki' };
  const aino = await recordPerson(world, worker, { ...AINO, ...before });
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ baseData: before });
  await changedTo(worker, aino, '/base-data', { changes: after, source: FROM_CLIENT }, 'PATCH');
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ baseData: after });
  expect((await worker.call('GET', `/v1/clients/${aino}/base-data/history`)).json).toMatchObject({
    versions: [
      {
        baseData: before,
        changedFields: ['motherTongue', 'maritalStatus', 'occupation'],
        supersededBy: worker.userId,
      },
    ],
  });
});

test('a datum that is not defined for a client is refused [U-5.23]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const told = await worker.call('POST', '/v1/clients', {
    body: personBody(world, { ...AINO, religion: 'x' }),
  });
  expect(told.json).toMatchObject({ status: 400, findings: [{ rule: 'input.unrecognized_keys' }] });
});

const SOURCES = [
  ['client', 'visit'],
  ['affairsManager', 'phone'],
  ['guardian', 'oral'],
  ['ownRegister', 'register'],
  ['populationRegister', 'register'],
  ['authority', 'paper'],
  ['partner', 'electronic'],
  ['staff', 'homeVisit'],
] as const;

test('every datum shows whether it came from the client, an affairs manager, the guardian or a register [U-6.1, U-6.2, J-3.1, H-10.1, H-10.2]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  for (const [kind, channel] of SOURCES) {
    world.clock.advance(1);
    const source = { kind, channel };
    const changes = { occupation: `ammatti ${kind}` };
    await changedTo(worker, aino, '/base-data', { changes, source }, 'PATCH');
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
      baseData: changes,
      sources: {
        occupation: { source, recordedBy: worker.userId, recordedAt: world.clock.now() },
        name: { source: FROM_CLIENT },
      },
    });
  }
});

test('data may come on paper, electronically, at a visit, by phone or in words, and the file tells which [K-10.4, L-6.1, J-3.6]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  for (const channel of ['paper', 'electronic', 'visit', 'phone', 'oral']) {
    const source = { kind: 'client', channel };
    await changedTo(worker, aino, '/base-data', { changes: { occupation: channel }, source }, 'PATCH');
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
      sources: { occupation: { source } },
    });
  }
});

test('data completed by staff or an authority say so, and an untold source is refused [K-10.1, K-10.2, K-10.3, L-6.3]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const change = (source: unknown) =>
    changedTo(worker, aino, '/base-data', { changes: { workplace: 'Leipomo' }, source }, 'PATCH');
  expect(await change(undefined)).toMatchObject({ status: 400 });
  expect(await change({ kind: 'client' })).toMatchObject({ status: 400 });
  expect(await change({ kind: 'somebody', channel: 'phone' })).toMatchObject({ status: 400 });
  for (const kind of ['client', 'guardian', 'staff', 'authority']) {
    const source = { kind, channel: 'phone' };
    await changedTo(worker, aino, '/base-data', { changes: { workplace: kind }, source }, 'PATCH');
    expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
      sources: { workplace: { source } },
    });
  }
});

test('a source in free words is taken in child protection only, and then it must have words [J-3.7]', async () => {
  const world = await testWorld();
  const free = { kind: 'other', channel: 'phone', description: 'Naapuri soitti' };
  const recorded = async (serviceTasks: ('families' | 'childWelfare')[], source: unknown) => {
    const worker = await world.worker('broadResponsibility', { serviceTasks });
    return worker.call('POST', '/v1/clients', {
      body: {
        ...personBody(world, { name: { family: 'Lapsi', given: 'Leo' }, birthDate: '2018-05-01' }),
        source,
      },
    });
  };
  expect((await recorded(['families'], free)).json).toMatchObject({
    findings: [{ rule: 'client.sourceNamed' }],
  });
  const wordless = { kind: 'other', channel: 'phone' };
  expect(await recorded(['childWelfare'], wordless)).toMatchObject({ status: 422 });
  expect(await recorded(['childWelfare'], free)).toMatchObject({ status: 201 });
});

test('an old identity code and an old name go on finding the client', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const changes = {
    personalIdentityCode: inventedCode(LocalDate.parse('1990-01-01'), 901),
    name: { family: 'Uusi', given: 'Aino' },
  };
  await changedTo(worker, aino, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH');
  await world.drained();
  for (const body of [{ personalIdentityCode: CODE }, { name: 'esimerkki maria' }, { name: 'uusi aino' }]) {
    expect((await worker.call('POST', '/v1/clients/search', { body })).json).toMatchObject({
      hits: [{ clientId: aino }],
    });
  }
});

test('a code that is somebody’s already tells whose, be it an identity code or a temporary id', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, { ...AINO, temporaryId: 'TILAP-1' });
  for (const code of [{ personalIdentityCode: CODE }, { temporaryId: 'tilap-1' }]) {
    const told = await worker.call('POST', '/v1/clients', {
      body: personBody(world, { name: { family: 'Toinen', given: 'Nimi' }, ...code }),
    });
    expect(told.json).toMatchObject({
      status: 409,
      code: 'client.duplicate',
      details: { clientIds: [aino] },
    });
  }
  const other = await recordPerson(world, worker, {
    name: { family: 'Toinen', given: 'Nimi' },
    birthDate: '1980-01-01',
  });
  const changed = await changedTo(
    worker,
    other,
    '/base-data',
    { changes: { personalIdentityCode: CODE }, source: FROM_CLIENT },
    'PATCH',
  );
  expect(changed.json).toMatchObject({ code: 'client.duplicate', details: { clientIds: [aino] } });
});

test('of two who record the same code at once exactly one wins', async () => {
  const world = await testWorld();
  const workers = await Promise.all([1, 2, 3].map(() => world.worker('broadResponsibility')));
  const told = await Promise.all(
    workers.map((worker, place) =>
      worker.call('POST', '/v1/clients', {
        body: personBody(world, { ...AINO, name: { family: `Nimi${place}`, given: 'Eri' } }),
      }),
    ),
  );
  expect(told.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
});

test('a namesake of the same year is a warning, answered by naming who was looked at', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const namesake = { name: AINO.name, birthDate: '1990-07-07' };
  const told = await worker.call('POST', '/v1/clients', { body: personBody(world, namesake) });
  expect(told.json).toMatchObject({ code: 'client.possibleDuplicate', details: { clientIds: [aino] } });
  const answered = personBody(world, namesake, { notDuplicateOf: [aino] });
  expect(await worker.call('POST', '/v1/clients', { body: answered })).toMatchObject({ status: 201 });
});

test('where the other file is restricted, the problem names the unit to call and not the client', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const reader = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  await restrictTo(world, aino, [reader.userId]);
  const call = { callUnitIds: [world.units.families] };
  const byCode = await worker.call('POST', '/v1/clients', {
    body: personBody(world, { ...AINO, name: { family: 'Toinen', given: 'Nimi' } }),
  });
  const namesake = { name: AINO.name, birthDate: '1990-07-07' };
  const byName = await worker.call('POST', '/v1/clients', { body: personBody(world, namesake) });
  for (const told of [byCode, byName]) {
    expect(told.json).toMatchObject({ status: 409, details: call });
    expect(told.body).not.toContain(aino);
  }
  expect(await worker.call('GET', `/v1/clients/${aino}`)).toMatchObject({ status: 404 });
  const answered = personBody(world, namesake, { calledUnitIds: [world.units.families] });
  expect(await worker.call('POST', '/v1/clients', { body: answered })).toMatchObject({ status: 201 });
});

test('at the start of a relationship the system asks whether the client was informed, and records it [J-8.2]', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const start = { startedOn: '2026-11-20', responsibleUnitId: world.units.families };
  const started = await changedTo(worker, aino, '/relationship/start', start);
  expect(started).toMatchObject({ status: 200, json: { findings: ['client.informed'] } });
  await changedTo(worker, aino, '/relationship/informing', { informedOn: '2026-11-24' });
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    relationship: { startedOn: '2026-11-20', informedOn: '2026-11-24' },
  });
  const other = await recordPerson(world, worker, {
    name: { family: 'Toinen', given: 'Nimi' },
    birthDate: '1980-01-01',
  });
  const told = await changedTo(worker, other, '/relationship/start', { ...start, informedOn: '2026-11-20' });
  expect(told.json).toMatchObject({ findings: [] });
});

test('an ended relationship stays as a period with its ground when another begins', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', { duties: ['onCall'] });
  const aino = await recordPerson(world, worker, AINO);
  const start = {
    startedOn: '2026-01-10',
    responsibleUnitId: world.units.families,
    ownWorkerId: worker.userId,
  };
  await changedTo(worker, aino, '/relationship/start', start);
  const end = { endedOn: '2026-06-30', ground: 'moved', explanation: 'Muutti Turkuun' };
  expect(
    (await changedTo(worker, aino, '/relationship/end', { ...end, endedOn: '2026-01-09' })).json,
  ).toMatchObject({
    status: 422,
    findings: [{ rule: 'client.periodInOrder' }],
  });
  await changedTo(worker, aino, '/relationship/end', end);
  expect(await headOf(world, aino)).not.toHaveProperty('g1pk');
  const restarted = await changedTo(worker, aino, '/relationship/start', {
    ...start,
    startedOn: '2026-10-01',
  });
  expect(restarted).toMatchObject({ status: 200 });
  expect(await headOf(world, aino)).toHaveProperty('g1pk');
  expect((await worker.call('GET', `/v1/clients/${aino}/relationship/periods`)).json).toMatchObject({
    periods: [
      {
        startedOn: '2026-01-10',
        endedOn: '2026-06-30',
        endGround: 'moved',
        explanation: 'Muutti Turkuun',
        endedBy: worker.userId,
      },
    ],
  });
});

test('a death gives the base data their due month two years on, and is taken back if it was a mistake', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  const source = { kind: 'populationRegister', channel: 'register' };
  const future = await changedTo(worker, aino, '/death', { diedOn: '2026-11-25', source });
  expect(future.json).toMatchObject({ status: 422, findings: [{ rule: 'client.diedAfterBirth' }] });
  await changedTo(worker, aino, '/death', { diedOn: '2026-11-20', source });
  expect(await headOf(world, aino)).toMatchObject({
    diedOn: '2026-11-20',
    dueMonth: '2028-12',
    g4pk: expect.stringContaining('2028-12'),
  });
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({
    diedOn: '2026-11-20',
    sources: { diedOn: { source } },
  });
  await changedTo(worker, aino, '/death', { diedOn: null, source });
  const head = z.record(z.string(), z.unknown()).parse(await headOf(world, aino));
  for (const gone of ['diedOn', 'dueMonth', 'g4pk', 'g4sk']) expect(head).not.toHaveProperty(gone);
  expect((await worker.call('GET', `/v1/clients/${aino}/base-data/history`)).json).toMatchObject({
    versions: [{ diedOn: '2026-11-20' }, { changedFields: ['diedOn'] }],
  });
});

test('what is said as secret contacts is told beside them', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, { ...AINO, secretContacts: true });
  const opened = await worker.call('GET', `/v1/clients/${aino}`);
  expect(opened.json).toMatchObject({ baseData: { secretContacts: true, phones: AINO.phones } });
  expect(text(opened, 'clientId')).toBe(aino);
});
