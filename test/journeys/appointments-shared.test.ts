import { describe, expect, test } from 'vitest';
import { actOn, appointmentAt, askToBook, booked, idsOf } from '../support/appointments.ts';
import { logOf, newClient } from '../support/case-notes.ts';
import { text } from '../support/people.ts';
import { testWorld, type Worker } from '../support/world.ts';

const ofClient = (worker: Worker, clientId: string, query = '') =>
  worker.call('GET', `/v1/appointments/clients/${clientId}/appointments${query}`);

describe('an appointment of several clients', () => {
  test('lies in the file of each, moves and ends as one, and names the others to who may know them', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const first = await newClient(world, worker, { name: 'Mallila Aino' });
    const second = await newClient(world, worker, { name: 'Mallila Eino' });
    const appointmentId = await booked(world, worker, first, { otherClientIds: [second] });
    expect(idsOf(await ofClient(worker, second))).toEqual([appointmentId]);
    expect((await worker.call('GET', appointmentAt(first, appointmentId))).json).toMatchObject({
      shared: true,
      otherClients: [{ clientId: second, family: 'Mallila', given: 'Eino' }],
    });
    await actOn(worker, second, appointmentId, 'move', {
      startsAt: '2026-11-27T08:00:00.000Z',
      endsAt: '2026-11-27T09:00:00.000Z',
    });
    for (const clientId of [first, second]) {
      expect((await worker.call('GET', appointmentAt(clientId, appointmentId))).json).toMatchObject({
        startsAt: '2026-11-27T08:00:00.000Z',
        moved: 1,
        version: 2,
      });
    }
    await actOn(worker, first, appointmentId, 'cancel', { cancelledBy: 'client', reason: 'clientIll' });
    expect((await worker.call('GET', appointmentAt(second, appointmentId))).json).toMatchObject({
      state: 'cancelled',
      subject: 'Palvelutarpeen arviointi',
    });
    const lines = (await logOf(world, second)).filter(
      ({ eventName }) => eventName === 'AppointmentCancelled',
    );
    expect(lines).toHaveLength(1);
  });

  test('is booked only by whom something ties to each of them', async () => {
    const world = await testWorld();
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const elsewhere = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
    const told = await elsewhere.call('POST', '/v1/clients', {
      body: {
        baseData: { name: { family: 'Toinen', given: 'Nimi' }, temporaryId: 'TILAP-TOINEN' },
        source: { kind: 'client', channel: 'visit' },
        unitId: world.units.adults,
      },
    });
    const otherClientIds = [text(told, 'clientId')];
    expect(await askToBook(world, worker, clientId, { otherClientIds })).toMatchObject({
      status: 403,
      json: { code: 'access.noTie' },
    });
  });
});
