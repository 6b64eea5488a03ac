import * as z from 'zod';
import { AppointmentId, type ClientId } from '../../shared/kernel/id.ts';
import type { Told, Worker, World } from './world.ts';

/** Appointments as workers book and handle them over the API. The clock of a new world stands at Tuesday noon. */

/** What a worker sends to book a time of their own, tomorrow from ten to eleven in Finland. */
export const bookingBody = (world: World, worker: Worker, more: Record<string, unknown> = {}) => ({
  unitId: world.units.families,
  startsAt: '2026-11-25T08:00:00.000Z',
  endsAt: '2026-11-25T09:00:00.000Z',
  workerIds: [worker.userId],
  way: 'visit',
  serviceTasks: ['families'],
  subject: 'Palvelutarpeen arviointi',
  ...more,
});

export const askToBook = (
  world: World,
  worker: Worker,
  clientId: ClientId,
  more: Record<string, unknown> = {},
): Promise<Told> =>
  worker.call('POST', `/v1/appointments/clients/${clientId}/appointments`, {
    body: bookingBody(world, worker, more),
  });

/** An appointment booked by this worker. @returns its id. */
export async function booked(
  world: World,
  worker: Worker,
  clientId: ClientId,
  more: Record<string, unknown> = {},
): Promise<AppointmentId> {
  const told = await askToBook(world, worker, clientId, more);
  if (told.status !== 201) throw new Error(`not booked: ${told.body ?? ''}`);
  return AppointmentId.parse(told.json['appointmentId']);
}

export const appointmentAt = (clientId: ClientId, appointmentId: string): string =>
  `/v1/appointments/clients/${clientId}/appointments/${appointmentId}`;

/** An act on an appointment from the version that stands now. */
export async function actOn(
  worker: Worker,
  clientId: ClientId,
  appointmentId: AppointmentId,
  what: string,
  body: unknown = {},
): Promise<Told> {
  const at = appointmentAt(clientId, appointmentId);
  const { version } = z.object({ version: z.int() }).parse((await worker.call('GET', at)).json);
  return worker.call('POST', `${at}/${what}`, { version, body });
}

const Rows = z.object({ appointments: z.array(z.looseObject({ appointmentId: z.string() })) });

/** The ids of the appointments of an answer, in its order. */
export const idsOf = (told: Told): string[] =>
  Rows.parse(told.json).appointments.map(({ appointmentId }) => appointmentId);
