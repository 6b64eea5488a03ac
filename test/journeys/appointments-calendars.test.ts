import { describe, expect, test } from 'vitest';
import { actOn, askToBook, booked, bookingBody, idsOf } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { counted } from '../support/counted.ts';
import { text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const own = (worker: Worker, query = '') => worker.call('GET', `/v1/appointments/own${query}`);
const ofUnit = (world: World, worker: Worker, what: string, query = '') =>
  worker.call('GET', `/v1/appointments/units/${world.units.families}/${what}${query}`);
const at = (day: string, from: string, to: string) => ({
  startsAt: `${day}T${from}:00.000Z`,
  endsAt: `${day}T${to}:00.000Z`,
});
const codeOf = (told: Told): string => String(told.json['code'] ?? told.status);
const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);

async function room(world: World): Promise<string> {
  const supervisor = await world.worker('supervisor');
  const body = { name: 'Huone 2', kind: 'room', from: '2026-01-01' };
  const told = await supervisor.call('POST', `/v1/appointments/units/${world.units.families}/resources`, {
    body,
  });
  return text(told, 'resourceId');
}

describe('nobody is booked twice', () => {
  test('of many who book the same time of a worker at once, one gets it', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clients = await Promise.all(Array.from({ length: 6 }, () => newClient(world, worker)));
    const told = await Promise.all(clients.map((clientId) => askToBook(world, worker, clientId)));
    expect(told.map(codeOf).toSorted(inOrder)).toEqual([
      '201',
      ...Array.from({ length: 5 }, () => 'appointment.taken'),
    ]);
    expect(idsOf(await own(worker))).toHaveLength(1);
    const refused = told.find(({ status }) => status === 409);
    expect(refused?.json['details']).toEqual({ clientIds: [], workerIds: [worker.userId], resourceIds: [] });
  });

  test('nor a room, nor a client; but times beside each other are booked at once, all of them', async () => {
    const world = await testWorld();
    const [worker, other] = [await world.worker('broadResponsibility'), await world.worker('implementing')];
    const clientId = await newClient(world, worker);
    const second = await newClient(world, worker, { name: 'Toinen Nimi' });
    const roomId = await room(world);
    await booked(world, worker, clientId, { resourceIds: [roomId] });
    const inRoom = {
      workerIds: [other.userId],
      resourceIds: [roomId],
      ...at('2026-11-25', '08:59', '09:30'),
    };
    expect((await askToBook(world, worker, second, inRoom)).json).toMatchObject({
      code: 'appointment.taken',
      details: { resourceIds: [roomId] },
    });
    const ofClient = { workerIds: [other.userId] };
    expect((await askToBook(world, worker, clientId, ofClient)).json).toMatchObject({
      code: 'appointment.taken',
      details: { clientIds: [clientId] },
    });
    const hours = ['09', '10', '11', '12'];
    const beside = await Promise.all(
      hours.map((hour) => askToBook(world, worker, clientId, at('2026-11-25', `${hour}:00`, `${hour}:45`))),
    );
    expect(beside.map(({ status }) => status)).toEqual(hours.map(() => 201));
  });

  test('over midnight of UTC, where the time stands in two days, neither', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const other = await newClient(world, worker, { name: 'Toinen Nimi' });
    const night = { startsAt: '2026-11-25T23:00:00.000Z', endsAt: '2026-11-26T01:00:00.000Z' };
    const appointmentId = await booked(world, worker, clientId, night);
    for (const taken of [at('2026-11-25', '22:30', '23:30'), at('2026-11-26', '00:30', '01:30')]) {
      expect(codeOf(await askToBook(world, worker, other, taken))).toBe('appointment.taken');
    }
    expect(idsOf(await own(worker))).toEqual([appointmentId]);
    expect((await askToBook(world, worker, other, at('2026-11-26', '01:00', '02:00'))).status).toBe(201);
  });

  test('two who move appointments to one time: one gets it, and the other stands where it stood', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const first = await newClient(world, worker);
    const second = await newClient(world, worker, { name: 'Toinen Nimi' });
    const ofFirst = await booked(world, worker, first);
    const ofSecond = await booked(world, worker, second, at('2026-11-25', '09:00', '10:00'));
    const to = at('2026-11-27', '08:00', '09:00');
    const told = await Promise.all([
      actOn(worker, first, ofFirst, 'move', to),
      actOn(worker, second, ofSecond, 'move', to),
    ]);
    expect(told.map(codeOf).toSorted(inOrder)).toEqual(['200', 'appointment.taken']);
    const days = await own(worker, '?from=2026-11-25&days=3');
    expect(idsOf(days)).toHaveLength(2);
    // The time it was moved from is free again.
    const moved = told.findIndex(({ status }) => status === 200);
    const before = moved === 0 ? at('2026-11-25', '08:00', '09:00') : at('2026-11-25', '09:00', '10:00');
    const third = await newClient(world, worker, { name: 'Kolmas Nimi' });
    expect((await askToBook(world, worker, third, before)).status).toBe(201);
  });

  test('a repeated request books once', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const ask = () =>
      worker.call('POST', `/v1/appointments/clients/${clientId}/appointments`, {
        body: bookingBody(world, worker),
        key: 'the-same-key-twice',
      });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first?.json).toEqual(second?.json);
    expect(idsOf(await own(worker))).toHaveLength(1);
  });
});

describe('calendars', () => {
  test('one’s own week is in order, page by page, and costs an item a day however long one has worked', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
    const ids = [];
    for (const day of ['27', '25', '26']) {
      ids.push(await booked(world, worker, clientId, at(`2026-11-${day}`, '08:00', '09:00')));
    }
    const week = await own(worker);
    expect(idsOf(week)).toEqual([ids[1], ids[2], ids[0]]);
    expect(week.json['appointments']).toEqual(
      expect.arrayContaining([expect.objectContaining({ client: { family: 'Mallila', given: 'Aino' } })]),
    );
    expect(week.body).not.toContain('Palvelutarpeen');
    const first = await own(worker, '?limit=2');
    expect(idsOf(first)).toEqual([ids[1], ids[2]]);
    expect(idsOf(await own(worker, `?limit=2&cursor=${text(first, 'next')}`))).toEqual([ids[0]]);
    expect(idsOf(await own(worker, '?from=2026-11-26&days=1'))).toEqual([ids[2]]);
    const counter = counted(world.services, world.controller);
    const { cost } = await counter.costOf(() => own(worker));
    expect(cost.calls).toEqual({ GetItem: 1, Query: 1, BatchGetItem: 3, PutItem: 1 });
    expect(cost.rounds).toBe(4);
  });

  test('a kept one stays in the calendar, a cancelled one leaves it', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const kept = await booked(world, worker, clientId);
    const cancelled = await booked(world, worker, clientId, at('2026-11-25', '12:00', '13:00'));
    await actOn(worker, clientId, cancelled, 'cancel', { cancelledBy: 'unit', reason: 'workerIll' });
    world.clock.advance(24 * 60);
    await actOn(worker, clientId, kept, 'keep');
    expect(idsOf(await own(worker, '?from=2026-11-25'))).toEqual([kept]);
    expect(idsOf(await ofUnit(world, worker, 'appointments', '?from=2026-11-25'))).toEqual([kept]);
  });

  test('the day of a unit shows its appointments to its own workers, and to no others', async () => {
    const world = await testWorld();
    const [worker, colleague] = [
      await world.worker('broadResponsibility'),
      await world.worker('implementing'),
    ];
    const clientId = await newClient(world, worker);
    const first = await booked(world, worker, clientId);
    await booked(world, worker, clientId, {
      unitId: world.units.adults,
      ...at('2026-11-25', '12:00', '13:00'),
    });
    expect(idsOf(await ofUnit(world, colleague, 'appointments', '?from=2026-11-25'))).toEqual([first]);
    expect(idsOf(await ofUnit(world, colleague, 'appointments'))).toEqual([]);
    const stranger = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    expect((await ofUnit(world, stranger, 'appointments')).status).toBe(403);
  });
});

test('a calendar program gets when, how and in which room, and nothing of a client', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
  const roomId = await room(world);
  const appointmentId = await booked(world, worker, clientId, {
    resourceIds: [roomId],
    place: 'Kotikatu 5',
    note: 'Ovikoodi 1234',
  });
  await booked(world, worker, clientId, { way: 'homeVisit', ...at('2026-11-26', '08:00', '09:00') });
  const told = await worker.call('GET', '/v1/appointments/own/calendar?language=sv', { headers: {} });
  expect(told.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const lines = (told.body ?? '').split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      `UID:${appointmentId}@${world.controller}`,
      'DTSTART:20261125T080000Z',
      'DTEND:20261125T090000Z',
      'SUMMARY:Mottagning',
      'LOCATION:Huone 2',
      'SUMMARY:Hembesök',
    ]),
  );
  expect(told.body).not.toMatch(/Mallila|Aino|Kotikatu|Ovikoodi|Palvelutarpeen/);
  expect(told.body).not.toContain(clientId);
  expect(
    (await worker.call('GET', '/v1/appointments/own/calendar', { headers: { authorization: '' } })).status,
  ).toBe(401);
});
