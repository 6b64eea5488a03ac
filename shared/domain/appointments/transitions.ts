import type { MessageId, ResourceId, UserId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { AppointmentHead, ReminderChannel } from './model.ts';
import { APPOINTMENT_REFUSALS } from './refusals.ts';

/**
 * The moves of an appointment: booked -> kept | missed | cancelled. Each knows its prior state; the version is the
 * race guard, one for all the heads of an appointment of several clients.
 */

type Mover = { now: Instant; by: UserId };
export type Reminder = { messageId: MessageId; dueAt: Instant; channel: ReminderChannel };

const next = (head: AppointmentHead, { now, by }: Mover): AppointmentHead => ({
  ...head,
  ...changed(head, now, by),
});

function isBooked(head: AppointmentHead): void {
  if (head.state !== 'booked') throw new Refusal(APPOINTMENT_REFUSALS.ended);
}

/** booked, at another time or with others. Its reminder is made anew. */
export function moveAppointment(
  head: AppointmentHead,
  to: {
    startsAt: Instant;
    endsAt: Instant;
    workerIds: UserId[];
    resourceIds: ResourceId[];
    reminder: Reminder | undefined;
  },
  by: Mover,
): AppointmentHead {
  isBooked(head);
  const { reminder, ...rest } = to;
  const { reminder: _before, ...moved } = next(head, by);
  return { ...moved, ...rest, moved: head.moved + 1, ...(reminder === undefined ? {} : { reminder }) };
}

/** booked -> cancelled, until it has ended. */
export function cancelAppointment(
  head: AppointmentHead,
  why: Required<Pick<AppointmentHead, 'cancelledBy' | 'cancelReason'>>,
  by: Mover,
): AppointmentHead {
  isBooked(head);
  if (head.endsAt <= by.now) throw new Refusal(APPOINTMENT_REFUSALS.ended);
  const { reminder: _sent, ...rest } = next(head, by);
  return { ...rest, state: 'cancelled', ...why };
}

/** booked -> kept | missed, once it has begun. */
export function endAppointment(head: AppointmentHead, state: 'kept' | 'missed', by: Mover): AppointmentHead {
  isBooked(head);
  if (head.startsAt > by.now) throw new Refusal(APPOINTMENT_REFUSALS.notYet);
  const { reminder: _sent, ...rest } = next(head, by);
  return { ...rest, state };
}
