import { expect, test } from 'vitest';
import { changedTo, FROM_CLIENT, personBody, recordPerson, restrictTo } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const CODE = '010190-900P';
const AINO = { name: { family: 'Esimerkki', given: 'Aino Maria' }, personalIdentityCode: CODE };

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
  expect(told.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
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
