import { APPOINTMENT_ACTIONS } from '../../shared/access/actions/appointments.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { BookAppointment, bookAppointment } from './book-appointment.ts';
import { CancelAppointment, cancelAppointment } from './cancel-appointment.ts';
import { EndAppointment, keepAppointment, missAppointment } from './end-appointment.ts';
import { AppointmentPage, AppointmentsQuery, listClientAppointments } from './list-client-appointments.ts';
import { markReminderSent, OneReminder, ReminderMarked, ReminderSent } from './mark-reminder-sent.ts';
import { MoveAppointment, moveAppointment } from './move-appointment.ts';
import { AppointmentChanged, OneAppointment, OneClient, ofPath } from './one-appointment.ts';
import { OneAppointmentView, readAppointment } from './read-appointment.ts';

const ID = '01KBN4PZ00000000000000000A';
const { bookingOff, ended, noResource, notValid, notYet, taken, tooMuchAtOnce, workerCannot } =
  APPOINTMENT_REFUSALS;
const TIME = { startsAt: '2026-12-01T07:00:00.000Z', endsAt: '2026-12-01T08:00:00.000Z' };

/** An appointment of a client, from booking to its end. */
export const bookingRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/appointments/clients/{clientId}/appointments',
    action: APPOINTMENT_ACTIONS.book,
    event: 'AppointmentBooked',
    summary: 'Books a time of clients, workers and rooms.',
    writes: 'creates',
    params: OneClient,
    body: BookAppointment,
    returns: AppointmentChanged,
    refusals: [notValid, bookingOff, workerCannot, noResource, taken, CASE_REFUSALS.isClosed],
    example: {
      unitId: ID,
      ...TIME,
      workerIds: [ID],
      way: 'visit',
      serviceTasks: ['families'],
      subject: 'Palvelutarpeen arviointi',
    },
    client: ofPath,
    handle: bookAppointment,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/appointments/clients/{clientId}/appointments',
    action: APPOINTMENT_ACTIONS.list,
    event: 'AppointmentsListed',
    summary: 'The appointments of a client: those that are coming, or those that are over.',
    params: OneClient,
    query: AppointmentsQuery,
    returns: AppointmentPage,
    client: ofPath,
    handle: listClientAppointments,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/appointments/clients/{clientId}/appointments/{appointmentId}',
    action: APPOINTMENT_ACTIONS.read,
    event: 'AppointmentRead',
    summary: 'An appointment, with its other clients as far as the worker may know of them.',
    params: OneAppointment,
    returns: OneAppointmentView,
    client: ofPath,
    handle: readAppointment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/appointments/clients/{clientId}/appointments/{appointmentId}/move',
    action: APPOINTMENT_ACTIONS.move,
    event: 'AppointmentMoved',
    summary: 'Moves an appointment to another time, other workers or another room.',
    writes: 'changes',
    params: OneAppointment,
    body: MoveAppointment,
    returns: AppointmentChanged,
    refusals: [notValid, bookingOff, workerCannot, noResource, taken, ended, tooMuchAtOnce],
    example: TIME,
    client: ofPath,
    handle: moveAppointment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/appointments/clients/{clientId}/appointments/{appointmentId}/cancel',
    action: APPOINTMENT_ACTIONS.cancel,
    event: 'AppointmentCancelled',
    summary: 'Cancels an appointment with its reason; its time is free again.',
    writes: 'changes',
    params: OneAppointment,
    body: CancelAppointment,
    returns: AppointmentChanged,
    refusals: [ended],
    example: { cancelledBy: 'client', reason: 'clientIll' },
    client: ofPath,
    handle: cancelAppointment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/appointments/clients/{clientId}/appointments/{appointmentId}/keep',
    action: APPOINTMENT_ACTIONS.keep,
    event: 'AppointmentKept',
    summary: 'Marks that an appointment was kept.',
    writes: 'changes',
    params: OneAppointment,
    body: EndAppointment,
    returns: AppointmentChanged,
    refusals: [ended, notYet],
    example: { words: 'Käynti toteutui sovitusti.' },
    client: ofPath,
    handle: keepAppointment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/appointments/clients/{clientId}/appointments/{appointmentId}/miss',
    action: APPOINTMENT_ACTIONS.miss,
    event: 'AppointmentMissed',
    summary: 'Marks that the client did not come.',
    writes: 'changes',
    params: OneAppointment,
    body: EndAppointment,
    returns: AppointmentChanged,
    refusals: [ended, notYet],
    example: { words: 'Asiakas ei vastannut puhelimeen.' },
    client: ofPath,
    handle: missAppointment,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/appointments/clients/{clientId}/reminders/{messageId}/sent',
    action: APPOINTMENT_ACTIONS.markReminderSent,
    event: 'ReminderMarkedSent',
    summary: 'Marks that a reminder was sent.',
    writes: 'changes',
    params: OneReminder,
    body: ReminderSent,
    returns: ReminderMarked,
    example: { dueAt: '2026-11-30T07:00:00.000Z' },
    client: ofPath,
    handle: markReminderSent,
  }),
];
