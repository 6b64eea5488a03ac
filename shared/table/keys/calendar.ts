import type {
  CalendarHolderId,
  ControllerId,
  HoursId,
  MessageId,
  ResourceId,
  UnitId,
} from '../../kernel/id.ts';
import { type Key, partition, type Span, sort, spanOf } from './parts.ts';

/** Calendars: of a worker, a room, a client, and what a unit has to book. */
export const calendarKeys = {
  partition: (controller: ControllerId, holder: CalendarHolderId) => partition(controller, 'r', holder),
  /** What is booked of one holder on one day of UTC. */
  day: (controller: ControllerId, holder: CalendarHolderId, day: string): Key => ({
    pk: calendarKeys.partition(controller, holder),
    sk: sort('l', day),
  }),
  /** Published hours: the id carries the moment they begin. */
  hours: (controller: ControllerId, holder: CalendarHolderId, hoursId: HoursId): Key => ({
    pk: calendarKeys.partition(controller, holder),
    sk: sort('h', hoursId),
  }),
  ofUnit: (controller: ControllerId, unitId: UnitId) => partition(controller, 'r', unitId),
  resource: (controller: ControllerId, unitId: UnitId, resourceId: ResourceId): Key => ({
    pk: calendarKeys.ofUnit(controller, unitId),
    sk: sort('r', resourceId),
  }),
  spans: {
    resources: spanOf('r'),
    days: (from: string, to: string): Span => ({ from: sort('l', from), to: sort('l', to) }),
    hours: (from: string, to: string): Span => ({ from: sort('h', from), to: sort('h', to) }),
  },
};

/** Messages that wait to be sent, by the hour they are due in. */
export const messageKeys = {
  hour: (controller: ControllerId, hour: string) => partition(controller, 'm', hour),
  message: (controller: ControllerId, dueAt: string, messageId: MessageId): Key => ({
    pk: messageKeys.hour(controller, dueAt.slice(0, 13)),
    sk: sort(dueAt, messageId),
  }),
};
