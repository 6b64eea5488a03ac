import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { act, askToOpen, caseAt, caseBody, openedCase } from '../support/cases.ts';
import { factsOf } from '../support/facts.ts';
import { changedTo } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

describe('a case is opened', () => {
  test('with its service task, way of opening, initiator and time, and stands in the opened file', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const told = await askToOpen(world, worker, clientId, { responsibleWorkerId: worker.userId });
    expect(told).toMatchObject({ status: 201, json: { version: 1, findings: [] } });
    const caseId = String(told.json['caseId']);
    expect(told.headers['location']).toBe(caseAt(clientId, caseId));
    const opened = {
      caseId,
      state: 'open',
      serviceTasks: ['families'],
      wayOfOpening: 'contact',
      initiator: 'client',
      openedAt: '2026-11-24T08:00:00.000Z',
      unitId: world.units.families,
      responsibleWorkerId: worker.userId,
      shared: false,
      name: 'Perheen tuen tarve',
      description: 'Isä jaksaa huonosti; tarvitaan kotipalvelua.',
    };
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).json['cases']).toEqual([
      expect.objectContaining(opened),
    ]);
    expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
      ...opened,
      clientId,
      otherClients: [],
    });
    expect(await factsOf(world, '2026-11')).toContainEqual({
      kind: 'caseOpened',
      on: '2026-11-24',
      unitId: world.units.families,
      serviceTasks: ['families'],
      code: 'contact',
    });
    expect((await logOf(world, clientId)).map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['CaseOpened', 'CaseRead']),
    );
  });

  test('for a person in intake too, and not once the relationship has ended', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility', { duties: ['onCall'] });
    const taken = await newClient(world, worker, { related: false });
    expect((await askToOpen(world, worker, taken)).status).toBe(201);
    const left = await newClient(world, worker, { name: 'Toinen Nimi' });
    await changedTo(worker, left, '/relationship/end', { endedOn: '2026-11-24', ground: 'needEnded' });
    expect(await askToOpen(world, worker, left)).toMatchObject({
      status: 409,
      json: { code: 'case.noRelationship' },
    });
  });

  test('no later than now; an opening older than the client is asked about, and so is one without a need', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const coming = { openedAt: '2026-11-24T10:00:00.001Z', serviceTasks: ['families', 'families'] };
    expect((await askToOpen(world, worker, clientId, coming)).json).toMatchObject({
      status: 422,
      code: 'case.notValid',
      findings: [
        { rule: 'case.taskTwice', severity: 'error', source: '703/2023 § 37' },
        { rule: 'case.openedAlready', severity: 'error', source: '703/2023 § 41' },
      ],
    });
    const old = { openedAt: '2026-11-19T21:59:00.000Z', description: undefined };
    expect((await askToOpen(world, worker, clientId, old)).json).toMatchObject({
      findings: ['case.openedBeforeClient', 'case.needRecorded'],
    });
    // 00:00 in Finland of the day the relationship began.
    const first = { openedAt: '2026-11-19T22:00:00.000Z' };
    expect((await askToOpen(world, worker, clientId, first)).json).toMatchObject({ findings: [] });
  });

  test('once, however often the request is repeated', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const body = caseBody(world);
    const again = () =>
      worker.call('POST', `/v1/cases/clients/${clientId}/cases`, { body, key: 'the-same-key-twice' });
    const first = await again();
    expect((await again()).json).toEqual(first.json);
    expect((await worker.call('GET', `/v1/clients/${clientId}`)).json['cases']).toHaveLength(1);
  });

  test('and given only to workers of the controller who do client work today', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const ended = { range: { from: LocalDate.parse('2026-01-01'), to: LocalDate.parse('2026-11-23') } };
    const gone = await world.worker('arranging', ended);
    const mainUser = await world.worker('mainUser');
    const elsewhere = await world.worker('arranging', { controller: world.otherController });
    for (const { userId } of [gone, mainUser, elsewhere]) {
      expect((await askToOpen(world, worker, clientId, { responsibleWorkerId: userId })).json).toMatchObject({
        code: 'case.workerCannot',
        details: { userIds: [userId] },
      });
    }
    const provider = await world.worker('privateImplementing');
    const named = { responsibleWorkerId: provider.userId };
    expect((await askToOpen(world, worker, clientId, named)).status).toBe(409);
    expect((await askToOpen(world, worker, clientId, { workerIds: [provider.userId] })).status).toBe(201);
  });
});

test('the workers of a case are tied to the client, and no longer when it is given to others', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const successor = await world.worker('arranging', { unitIds: [world.units.adults] });
  const beside = await world.worker('implementing', { unitIds: [world.units.adults] });
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId, { responsibleWorkerId: worker.userId });
  expect((await successor.call('GET', `/v1/clients/${clientId}`)).status).toBe(403);
  const to = { responsibleWorkerId: successor.userId, workerIds: [beside.userId, successor.userId] };
  expect(await act(worker, clientId, caseId, 'assign', to)).toMatchObject({
    status: 200,
    json: { version: 2 },
  });
  for (const by of [successor, beside]) {
    expect((await by.call('GET', `/v1/clients/${clientId}`)).status).toBe(200);
  }
  const read = await successor.call('GET', caseAt(clientId, caseId));
  expect(read.json).toMatchObject({
    responsibleWorkerId: successor.userId,
    workerIds: [beside.userId],
  });
  await act(worker, clientId, caseId, 'assign', { workerIds: [] });
  expect((await beside.call('GET', `/v1/clients/${clientId}`)).status).toBe(403);
});

test('a case changes its name, description and tasks from the version that was read; another gets 412', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const caseId = await openedCase(world, worker, clientId);
  const to = { name: 'Lastensuojelun tarve', serviceTasks: ['families', 'childWelfare'] };
  expect((await act(worker, clientId, caseId, '', to)).json).toMatchObject({ version: 2 });
  expect((await worker.call('GET', caseAt(clientId, caseId))).json).toMatchObject({
    ...to,
    description: 'Isä jaksaa huonosti; tarvitaan kotipalvelua.',
  });
  const stale = await worker.call('PATCH', caseAt(clientId, caseId), { body: { name: 'Muu' }, version: 1 });
  expect(stale).toMatchObject({ status: 412, json: { details: { version: 2 } } });
});

test('a case of another client, or none at all, is not found', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const other = await newClient(world, worker, { name: 'Toinen Nimi' });
  const caseId = await openedCase(world, worker, other);
  expect((await worker.call('GET', caseAt(clientId, caseId))).status).toBe(404);
});
