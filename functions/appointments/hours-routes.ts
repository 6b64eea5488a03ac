import { APPOINTMENT_ACTIONS } from '../../shared/access/actions/appointments.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { DaysQuery, WholeDaysQuery } from './days-asked.ts';
import { listHours, OwnHours } from './list-hours.ts';
import { HoursOfUnit, listUnitHours } from './list-unit-hours.ts';
import {
  HoursPublished,
  PublishHours,
  PublishHoursOfUnit,
  publishHours,
  publishHoursOfUnit,
} from './publish-hours.ts';
import { OneUnit } from './resources.ts';
import {
  HoursWithdrawn,
  OneOfHours,
  OneOfUnitHours,
  withdrawHours,
  withdrawHoursOfUnit,
} from './withdraw-hours.ts';

const ID = '01KBN4PZ00000000000000000A';
const MORNING = { dates: ['2026-12-01'], from: '09:00', to: '12:00', slotMinutes: 45 };
const { notValid, bookingOff, noResource, hoursOverlap, workerCannot } = APPOINTMENT_REFUSALS;

/** Published hours: one's own, and those of others and of rooms, by who keeps the calendars of a unit. */
export const hoursRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/appointments/own/hours',
    action: APPOINTMENT_ACTIONS.publishHours,
    event: 'HoursPublished',
    summary: 'Publishes the caller’s hours of some days for booking.',
    writes: 'creates',
    body: PublishHours,
    returns: HoursPublished,
    refusals: [notValid, bookingOff, noResource, hoursOverlap],
    example: { unitId: ID, ...MORNING },
    handle: publishHours,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/own/hours',
    action: APPOINTMENT_ACTIONS.listHours,
    event: 'OwnHoursListed',
    summary: 'The hours that the caller has published.',
    query: WholeDaysQuery,
    returns: OwnHours,
    handle: listHours,
  }),
  write({
    method: 'POST',
    path: '/v1/appointments/own/hours/{hoursId}/withdraw',
    action: APPOINTMENT_ACTIONS.withdrawHours,
    event: 'HoursWithdrawn',
    summary: 'Takes published hours away; what is booked stays booked.',
    writes: 'changes',
    params: OneOfHours,
    returns: HoursWithdrawn,
    handle: withdrawHours,
  }),
  write({
    method: 'POST',
    path: '/v1/appointments/units/{unitId}/hours',
    action: APPOINTMENT_ACTIONS.publishUnitHours,
    event: 'UnitHoursPublished',
    summary: 'Publishes hours of a worker of the unit, or of a room of it, for booking.',
    writes: 'creates',
    params: OneUnit,
    body: PublishHoursOfUnit,
    returns: HoursPublished,
    refusals: [notValid, bookingOff, noResource, hoursOverlap, workerCannot],
    example: { workerId: ID, ...MORNING },
    handle: publishHoursOfUnit,
  }),
  read({
    method: 'GET',
    path: '/v1/appointments/units/{unitId}/hours',
    action: APPOINTMENT_ACTIONS.listUnitHours,
    event: 'UnitHoursListed',
    summary: 'The hours published in a unit, of its workers and its rooms.',
    params: OneUnit,
    query: DaysQuery,
    returns: HoursOfUnit,
    handle: listUnitHours,
  }),
  write({
    method: 'POST',
    path: '/v1/appointments/units/{unitId}/hours/{holderId}/{hoursId}/withdraw',
    action: APPOINTMENT_ACTIONS.withdrawUnitHours,
    event: 'UnitHoursWithdrawn',
    summary: 'Takes published hours of a worker or a room of the unit away; what is booked stays booked.',
    writes: 'changes',
    params: OneOfUnitHours,
    returns: HoursWithdrawn,
    handle: withdrawHoursOfUnit,
  }),
];
