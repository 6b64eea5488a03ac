import * as z from 'zod';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import {
  calendarChanges,
  holdersOf,
  inCalendars,
  loadDays,
  mustBeFree,
} from '../../shared/domain/appointments/calendar.ts';
import { lineOfAppointment } from '../../shared/domain/appointments/cancelled.ts';
import {
  AppointmentContent,
  AppointmentHead,
  type CalendarEntry,
  MOST_CLIENTS,
  MOST_PARTIES,
} from '../../shared/domain/appointments/model.ts';
import { queued, reminderOf } from '../../shared/domain/appointments/reminders.ts';
import { sensitivityOfMeeting } from '../../shared/domain/appointments/rules.ts';
import { indexedAppointment, sealAppointment } from '../../shared/domain/appointments/store.ts';
import { tieChange } from '../../shared/domain/appointments/ties.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { ProcessPhase } from '../../shared/domain/entry-class.ts';
import { judgeServiceUnits } from '../../shared/domain/services/units.ts';
import {
  AppointmentId,
  type CaseId,
  ClientId,
  MessageId,
  ResourceId,
  UserId,
} from '../../shared/kernel/id.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { bookingIn } from './booking-unit.ts';
import { judgeBooking } from './judge-booking.ts';
import type { AppointmentChanged } from './one-appointment.ts';

const { shape } = AppointmentHead;

export const BookAppointment = z
  .strictObject({
    ...AppointmentContent.omit({ endWords: true }).shape,
    unitId: shape.unitId,
    startsAt: shape.startsAt,
    endsAt: shape.endsAt,
    workerIds: z.array(UserId).min(1).max(MOST_PARTIES),
    resourceIds: z.array(ResourceId).max(MOST_PARTIES).default([]),
    /** Others who come too, such as a parent or a sibling. */
    otherClientIds: z
      .array(ClientId)
      .max(MOST_CLIENTS - 1)
      .default([]),
    way: shape.way,
    purpose: shape.purpose.default('service'),
    caseId: shape.caseId,
    serviceTasks: shape.serviceTasks,
    socialServices: shape.socialServices.default([]),
    phase: ProcessPhase.default('arranging'),
    /** False where the client does not want to be reminded. */
    remind: z.boolean().default(true),
  })
  .meta({ id: 'BookAppointment' });
type BookAppointment = z.infer<typeof BookAppointment>;

/**
 * Books a time of workers, rooms and clients together: it stands in the calendars of all of them, or of none. Its
 * head lies in the file of each client, and ties the workers to the client for some days.
 */
export async function bookAppointment(
  context: ClientContext,
  { body }: { body: BookAppointment },
): Promise<Answer<AppointmentChanged>> {
  const { file, services } = context;
  const others = [...new Set(body.otherClientIds)].filter((id) => id !== file.head.clientId);
  const [settings, ...otherFiles] = await Promise.all([
    bookingIn(context, body.unitId),
    ...others.map((clientId) => otherFile(context, clientId)),
  ]);
  const files = [file, ...otherFiles];
  const booking = {
    ...body,
    clients: files.map(({ head }) => head.clientId),
    workerIds: [...new Set(body.workerIds)],
    resourceIds: [...new Set(body.resourceIds)],
  };
  const ofUnit = await judgeServiceUnits(context, settings, {
    unitId: body.unitId,
    services: body.socialServices,
    path: '/body/unitId',
  });
  const findings = await judgeBooking(context, body.unitId, booking, body, ofUnit);
  const appointmentId = AppointmentId.parse(newId(services));
  const made = await newHeads(context, files, { ...booking, appointmentId }, settings);
  const { unitId, resourceIds, startsAt, endsAt, way } = booking;
  const entry: CalendarEntry = {
    appointmentId,
    clientId: file.head.clientId,
    unitId,
    resourceIds,
    startsAt,
    endsAt,
    way,
  };
  const holders = holdersOf(booking);
  const book = async (held: readonly Change[] = []): Promise<Answer<AppointmentChanged>> => {
    const days = await loadDays(context, holders, [booking]);
    mustBeFree(days, booking, booking);
    const after = holders.map((holder) => ({ holder, entry }));
    return commit(context, {
      changes: [...calendarChanges(context, days, { appointmentId, after }), ...made.changes, ...held],
      line: lineOfAppointment(made.heads, ['appointment']),
      facts: [
        {
          kind: 'appointmentBooked',
          on: helsinkiDateOf(context.now),
          unitId,
          serviceTasks: body.serviceTasks,
          code: way,
        },
      ],
      answer: {
        body: { appointmentId, version: 1, findings: [...new Set(findings.map(({ rule }) => rule))] },
        version: 1,
        location: `/v1/appointments/clients/${file.head.clientId}/appointments/${appointmentId}`,
      },
    });
  };
  const caseId = caseOf(file, body.caseId);
  return caseId === undefined
    ? inCalendars(book)
    : openedInCase(context, caseId, (held) => inCalendars(() => book([held])));
}

type Booking = BookAppointment & { appointmentId: AppointmentId; clients: ClientId[] };

/** One head a client, its content sealed under that client's keys; a tie and a reminder beside each. */
async function newHeads(
  context: ClientContext,
  files: readonly ClientFile[],
  booking: Booking,
  settings: ControllerSettings,
): Promise<{ heads: AppointmentHead[]; changes: Change[] }> {
  const { services, actor, now } = context;
  const { controller, userId } = actor;
  const { subject, place, note, remind, caseId, otherClientIds: _others, ...facts } = booking;
  const content = AppointmentContent.parse({ subject, place, note });
  const by = { now, userId };
  const heads = await Promise.all(
    files.map(async (file): Promise<AppointmentHead> => {
      const { clientId } = file.head;
      const key = clientKeys.appointment(controller, clientId, booking.appointmentId);
      const under = caseOf(file, caseId);
      const reminder = remind
        ? reminderOf(settings, booking.startsAt, now, MessageId.parse(newId(services)))
        : undefined;
      return indexedAppointment(
        {
          ...key,
          entity: 'appointment',
          ...created(now, userId),
          clientId,
          ...facts,
          ...(under === undefined ? {} : { caseId: under }),
          sensitivity: sensitivityOfMeeting(booking.socialServices),
          state: 'booked',
          moved: 0,
          ...(reminder === undefined ? {} : { reminder }),
          content: await sealAppointment(
            keyRing(services, controller, file.keys),
            under,
            { key, version: 1 },
            content,
          ),
        },
        controller,
      );
    }),
  );
  const changes = heads.flatMap((head): Change[] => [
    { put: head, when: 'absent' },
    tieChange(controller, settings, head, by),
    ...queued(controller, head, by),
  ]);
  return { heads, changes };
}

/** The case of the appointment, for those of its clients whose case it is. */
const caseOf = ({ cases }: ClientFile, caseId: CaseId | undefined): CaseId | undefined =>
  cases.find((item) => item.caseId === caseId)?.caseId;
