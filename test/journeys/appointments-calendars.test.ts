import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { actOn, askToBook, booked, bookingBody, idsOf } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { counted } from '../support/counted.ts';
import { dumpOf } from '../support/dump.ts';
import { text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const own = (worker: Worker, query = '') => worker.call('GET', `/v1/appointments/own${query}`);
const ofUnit = (world: World, worker: Worker, what: string, query = '') =>
  worker.call('GET', `/v1/appointments/units/${world.units.families}/${what}${query}`);
const at = (day: string, from: string, to: string) => ({
  startsAt: `${day}T${from}:00.000Z`,
  endsAt: `${day}T${to}:00.000Z`,
});
const codeOf = (told: Told): unknown => told.json['code'] ?? told.status;

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
    expect(told.map(codeOf).toSorted()).toEqual([
      201,
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
    expect(told.map(codeOf).toSorted()).toEqual([200, 'appointment.taken']);
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

const Free = z.object({ free: z.array(z.looseObject({ startsAt: z.string(), workerId: z.string() })) });
const startsOf = (told: Told): string[] => Free.parse(told.json).free.map(({ startsAt }) => startsAt);

describe('free times', () => {
  const publish = (world: World, worker: Worker, more: Record<string, unknown> = {}) =>
    worker.call('POST', '/v1/appointments/own/hours', {
      body: {
        unitId: world.units.families,
        dates: ['2026-11-25'],
        from: '09:00',
        to: '12:00',
        slotMinutes: 60,
        ...more,
      },
    });

  test('are the slots of published hours that neither the worker nor the room is booked in', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const roomId = await room(world);
    expect((await publish(world, worker, { resourceIds: [roomId] })).status).toBe(201);
    const free = async () => startsOf(await ofUnit(world, worker, 'free', '?from=2026-11-25'));
    // From nine to twelve in Finland.
    const hours = ['07', '08', '09'].map((hour) => `2026-11-25T${hour}:00:00.000Z`);
    expect(await free()).toEqual(hours);
    const appointmentId = await booked(world, worker, clientId);
    expect(await free()).toEqual([hours[0], hours[2]]);
    const other = await world.worker('implementing');
    await booked(world, worker, await newClient(world, worker, { name: 'Toinen Nimi' }), {
      workerIds: [other.userId],
      resourceIds: [roomId],
      ...at('2026-11-25', '09:30', '10:30'),
    });
    expect(await free()).toEqual([hours[0]]);
    await actOn(worker, clientId, appointmentId, 'cancel', { cancelledBy: 'client', reason: 'notNeeded' });
    expect(await free()).toEqual([hours[0], hours[1]]);
    world.clock.advance(21 * 60 + 30);
    expect(await free()).toEqual([hours[1]]);
  });

  test('are withdrawn with the hours; a booking outside of published hours is asked about', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await publish(world, worker);
    expect((await publish(world, worker, { from: '11:00', to: '13:00' })).json).toMatchObject({
      code: 'appointment.hoursOverlap',
    });
    expect((await askToBook(world, worker, clientId, at('2026-11-25', '10:00', '11:00'))).json).toMatchObject(
      {
        findings: ['appointment.outsideHours'],
      },
    );
    const listed = z
      .object({ hours: z.array(z.object({ hoursId: z.string(), version: z.int() })) })
      .parse((await worker.call('GET', '/v1/appointments/own/hours')).json);
    const [hours] = listed.hours;
    const told = await worker.call('POST', `/v1/appointments/own/hours/${hours?.hoursId}/withdraw`, {
      version: 1,
    });
    expect(told.status).toBe(200);
    expect(startsOf(await ofUnit(world, worker, 'free'))).toEqual([]);
  });

  test('follow the clock of Finland on the nights when it changes', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const free = async (from: string) =>
      startsOf(await ofUnit(world, worker, 'free', `?from=${from}&days=1`));
    // 28 March 2027: 03:00 becomes 04:00. 31 October: 04:00 becomes 03:00.
    expect(
      (await publish(world, worker, { dates: ['2027-03-28'], from: '03:30', to: '05:00' })).json,
    ).toMatchObject({
      code: 'appointment.notValid',
      findings: [{ rule: 'appointment.timeSkipped' }],
    });
    await publish(world, worker, { dates: ['2027-03-28'], from: '02:00', to: '05:00' });
    expect(await free('2027-03-28')).toEqual(['2027-03-28T00:00:00.000Z', '2027-03-28T01:00:00.000Z']);
    await publish(world, worker, { dates: ['2027-10-31'], from: '02:00', to: '05:00' });
    expect(await free('2027-10-31')).toHaveLength(4);
  });
});

describe('a client is reminded', () => {
  const LEAD = { ...defaultSettings.booking, reminder: { channel: 'letter', hoursBefore: 48 } } as const;

  test('by a message that waits for its moment, moves with the appointment and goes with it', async () => {
    const world = await worldOf({ ...defaultSettings, booking: LEAD });
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker, { name: 'Mallila Aino' });
    const appointmentId = await booked(world, worker, clientId, at('2026-12-10', '08:00', '09:00'));
    const due = async (day: string) =>
      (await ofUnit(world, worker, 'reminders', `?from=${day}`)).json['reminders'];
    expect(await due('2026-12-08')).toEqual([
      expect.objectContaining({
        appointmentId,
        clientId,
        channel: 'letter',
        dueAt: '2026-12-08T08:00:00.000Z',
        state: 'waiting',
      }),
    ]);
    const stored = (await dumpOf(world.services, 'records')).filter(
      (item) => z.looseObject({ entity: z.string() }).parse(item).entity === 'reminderMessage',
    );
    expect(JSON.stringify(stored)).not.toMatch(/Mallila|Palvelutarpeen/);
    await actOn(worker, clientId, appointmentId, 'move', at('2026-12-11', '08:00', '09:00'));
    expect([await due('2026-12-08'), await due('2026-12-09')]).toEqual([
      [],
      [expect.objectContaining({ dueAt: '2026-12-09T08:00:00.000Z' })],
    ]);
    await actOn(worker, clientId, appointmentId, 'cancel', { cancelledBy: 'client', reason: 'clientIll' });
    expect(await due('2026-12-09')).toEqual([]);
  });

  test('once: what was sent is marked, and stays when the appointment is cancelled', async () => {
    const world = await worldOf({ ...defaultSettings, booking: LEAD });
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const appointmentId = await booked(world, worker, clientId, at('2026-12-10', '08:00', '09:00'));
    const listed = async () =>
      z
        .object({ reminders: z.array(z.looseObject({ messageId: z.string(), state: z.string() })) })
        .parse((await ofUnit(world, worker, 'reminders', '?from=2026-12-08')).json).reminders;
    const [message] = await listed();
    const sent = `/v1/appointments/clients/${clientId}/reminders/${message?.messageId}/sent`;
    const body = { dueAt: '2026-12-08T08:00:00.000Z' };
    expect((await worker.call('POST', sent, { body, version: 1 })).status).toBe(200);
    expect((await worker.call('POST', sent, { body, version: 1 })).status).toBe(412);
    await actOn(worker, clientId, appointmentId, 'cancel', { cancelledBy: 'client', reason: 'clientIll' });
    expect(await listed()).toEqual([expect.objectContaining({ state: 'sent' })]);
  });

  test('not when the client does not want it, nor when the moment is past, nor where the controller reminds nobody', async () => {
    const asked = async (booking: typeof defaultSettings.booking, more: Record<string, unknown>) => {
      const world = await worldOf({ ...defaultSettings, booking });
      const worker = await world.worker('broadResponsibility');
      await booked(world, worker, await newClient(world, worker), {
        ...at('2026-12-10', '08:00', '09:00'),
        ...more,
      });
      return (await ofUnit(world, worker, 'reminders', '?from=2026-11-24&days=31')).json['reminders'];
    };
    expect(await asked(LEAD, {})).toHaveLength(1);
    expect(await asked(LEAD, { remind: false })).toEqual([]);
    expect(await asked(LEAD, at('2026-11-26', '08:00', '09:00'))).toEqual([]);
    expect(await asked({ ...LEAD, reminder: null }, {})).toEqual([]);
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
