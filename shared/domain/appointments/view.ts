import * as z from 'zod';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { AppointmentContent, AppointmentHead } from './model.ts';
import { openAppointment } from './store.ts';

const SHOWN = {
  appointmentId: true,
  unitId: true,
  workerIds: true,
  resourceIds: true,
  startsAt: true,
  endsAt: true,
  way: true,
  purpose: true,
  caseId: true,
  serviceTasks: true,
  socialServices: true,
  state: true,
  moved: true,
  cancelledBy: true,
  cancelReason: true,
  version: true,
} as const;

/** What lists show of an appointment: nothing sealed. */
const AppointmentFacts = AppointmentHead.pick(SHOWN).extend({
  /** Of several clients: who the others are, a read of the appointment tells as far as the worker may know. */
  shared: z.boolean(),
  remindAt: AppointmentHead.shape.startsAt.optional(),
});
export type AppointmentFacts = z.infer<typeof AppointmentFacts>;
export const appointmentFacts = AppointmentFacts.shape;

/** An appointment as it is read in the file of one of its clients. */
export const AppointmentView = z
  .strictObject({ ...AppointmentFacts.shape, ...AppointmentContent.shape })
  .meta({ id: 'AppointmentView' });
export type AppointmentView = z.infer<typeof AppointmentView>;

const FIELDS = AppointmentHead.pick(SHOWN).keyof().options;

export function factsOf(item: AppointmentHead): AppointmentFacts {
  const shown = Object.fromEntries(
    FIELDS.map((field) => [field, item[field]]).filter(([, value]) => value !== undefined),
  );
  return z.strictObject(appointmentFacts).parse({
    ...shown,
    shared: item.clients.length > 1,
    ...(item.reminder === undefined ? {} : { remindAt: item.reminder.dueAt }),
  });
}

export const openAppointments = (
  ring: KeyRing,
  items: readonly AppointmentHead[],
): Promise<AppointmentView[]> =>
  Promise.all(items.map(async (item) => ({ ...factsOf(item), ...(await openAppointment(ring, item)) })));
