import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commitCancelled } from '../../shared/commit-cancelled.ts';
import { AppointmentContent, CancelReason } from '../../shared/domain/appointments/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { heldAppointment } from './held-appointment.ts';
import type { AppointmentChanged, OfAppointment } from './one-appointment.ts';

export const CancelAppointment = z
  .strictObject({
    cancelledBy: z.enum(['client', 'unit']),
    reason: CancelReason,
    words: AppointmentContent.shape.endWords,
  })
  .meta({ id: 'CancelAppointment' });
type CancelAppointment = z.infer<typeof CancelAppointment>;

/** Cancels an appointment with its reason: the time is free again, and it ties nobody any more. */
export async function cancelAppointment(
  context: ClientContext,
  { body: { cancelledBy, reason, words }, ...of }: OfAppointment & { body: CancelAppointment },
): Promise<Answer<AppointmentChanged>> {
  const held = await heldAppointment(context, of);
  return commitCancelled(context, held, { cancelledBy, cancelReason: reason, words });
}
