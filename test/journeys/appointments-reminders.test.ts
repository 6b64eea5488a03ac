import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { actOn, booked } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { dumpOf } from '../support/dump.ts';
import { type Worker, type World } from '../support/world.ts';

const ofUnit = (world: World, worker: Worker, what: string, query = '') =>
  worker.call('GET', `/v1/appointments/units/${world.units.families}/${what}${query}`);
const at = (day: string, from: string, to: string) => ({
  startsAt: `${day}T${from}:00.000Z`,
  endsAt: `${day}T${to}:00.000Z`,
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
