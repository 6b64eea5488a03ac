import { APPOINTMENT_ACTIONS } from '../../../shared/access/actions/appointments.ts';
import { mayKnowAppointment } from '../../../shared/access/visible-appointments.ts';
import { AppointmentHead } from '../../../shared/domain/appointments/model.ts';
import { openAppointments } from '../../../shared/domain/appointments/view.ts';
import { glancePart } from './part.ts';

/** The next appointments, and those that nobody has marked as kept or missed. */
export const appointmentsPart = glancePart({
  letters: 'cb',
  list: APPOINTMENT_ACTIONS.list,
  entity: 'appointment',
  dataGroup: 'appointments',
  schema: AppointmentHead,
  mayKnow: ({ actor, today }, item) => mayKnowAppointment(actor, item, today),
  order: ({ startsAt }) => startsAt,
  resource: ({ appointmentId, serviceTasks }) => ({ kind: 'appointment', id: appointmentId, serviceTasks }),
  open: openAppointments,
});
