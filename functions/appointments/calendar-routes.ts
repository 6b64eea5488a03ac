import { APPOINTMENT_ACTIONS } from '../../shared/access/actions/appointments.ts';
import { ResourceContent } from '../../shared/domain/appointments/model.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { DaysQuery } from './days-asked.ts';
import { ExportQuery, exportOwn } from './export-own.ts';
import { FreeTimes, listFree } from './list-free.ts';
import { findOwn, listOwn, OwnCalendar } from './list-own.ts';
import { findReminders, listReminders, Reminders } from './list-reminders.ts';
import { findUnitAppointments, listUnit } from './list-unit.ts';
import {
  addResource,
  changeResource,
  listResources,
  OneResource,
  OneUnit,
  ResourceChanged,
  UnitResources,
} from './resources.ts';

const ROOM = { name: 'Huone 2', kind: 'room', from: '2026-11-24' } as const;

/** Calendars: one's own, a unit's, and what there is to book. */
export const calendarRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/appointments/own',
    action: APPOINTMENT_ACTIONS.listOwn,
    event: 'OwnCalendarListed',
    summary: 'The caller’s own appointments of some days, a week unless told otherwise.',
    query: DaysQuery,
    returns: OwnCalendar,
    early: findOwn,
    handle: listOwn,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/own/calendar',
    action: APPOINTMENT_ACTIONS.exportOwn,
    event: 'OwnCalendarExported',
    summary: 'The caller’s own calendar as iCalendar, without anything of clients.',
    query: ExportQuery,
    returns: FileAnswer,
    file: { kinds: ['text/calendar'], kindOf: () => 'text/calendar' },
    handle: exportOwn,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/units/{unitId}/appointments',
    action: APPOINTMENT_ACTIONS.listUnit,
    event: 'UnitAppointmentsListed',
    summary: 'The appointments of one of the caller’s units, today unless told otherwise.',
    params: OneUnit,
    query: DaysQuery,
    returns: OwnCalendar,
    early: findUnitAppointments,
    handle: listUnit,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/units/{unitId}/free',
    action: APPOINTMENT_ACTIONS.listFree,
    event: 'FreeTimesListed',
    summary: 'The free times of a unit: slots of published hours that nothing is booked in.',
    params: OneUnit,
    query: DaysQuery,
    returns: FreeTimes,
    handle: listFree,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/units/{unitId}/reminders',
    action: APPOINTMENT_ACTIONS.listReminders,
    event: 'RemindersListed',
    summary: 'The reminders of a unit that are to be sent on some days, today unless told otherwise.',
    params: OneUnit,
    query: DaysQuery,
    returns: Reminders,
    early: findReminders,
    handle: listReminders,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/units/{unitId}/resources',
    action: APPOINTMENT_ACTIONS.listResources,
    event: 'UnitResourcesListed',
    summary: 'The rooms and equipment that one of the caller’s units can book.',
    params: OneUnit,
    returns: UnitResources,
    handle: listResources,
  }),
  write({
    method: 'POST',
    path: '/v1/appointments/units/{unitId}/resources',
    action: APPOINTMENT_ACTIONS.addResource,
    event: 'UnitResourceAdded',
    summary: 'Adds a room or equipment to a unit that the caller supervises.',
    writes: 'creates',
    params: OneUnit,
    body: ResourceContent,
    returns: ResourceChanged,
    example: ROOM,
    handle: addResource,
  }),
  write({
    method: 'PATCH',
    path: '/v1/appointments/units/{unitId}/resources/{resourceId}',
    action: APPOINTMENT_ACTIONS.changeResource,
    event: 'UnitResourceChanged',
    summary: 'Changes a room or equipment, or says until when there is one.',
    writes: 'changes',
    params: OneResource,
    body: ResourceContent,
    returns: ResourceChanged,
    example: { ...ROOM, to: '2027-06-30' },
    handle: changeResource,
  }),
];
