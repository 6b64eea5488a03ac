import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { actOn, askToBook, booked } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { text } from '../support/people.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

const ofUnit = (world: World, worker: Worker, what: string, query = '') =>
  worker.call('GET', `/v1/appointments/units/${world.units.families}/${what}${query}`);
const at = (day: string, from: string, to: string) => ({
  startsAt: `${day}T${from}:00.000Z`,
  endsAt: `${day}T${to}:00.000Z`,
});

async function room(world: World): Promise<string> {
  const supervisor = await world.worker('supervisor');
  const body = { name: 'Huone 2', kind: 'room', from: '2026-01-01' };
  const told = await supervisor.call('POST', `/v1/appointments/units/${world.units.families}/resources`, {
    body,
  });
  return text(told, 'resourceId');
}

const Free = z.object({ free: z.array(z.looseObject({ startsAt: z.string() })) });
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

describe('hours of others and of rooms', () => {
  const MORNING = { dates: ['2026-11-25'], from: '09:00', to: '11:00', slotMinutes: 60 };
  const publish = (world: World, by: Worker, more: Record<string, unknown>) =>
    by.call('POST', `/v1/appointments/units/${world.units.families}/hours`, {
      body: { ...MORNING, ...more },
    });
  const Hours = z.object({
    hours: z.array(z.looseObject({ hoursId: z.string(), version: z.int(), workerId: z.string().optional() })),
  });

  test('are published, listed and taken away by the supervisor and the office of the unit, and lie among the worker’s own', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const office = await world.worker('administrative');
    expect((await publish(world, office, { workerId: worker.userId })).status).toBe(201);
    // The time is taken, whoever published it.
    const again = await worker.call('POST', '/v1/appointments/own/hours', {
      body: { unitId: world.units.families, ...MORNING },
    });
    expect(again.json).toMatchObject({ code: 'appointment.hoursOverlap' });
    const own = Hours.parse((await worker.call('GET', '/v1/appointments/own/hours')).json).hours;
    const listed = Hours.parse((await ofUnit(world, supervisor, 'hours', '?from=2026-11-25')).json).hours;
    expect(listed.map(({ hoursId, workerId }) => [hoursId, workerId])).toEqual([
      [own[0]?.hoursId, worker.userId],
    ]);
    expect(startsOf(await ofUnit(world, worker, 'free', '?from=2026-11-25'))).toHaveLength(2);
    const published = `/v1/appointments/units/${world.units.families}/hours/${worker.userId}/${own[0]?.hoursId}/withdraw`;
    expect((await supervisor.call('POST', published, { version: 1 })).status).toBe(200);
    expect(startsOf(await ofUnit(world, worker, 'free', '?from=2026-11-25'))).toEqual([]);
  });

  test('of a room are free until the room is booked, by a worker who is named then', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const roomId = await room(world);
    expect((await publish(world, supervisor, { resourceIds: [roomId] })).status).toBe(201);
    const free = await ofUnit(world, worker, 'free', '?from=2026-11-25');
    expect(free.json).toMatchObject({ free: [{ resourceIds: [roomId] }, { resourceIds: [roomId] }] });
    expect(JSON.stringify(free.json)).not.toContain('workerId');
    await booked(world, worker, await newClient(world, worker), {
      resourceIds: [roomId],
      ...at('2026-11-25', '07:00', '08:00'),
    });
    expect(startsOf(await ofUnit(world, worker, 'free', '?from=2026-11-25'))).toEqual([
      '2026-11-25T08:00:00.000Z',
    ]);
  });

  test('are nobody’s but the unit’s: a worker of another unit, hours of nobody and hours by a worker are refused', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const supervisor = await world.worker('supervisor');
    const elsewhere = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    expect((await publish(world, supervisor, { workerId: elsewhere.userId })).json).toMatchObject({
      code: 'appointment.workerCannot',
      details: { userIds: [elsewhere.userId] },
    });
    expect((await publish(world, supervisor, {})).status).toBe(400);
    expect((await publish(world, worker, { workerId: worker.userId })).status).toBe(403);
    const other = await world.worker('supervisor', { unitIds: [world.units.adults] });
    expect((await publish(world, other, { workerId: worker.userId })).status).toBe(403);
  });
});
