import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import {
  calendarChanges,
  holdersOf,
  inCalendars,
  loadDays,
} from '../../shared/domain/appointments/calendar.ts';
import { AppointmentContent, CancelReason } from '../../shared/domain/appointments/model.ts';
import { loadReminders, unqueued } from '../../shared/domain/appointments/reminders.ts';
import { placedAppointment } from '../../shared/domain/appointments/store.ts';
import { tieOf } from '../../shared/domain/appointments/ties.ts';
import { cancelAppointment as cancelled } from '../../shared/domain/appointments/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { heldAppointment, lineOfAppointment, resealedAppointment } from './commit-appointment.ts';
import type { AppointmentChanged, OfAppointment } from './one-appointment.ts';

export const CancelAppointment = z
  .strictObject({
    cancelledBy: z.enum(['client', 'unit']),
    reason: CancelReason,
    words: AppointmentContent.shape.endWords,
  })
  .meta({ id: 'CancelAppointment' });
type CancelAppointment = z.infer<typeof CancelAppointment>;

/** Cancels an appointment with its reason: the time is free again, and it ties nobody any more. */
export async function cancelAppointment(
  context: ClientContext,
  { body, ...of }: OfAppointment & { body: CancelAppointment },
): Promise<Answer<AppointmentChanged>> {
  const { actor, now, today } = context;
  const held = await heldAppointment(context, of);
  const [{ head }] = held;
  const why = { cancelledBy: body.cancelledBy, cancelReason: body.reason };
  const words = body.words === undefined ? {} : { endWords: body.words };
  const messages = await loadReminders(
    context,
    held.map((one) => one.head),
  );
  const pairs = await Promise.all(
    held.map(async (one) => {
      const after = cancelled(one.head, why, { now, by: actor.userId });
      return { ...one, after: await resealedAppointment(context, one, after, words) };
    }),
  );
  const ofHeads = pairs.flatMap(({ head: before, file, after }): Change[] => {
    const tie = tieOf(file, before);
    return [
      ...placedAppointment(actor.controller, before, after),
      ...(tie === undefined ? [] : [{ remove: tie, when: { version: tie.version } }]),
      ...unqueued(messages, before),
    ];
  });
  const { appointmentId, unitId, serviceTasks, version } = head;
  const holders = holdersOf(head);
  return inCalendars(async () => {
    const days = await loadDays(context, holders, [head]);
    const before = holders.map((holder) => ({ holder, time: head }));
    return commit(context, {
      changes: [...calendarChanges(context, days, { appointmentId, before }), ...ofHeads],
      line: lineOfAppointment(
        pairs.map(({ after }) => after),
        ['state'],
      ),
      facts: [{ kind: 'appointmentCancelled', on: today, unitId, serviceTasks, code: body.reason }],
      answer: { body: { appointmentId, version: version + 1, findings: [] }, version: version + 1 },
    });
  });
}
