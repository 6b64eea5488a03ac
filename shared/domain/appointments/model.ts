import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  AppointmentId,
  CalendarHolderId,
  CaseId,
  ClientId,
  HoursId,
  MessageId,
  ResourceId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { ProcessPhase, Sensitivity } from '../entry-class.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';

/** So many clients, and so many parties of all kinds: a commit moves them all at once (docs/decisions/0049). */
export const MOST_CLIENTS = 3;
export const MOST_PARTIES = 6;

/** How people meet. */
const MeetingWay = z.enum(['visit', 'homeVisit', 'phone', 'video', 'elsewhere']).meta({ id: 'MeetingWay' });

/** `recordInspection`: the client looks at the own data on the spot (GDPR 15; J-9.6). */
const AppointmentPurpose = z.enum(['service', 'recordInspection']).meta({ id: 'AppointmentPurpose' });

/** Why an appointment does not take place. Its words, if any, are sealed. */
export const CancelReason = z
  .enum([
    'clientIll',
    'clientPrevented',
    'workerIll',
    'workerPrevented',
    'notNeeded',
    'bookedWrongly',
    'other',
  ])
  .meta({ id: 'CancelReason' });

/** By what a client is reminded: sending is the controller's own adapter's work. */
export const ReminderChannel = z.enum(['textMessage', 'email', 'letter']).meta({ id: 'ReminderChannel' });
export type ReminderChannel = z.infer<typeof ReminderChannel>;

/** Tapaaminen, vastaanottoaika: a time that a client and workers have agreed on (U-5.9). One head a client. */
export const AppointmentHead = storedItem('appointment', {
  appointmentId: AppointmentId,
  clientId: ClientId,
  /** Every client of it, this one included. Their heads have one version and change in one commit. */
  clients: z.array(ClientId).min(1).max(MOST_CLIENTS),
  unitId: UnitId,
  workerIds: z.array(UserId).min(1).max(MOST_PARTIES),
  resourceIds: z.array(ResourceId).max(MOST_PARTIES),
  startsAt: Instant,
  endsAt: Instant,
  way: MeetingWay,
  purpose: AppointmentPurpose,
  caseId: CaseId.optional(),
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  socialServices: z.array(SocialService).max(10),
  sensitivity: Sensitivity,
  phase: ProcessPhase,
  state: z.enum(['booked', 'kept', 'missed', 'cancelled']),
  /** How many times it was moved. */
  moved: z.int().nonnegative(),
  cancelledBy: z.enum(['client', 'unit']).optional(),
  cancelReason: CancelReason.optional(),
  /** The message that waits to be sent to this client. */
  reminder: z.strictObject({ messageId: MessageId, dueAt: Instant, channel: ReminderChannel }).optional(),
  /** What it is about, where, and what was said of it: under the case where one is named, else the client. */
  content: Sealed,
  ...inIndexes(2),
});
export type AppointmentHead = z.infer<typeof AppointmentHead>;

/** What is sealed of an appointment. */
export const AppointmentContent = z.strictObject({
  subject: z.string().trim().min(1).max(200).optional(),
  /** Where, when it is not in a room of the unit. */
  place: z.string().trim().min(1).max(200).optional(),
  /** What to bring, how to get in, who interprets. */
  note: z.string().trim().min(1).max(2000).optional(),
  /** Why it was cancelled or not kept, in words. */
  endWords: z.string().trim().min(1).max(1000).optional(),
});
export type AppointmentContent = z.infer<typeof AppointmentContent>;

/** What stands in a calendar of one appointment: ids, times and codes, so that a calendar unseals nothing. */
const CalendarEntry = z.strictObject({
  appointmentId: AppointmentId,
  clientId: ClientId,
  unitId: UnitId,
  resourceIds: z.array(ResourceId),
  startsAt: Instant,
  endsAt: Instant,
  way: MeetingWay,
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

/**
 * One day of UTC of one worker, room or client: what is booked then. Its version is the guard that lets no two
 * bookings take the same time. Days of UTC, for they know no summer time and end when nobody meets.
 */
export const CalendarDay = storedItem('calendarDay', {
  holderId: CalendarHolderId,
  day: LocalDate,
  entries: z.array(CalendarEntry).max(200),
  /** Epoch seconds when the table may take it away. */
  ttl: z.int(),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** Tila tai väline: what a unit can book besides its workers. */
const resourceShape = {
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['room', 'equipment', 'vehicle']),
  address: z.string().trim().min(1).max(200).optional(),
  from: LocalDate,
  to: LocalDate.optional(),
};
export const ResourceContent = z
  .strictObject(resourceShape)
  .refine(({ from, to }) => to === undefined || from <= to, {
    message: 'the last day is not before the first',
    path: ['to'],
  })
  .meta({ id: 'BookingResourceContent' });
export type ResourceContent = z.infer<typeof ResourceContent>;

export const BookingResource = storedItem('bookingResource', {
  resourceId: ResourceId,
  unitId: UnitId,
  resource: ResourceContent,
});
export type BookingResource = z.infer<typeof BookingResource>;

/**
 * Vastaanottoajat: hours published for booking, cut into slots: of a worker, or of a room or another thing of the unit
 * whose worker is named when it is booked.
 */
export const OpenHours = storedItem('openHours', {
  hoursId: HoursId,
  workerId: UserId.optional(),
  unitId: UnitId,
  startsAt: Instant,
  endsAt: Instant,
  slotMinutes: z.int().min(5).max(480),
  resourceIds: z.array(ResourceId).max(2),
  /** When the table may take them away: the period of calendars after their end, as it was when they were published. */
  ttl: z.int().optional(),
  g2pk: z.string(),
  g2sk: z.string(),
});
export type OpenHours = z.infer<typeof OpenHours>;

/**
 * Muistutus, or the news that the unit has cancelled: a message that waits to be sent at its moment, is handed to
 * whatever the controller sends with, and was sent. Ids and codes only; who sends it reads the rest when it sends
 * (docs/decisions/0049, 0066).
 */
export const ReminderMessage = storedItem('reminderMessage', {
  messageId: MessageId,
  appointmentId: AppointmentId,
  clientId: ClientId,
  unitId: UnitId,
  /** `coming`: the client is reminded. `cancelled`: the client is told that it does not take place. */
  about: z.enum(['coming', 'cancelled']).default('coming'),
  channel: ReminderChannel,
  dueAt: Instant,
  startsAt: Instant,
  state: z.enum(['waiting', 'handed', 'sent']),
  handedAt: Instant.optional(),
  sentAt: Instant.optional(),
  ttl: z.int(),
  ...inIndexes(2),
});
export type ReminderMessage = z.infer<typeof ReminderMessage>;
