import { expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { changedTo, FROM_CLIENT, inventedCode, personBody, recordPerson, text } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const CODE = '010190-900P';
const AINO = {
  name: { family: 'Esimerkki', given: 'Aino Maria' },
  personalIdentityCode: CODE,
  homeMunicipality: '430',
  addresses: [{ street: 'Keksittykatu 1', postalCode: '32200', postOffice: 'LOIMAA' }],
  phones: ['+358 40 000 0000', '+358 40 000 0001'],
  emails: ['aino@example.fi'],
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

test('name, identity code, address, several phones, e-mail and home municipality are recorded', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, AINO);
  expect((await worker.call('GET', `/v1/clients/${aino}`)).json).toMatchObject({ baseData: AINO });
});

test('mother tongue, marital status and occupation are recorded, and what was before stays as history', async () => {
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

test('a datum that is not defined for a client is refused', async () => {
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

test('every datum shows whether it came from the client, an affairs manager, the guardian or a register', async () => {
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

test('data may come on paper, electronically, at a visit, by phone or in words, and the file tells which', async () => {
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

test('data completed by staff or an authority say so, and an untold source is refused', async () => {
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

test('a source in free words is taken in child protection only, and then it must have words', async () => {
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

test('what is said as secret contacts is told beside them', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const aino = await recordPerson(world, worker, { ...AINO, secretContacts: true });
  const opened = await worker.call('GET', `/v1/clients/${aino}`);
  expect(opened.json).toMatchObject({ baseData: { secretContacts: true, phones: AINO.phones } });
  expect(text(opened, 'clientId')).toBe(aino);
});
