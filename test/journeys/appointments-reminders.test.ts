import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { handMessages } from '../../functions/appointments/hand-messages.ts';
import { hoursToLook } from '../../shared/domain/appointments/messages.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { Envelope } from '../../shared/events/envelope.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { actOn, booked } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
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

describe('the run of the hour', () => {
  const LEAD = { ...defaultSettings.booking, reminder: { channel: 'email', hoursBefore: 24 } } as const;
  const run = (world: World) => handMessages(world.services, [world.controller]);

  async function setting() {
    const world = await worldOf({ ...defaultSettings, booking: LEAD });
    const worker = await world.worker('broadResponsibility');
    return { world, worker, clientId: await newClient(world, worker, { name: 'Mallila Aino' }) };
  }
  const outgoing = async (world: World) =>
    z
      .array(z.object({ envelope: Envelope }))
      .parse(
        (await dumpOf(world.services, 'records')).filter(
          (item) => z.looseObject({ entity: z.string() }).parse(item).entity === 'outbox',
        ),
      )
      .map(({ envelope }) => envelope)
      .filter(({ type }) => type === 'MessageDue');

  test('hands each message that is due on once, by an event of ids; what was moved or cancelled is not handed on', async () => {
    const { world, worker, clientId } = await setting();
    const [stays, moves, goes] = [
      await booked(world, worker, clientId, at('2026-11-25', '12:00', '13:00')),
      await booked(world, worker, clientId, at('2026-11-25', '14:00', '15:00')),
      await booked(world, worker, clientId, at('2026-11-25', '16:00', '17:00')),
    ];
    await actOn(worker, clientId, moves, 'move', at('2026-11-27', '08:00', '09:00'));
    await actOn(worker, clientId, goes, 'cancel', { cancelledBy: 'client', reason: 'clientIll' });
    // It is ten o'clock of UTC on the 24th: the first is due at noon.
    expect(await run(world)).toEqual({ handed: 0, failed: 0 });
    world.clock.advance(7 * 60);
    expect(await run(world)).toEqual({ handed: 1, failed: 0 });
    expect(await run(world)).toEqual({ handed: 0, failed: 0 });
    world.clock.advance(40 * 60);
    expect(await run(world)).toEqual({ handed: 1, failed: 0 });
    world.clock.advance(48 * 60);
    expect(await run(world)).toEqual({ handed: 0, failed: 0 });

    const events = await outgoing(world);
    expect(events).toMatchObject([
      {
        appointmentId: stays,
        clientId,
        about: 'coming',
        channel: 'email',
        dueAt: '2026-11-24T12:00:00.000Z',
      },
      { appointmentId: moves, clientId, about: 'coming', dueAt: '2026-11-26T08:00:00.000Z' },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/Mallila|Palvelutarpeen/);
    const handed = await ofUnit(world, worker, 'reminders', '?from=2026-11-24');
    expect(handed.json).toMatchObject({ reminders: [{ appointmentId: stays, state: 'handed', version: 2 }] });
    const lines = (await linesOf(world.services)).filter(({ eventName }) => eventName === 'MessagesHanded');
    expect(lines.filter(({ clients }) => clients.includes(clientId))).toHaveLength(2);
  });

  test('reminds nobody of what is over, tells of what the unit has cancelled, and tries what failed again', async () => {
    const { world, worker, clientId } = await setting();
    await booked(world, worker, clientId, at('2026-11-25', '12:00', '13:00'));
    const cancelled = await booked(world, worker, clientId, at('2026-11-29', '12:00', '13:00'));
    await actOn(worker, clientId, cancelled, 'cancel', { cancelledBy: 'unit', reason: 'workerIll' });
    const client = world.services.tables.clientOf(world.controller);
    let isBroken = true;
    client.middlewareStack.add((next) => (args) => {
      if (isBroken && JSON.stringify(args.input).includes('MessageDue')) throw new Error('no answer');
      return next(args);
    });
    expect(await run(world)).toEqual({ handed: 0, failed: 1 });
    isBroken = false;
    world.clock.advance(3 * 24 * 60);
    expect(await run(world)).toEqual({ handed: 1, failed: 0 });
    expect(await outgoing(world)).toMatchObject([{ appointmentId: cancelled, about: 'cancelled' }]);
  });

  test('looks through the hours since the last one and the hour before it, a week back at most', () => {
    const now = Instant.parse('2026-11-24T08:30:00.000Z');
    expect(hoursToLook(Instant.parse('2026-11-24T06:59:00.000Z'), now)).toEqual([
      '2026-11-24T05',
      '2026-11-24T06',
      '2026-11-24T07',
      '2026-11-24T08',
    ]);
    expect(hoursToLook(undefined, now)).toHaveLength(7 * 24 + 1);
    expect(hoursToLook(Instant.parse('2026-01-01T00:00:00.000Z'), now)[0]).toBe('2026-11-17T08');
  });
});
