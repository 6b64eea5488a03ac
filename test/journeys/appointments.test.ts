import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { actOn, appointmentAt, askToBook, booked, idsOf } from '../support/appointments.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { factsOf } from '../support/facts.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const ofClient = (worker: Worker, clientId: string, query = '') =>
  worker.call('GET', `/v1/appointments/clients/${clientId}/appointments${query}`);

const addRoom = async (world: World, more: Record<string, unknown> = {}): Promise<string> => {
  const supervisor = await world.worker('supervisor');
  const told = await supervisor.call('POST', `/v1/appointments/units/${world.units.families}/resources`, {
    body: { name: 'Huone 2', kind: 'room', address: 'Keksitty katu 1', from: '2026-01-01', ...more },
  });
  return text(told, 'resourceId');
};

describe('an appointment is booked', () => {
  test('with its time, place, workers and subject, and stands in the file of the client [U-5.9]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const caseId = await openedCase(world, worker, clientId);
    const room = await addRoom(world);
    const told = await askToBook(world, worker, clientId, { caseId, resourceIds: [room] });
    expect(told).toMatchObject({ status: 201, json: { version: 1, findings: [] } });
    const appointmentId = text(told, 'appointmentId');
    const stands = {
      appointmentId,
      startsAt: '2026-11-25T08:00:00.000Z',
      endsAt: '2026-11-25T09:00:00.000Z',
      workerIds: [worker.userId],
      resourceIds: [room],
      subject: 'Palvelutarpeen arviointi',
      state: 'booked',
      caseId,
      shared: false,
    };
    expect((await ofClient(worker, clientId)).json['appointments']).toEqual([
      expect.objectContaining(stands),
    ]);
    expect((await worker.call('GET', appointmentAt(clientId, appointmentId))).json).toMatchObject({
      ...stands,
      clientId,
      otherClients: [],
    });
    expect(await factsOf(world, '2026-11')).toContainEqual({
      kind: 'appointmentBooked',
      on: '2026-11-24',
      unitId: world.units.families,
      serviceTasks: ['families'],
      code: 'visit',
    });
    expect((await logOf(world, clientId)).map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['AppointmentBooked', 'AppointmentsListed', 'AppointmentRead']),
    );
  });

  test('as an occasion to look at the own data on the spot, with place and time [J-9.6]', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    await booked(world, worker, clientId, { purpose: 'recordInspection', place: 'Kunnantalo, huone 3' });
    expect((await ofClient(worker, clientId)).json['appointments']).toEqual([
      expect.objectContaining({ purpose: 'recordInspection', place: 'Kunnantalo, huone 3' }),
    ]);
  });

  test('only in the units for which the controller has chosen booking [U-4.20, K-5.5]', async () => {
    for (const [letter, named] of [
      ['U', 'Perhekeskus'],
      ['K', 'Mielenterveys- ja päihdepalvelut'],
    ] as const) {
      const world = await worldOf(PROFILES[letter]);
      const unit = (unitId: typeof world.units.families, fi: string) => ({
        unitId,
        name: { fi },
        serviceTasks: [],
        from: LocalDate.parse('2026-01-01'),
      });
      await setUpUnits(
        world.services,
        world.controller,
        [unit(world.units.families, named), unit(world.units.adults, 'Aikuissosiaalityö')],
        'test',
      );
      const worker = await world.worker('broadResponsibility');
      const clientId = await newClient(world, worker);
      expect((await askToBook(world, worker, clientId)).status).toBe(201);
      const elsewhere = {
        unitId: world.units.adults,
        startsAt: '2026-11-26T08:00:00.000Z',
        endsAt: '2026-11-26T09:00:00.000Z',
      };
      expect(await askToBook(world, worker, clientId, elsewhere)).toMatchObject({
        status: 409,
        json: { code: 'appointment.bookingOff' },
      });
    }
    const off = await worldOf(PROFILES.J);
    const worker = await off.worker('broadResponsibility');
    const clientId = await newClient(off, worker);
    expect((await askToBook(off, worker, clientId)).json).toMatchObject({ code: 'appointment.bookingOff' });
  });

  test('in the future, in order, and of a length; a holiday, a weekend and a night are asked about', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const at = (startsAt: string, endsAt: string) => askToBook(world, worker, clientId, { startsAt, endsAt });
    for (const [from, to, rule] of [
      ['2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z', 'appointment.isComing'],
      ['2026-11-25T09:00:00.000Z', '2026-11-25T08:00:00.000Z', 'appointment.length'],
      ['2026-11-25T08:00:00.000Z', '2026-11-26T08:00:00.001Z', 'appointment.length'],
    ] as const) {
      expect((await at(from, to)).json).toMatchObject({
        status: 422,
        code: 'appointment.notValid',
        findings: [{ rule }],
      });
    }
    // Independence Day is a Sunday in 2026; a Saturday; and from 23:30 to 00:30 in Finland.
    for (const [from, to, rule] of [
      ['2026-12-06T08:00:00.000Z', '2026-12-06T09:00:00.000Z', 'appointment.onHoliday'],
      ['2026-11-28T08:00:00.000Z', '2026-11-28T09:00:00.000Z', 'appointment.onWeekend'],
      ['2026-11-30T21:30:00.000Z', '2026-11-30T22:30:00.000Z', 'appointment.overMidnight'],
    ] as const) {
      expect((await at(from, to)).json).toMatchObject({ findings: [rule] });
    }
  });

  test('of workers who do client work here, and rooms that the unit has on that day', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const mainUser = await world.worker('mainUser');
    expect((await askToBook(world, worker, clientId, { workerIds: [mainUser.userId] })).json).toMatchObject({
      code: 'appointment.workerCannot',
      details: { userIds: [mainUser.userId] },
    });
    const closed = await addRoom(world, { to: '2026-11-24' });
    expect((await askToBook(world, worker, clientId, { resourceIds: [closed] })).json).toMatchObject({
      code: 'appointment.noResource',
      details: { resourceIds: [closed] },
    });
    const many = await Promise.all(Array.from({ length: 6 }, () => world.worker('implementing')));
    const workerIds = many.map(({ userId }) => userId);
    expect((await askToBook(world, worker, clientId, { workerIds })).json).toMatchObject({
      code: 'appointment.notValid',
      findings: [{ rule: 'appointment.tooMany' }],
    });
  });
});

describe('an appointment ends', () => {
  test('cancelled with its reason, the words of which are sealed; its time is free again', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const appointmentId = await booked(world, worker, clientId);
    const why = { cancelledBy: 'client', reason: 'clientPrevented', words: 'Työvuoro vaihtui.' };
    expect(await actOn(worker, clientId, appointmentId, 'cancel', why)).toMatchObject({
      status: 200,
      json: { version: 2 },
    });
    expect(idsOf(await ofClient(worker, clientId))).toEqual([]);
    expect((await ofClient(worker, clientId, '?which=over')).json['appointments']).toEqual([
      expect.objectContaining({
        state: 'cancelled',
        cancelledBy: 'client',
        cancelReason: 'clientPrevented',
        endWords: 'Työvuoro vaihtui.',
      }),
    ]);
    expect((await askToBook(world, worker, clientId)).status).toBe(201);
    expect((await actOn(worker, clientId, appointmentId, 'cancel', why)).json).toMatchObject({
      code: 'appointment.ended',
    });
    expect(await factsOf(world, '2026-11')).toContainEqual(
      expect.objectContaining({ kind: 'appointmentCancelled', code: 'clientPrevented' }),
    );
  });

  test('kept or missed once it has begun, and then no more moved or cancelled', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const kept = await booked(world, worker, clientId);
    world.clock.advance(1);
    const missed = await booked(world, worker, clientId, {
      startsAt: '2026-11-25T09:00:00.000Z',
      endsAt: '2026-11-25T10:00:00.000Z',
    });
    expect((await actOn(worker, clientId, kept, 'keep')).json).toMatchObject({ code: 'appointment.notYet' });
    world.clock.advance(24 * 60);
    expect((await actOn(worker, clientId, kept, 'keep')).status).toBe(200);
    expect((await actOn(worker, clientId, missed, 'miss', { words: 'Ei tullut.' })).status).toBe(200);
    const over = await ofClient(worker, clientId, '?which=over');
    expect(over.json['appointments']).toEqual([
      expect.objectContaining({ appointmentId: missed, state: 'missed', endWords: 'Ei tullut.' }),
      expect.objectContaining({ appointmentId: kept, state: 'kept' }),
    ]);
    const later = { startsAt: '2026-11-27T08:00:00.000Z', endsAt: '2026-11-27T09:00:00.000Z' };
    expect((await actOn(worker, clientId, kept, 'move', later)).json).toMatchObject({
      code: 'appointment.ended',
    });
    expect((await factsOf(world, '2026-11')).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['appointmentKept', 'appointmentMissed']),
    );
  });
});
