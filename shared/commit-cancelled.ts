import * as z from 'zod';
import { filesOf } from './access/files-of.ts';
import type { Answer, Change } from './act.ts';
import { commit } from './commit.ts';
import { inCalendars } from './domain/appointments/calendar.ts';
import {
  type CancelledBecause,
  cancelledAppointment,
  freedCalendars,
  type Held,
  lineOfAppointment,
} from './domain/appointments/cancelled.ts';
import { AppointmentContent, type AppointmentHead, CancelReason } from './domain/appointments/model.ts';
import { APPOINTMENT_REFUSALS } from './domain/appointments/refusals.ts';
import { loadAppointments } from './domain/appointments/store.ts';
import type { ClientContext } from './domain/clients/file.ts';
import type { AppointmentId } from './kernel/id.ts';
import { Refusal } from './kernel/refusal.ts';

/** A commit holds 25 items, its line and the count of what was cancelled among them. */
const MOST_CHANGES = 23;

type Changed = { appointmentId: AppointmentId; version: number; findings: string[] };

/**
 * Cancels an appointment in a commit of its own; with `check`, only while that still stands.
 * @throws Refusal `appointment.tooMuchAtOnce`.
 */
export async function commitCancelled(
  context: ClientContext,
  held: readonly [Held, ...Held[]],
  why: CancelledBecause,
  check: readonly Change[] = [],
): Promise<Answer<Changed>> {
  const [{ head }] = held;
  const { heads, changes, facts } = await cancelledAppointment(context, held, why);
  const version = head.version + 1;
  return inCalendars(async () => {
    const all = [...check, ...(await freedCalendars(context, head)), ...changes];
    if (all.length > MOST_CHANGES) throw new Refusal(APPOINTMENT_REFUSALS.tooMuchAtOnce);
    return commit(context, {
      changes: all,
      line: lineOfAppointment(heads, ['state']),
      facts,
      answer: { body: { appointmentId: head.appointmentId, version, findings: [] }, version },
    });
  });
}

/** What is said of appointments that end because what they were for ends. */
export const CancelComing = z
  .strictObject({ reason: CancelReason.default('notNeeded'), words: AppointmentContent.shape.endWords })
  .meta({ id: 'CancelComing' });

/**
 * Cancels what is coming of a case that is closed or of a relationship that ends: one after the other, for they may lie
 * in the same calendars, and each only while `check` still stands, so that an act that was cut short is finished by
 * doing it again.
 */
export async function cancelComing(
  context: ClientContext,
  appointments: readonly AppointmentHead[],
  { reason, words }: z.infer<typeof CancelComing>,
  check: Change,
): Promise<void> {
  for (const { appointmentId, clients } of appointments) {
    const [files, heads] = await Promise.all([
      filesOf(context, clients),
      loadAppointments(
        context,
        clients.map((clientId) => ({ clientId, appointmentId })),
      ),
    ]);
    const [first, ...others] = files.flatMap((file): Held[] => {
      const head = heads.find(({ clientId }) => clientId === file.head.clientId);
      return head === undefined ? [] : [{ head, file }];
    });
    if (first === undefined) continue;
    const why = { cancelledBy: 'unit', cancelReason: reason, words } as const;
    await commitCancelled(context, [first, ...others], why, [check]);
  }
}
