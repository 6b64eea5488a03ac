import * as z from 'zod';
import { AppointmentId, ClientId } from '../../shared/kernel/id.ts';

/** The path of a route about the appointments of one client. */
export const OneClient = z.strictObject({ clientId: ClientId });

/** The path of a route about one appointment, in the file of one of its clients. */
export const OneAppointment = z.strictObject({ clientId: ClientId, appointmentId: AppointmentId });
export type OfAppointment = { params: z.infer<typeof OneAppointment>; version: number };

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const AppointmentChanged = z
  .strictObject({ appointmentId: AppointmentId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'AppointmentChanged' });
export type AppointmentChanged = z.infer<typeof AppointmentChanged>;
