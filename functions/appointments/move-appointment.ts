import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import {
  calendarChanges,
  holdersOf,
  inCalendars,
  loadDays,
  mustBeFree,
} from '../../shared/domain/appointments/calendar.ts';
import { lineOfAppointment } from '../../shared/domain/appointments/cancelled.ts';
import { AppointmentHead, MOST_PARTIES } from '../../shared/domain/appointments/model.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import { loadReminders, queued, reminderOf, unqueued } from '../../shared/domain/appointments/reminders.ts';
import { placedAppointment } from '../../shared/domain/appointments/store.ts';
import { tieChange, tieOf } from '../../shared/domain/appointments/ties.ts';
import { moveAppointment as moved } from '../../shared/domain/appointments/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { MessageId, ResourceId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { bookingIn } from './booking-unit.ts';
import { heldAppointment } from './held-appointment.ts';
import { judgeBooking } from './judge-booking.ts';
import type { AppointmentChanged, OfAppointment } from './one-appointment.ts';

const { startsAt, endsAt } = AppointmentHead.shape;

export const MoveAppointment = z
  .strictObject({
    startsAt,
    endsAt,
    workerIds: z.array(UserId).min(1).max(MOST_PARTIES).optional(),
    resourceIds: z.array(ResourceId).max(MOST_PARTIES).optional(),
  })
  .meta({ id: 'MoveAppointment' });
type MoveAppointment = z.infer<typeof MoveAppointment>;

/** A commit holds 25 items, its line among them. */
const MOST_CHANGES = 24;

/** Moves an appointment to another time, other workers or another room, in one commit for all. */
export async function moveAppointment(
  context: ClientContext,
  { body, ...of }: OfAppointment & { body: MoveAppointment },
): Promise<Answer<AppointmentChanged>> {
  const { actor, now, services } = context;
  const held = await heldAppointment(context, of);
  const [{ head }] = held;
  const [settings, messages] = await Promise.all([
    bookingIn(context, head.unitId),
    loadReminders(
      context,
      held.map((one) => one.head),
    ),
  ]);
  const to = {
    clients: head.clients,
    startsAt: body.startsAt,
    endsAt: body.endsAt,
    workerIds: [...new Set(body.workerIds ?? head.workerIds)],
    resourceIds: [...new Set(body.resourceIds ?? head.resourceIds)],
  };
  const by = { now, by: actor.userId };
  const pairs = held.map((one) => {
    const isReminded = one.head.reminder !== undefined || one.head.startsAt <= now;
    const reminder = isReminded
      ? reminderOf(settings, to.startsAt, now, MessageId.parse(newId(services)))
      : undefined;
    const { clients: _clients, ...rest } = to;
    return { ...one, after: moved(one.head, { ...rest, reminder }, by) };
  });
  const findings = await judgeBooking(context, head.unitId, to, to);
  const ofHeads = pairs.flatMap(({ head: before, file, after }): Change[] => [
    ...placedAppointment(actor.controller, before, after),
    tieChange(actor.controller, settings, after, { now, userId: actor.userId }, tieOf(file, before)),
    ...unqueued(messages, before),
    ...queued(actor.controller, after, { now, userId: actor.userId }),
  ]);
  const { appointmentId, clientId, unitId, way, version } = head;
  const entry = { appointmentId, clientId, unitId, way, ...to };
  const holders = { before: holdersOf(head), after: holdersOf(to) };
  return inCalendars(async () => {
    const days = await loadDays(context, [...new Set([...holders.before, ...holders.after])], [head, to]);
    mustBeFree(days, to, to, appointmentId);
    const { clients: _clients, workerIds: _workers, ...stands } = entry;
    const changes = calendarChanges(context, days, {
      appointmentId,
      before: holders.before.map((holder) => ({ holder, time: head })),
      after: holders.after.map((holder) => ({ holder, entry: stands })),
    });
    if (changes.length + ofHeads.length > MOST_CHANGES) {
      throw new Refusal(APPOINTMENT_REFUSALS.tooMuchAtOnce);
    }
    return commit(context, {
      changes: [...changes, ...ofHeads],
      line: lineOfAppointment(
        pairs.map(({ after }) => after),
        Object.keys(body).toSorted(),
      ),
      answer: {
        body: {
          appointmentId,
          version: version + 1,
          findings: [...new Set(findings.map(({ rule }) => rule))],
        },
        version: version + 1,
      },
    });
  });
}
