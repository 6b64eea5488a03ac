import { describe, expect, test } from 'vitest';
import { actOn, appointmentAt, booked, idsOf } from '../support/appointments.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { restrictTo } from '../support/people.ts';
import { testWorld, type Worker } from '../support/world.ts';

const ofClient = (worker: Worker, clientId: string, query = '') =>
  worker.call('GET', `/v1/appointments/clients/${clientId}/appointments${query}`);

describe('an appointment ties its workers to the client', () => {
  test('from some days before to some days after, and no longer when it is cancelled or given to another', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const expert = await world.worker('implementing', { unitIds: [world.units.adults] });
    const opens = async (by: Worker) => (await by.call('GET', `/v1/clients/${clientId}`)).status;
    const days = (from: number) => ({
      startsAt: `2026-12-${from}T08:00:00.000Z`,
      endsAt: `2026-12-${from}T09:00:00.000Z`,
      workerIds: [expert.userId],
    });
    await booked(world, worker, clientId, days(10));
    expect(await opens(expert)).toBe(403);
    const day = 24 * 60;
    world.clock.advance(13 * day);
    expect(await opens(expert)).toBe(200);
    const [line] = (await logOf(world, clientId)).filter(
      ({ userIdentity, eventName }) =>
        userIdentity.userId === expert.userId && eventName === 'ClientFileOpened',
    );
    expect(line).toMatchObject({ basis: { kind: 'appointment' } });
    world.clock.advance(11 * day);
    expect(await opens(expert)).toBe(403);

    const second = await booked(world, worker, clientId, days(20));
    expect(await opens(expert)).toBe(200);
    const successor = await world.worker('implementing', { unitIds: [world.units.adults] });
    const { workerIds: _own, ...time } = days(20);
    await actOn(worker, clientId, second, 'move', { ...time, workerIds: [successor.userId] });
    expect([await opens(expert), await opens(successor)]).toEqual([403, 200]);
    await actOn(worker, clientId, second, 'cancel', { cancelledBy: 'unit', reason: 'notNeeded' });
    expect(await opens(successor)).toBe(403);
  });

  test('but not to a restricted file of which the worker is no reader', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const expert = await world.worker('implementing', { unitIds: [world.units.adults] });
    await booked(world, worker, clientId, { workerIds: [expert.userId] });
    await restrictTo(world, clientId, [worker.userId]);
    expect((await expert.call('GET', `/v1/clients/${clientId}`)).status).toBe(404);
    expect(idsOf(await expert.call('GET', '/v1/appointments/own'))).toEqual([]);
  });
});

test('that a client comes to a shelter is known to those who may use its entries, and to who meets the client', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const clientId = await newClient(world, worker);
  const sheltering = await world.worker('implementing', { services: ['shelter'] });
  const colleague = await world.worker('implementing', { services: ['familyWork'] });
  const appointmentId = await booked(world, worker, clientId, {
    workerIds: [sheltering.userId],
    socialServices: ['shelter'],
    phase: 'implementing',
  });
  expect(idsOf(await ofClient(sheltering, clientId))).toEqual([appointmentId]);
  expect(idsOf(await ofClient(colleague, clientId))).toEqual([]);
  expect((await colleague.call('GET', appointmentAt(clientId, appointmentId))).status).toBe(404);
});
