import type { ActContext, Change, LinePart } from '../../act.ts';
import { keyRing } from '../../crypto/key-ring.ts';
import { MessageId } from '../../kernel/id.ts';
import { newId } from '../../new-id.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { ClientFile } from '../clients/file.ts';
import { calendarChanges, holdersOf, loadDays } from './calendar.ts';
import type { AppointmentContent, AppointmentHead } from './model.ts';
import { loadReminders, newsOfCancelling, unqueued } from './reminders.ts';
import { openAppointment, placedAppointment, placeOfAppointment, sealAppointment } from './store.ts';
import { tieOf } from './ties.ts';
import { cancelAppointment } from './transitions.ts';

/** A head with the file it lies in. */
export type Held = { head: AppointmentHead; file: ClientFile };

/** The line names every client; each client's copy holds that client's head alone. */
export const lineOfAppointment = (
  heads: readonly AppointmentHead[],
  changedFields: readonly string[],
): LinePart => ({
  clients: heads.map(({ clientId }) => clientId),
  resources: heads.map(({ appointmentId, clientId, version, serviceTasks }) => ({
    kind: 'appointment',
    id: appointmentId,
    client: clientId,
    version,
    serviceTasks,
  })),
  dataGroups: ['appointments'],
  changedFields,
});

/** The content sealed anew where its head is to stand, with what is now said of it. */
export async function resealedAppointment(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  { head, file }: Held,
  after: AppointmentHead,
  more: Partial<AppointmentContent> = {},
): Promise<AppointmentHead> {
  const ring = keyRing(services, actor.controller, file.keys);
  const content = { ...(await openAppointment(ring, head)), ...more };
  const key = placeOfAppointment(actor.controller, after);
  return {
    ...after,
    content: await sealAppointment(ring, head.caseId, { key, version: after.version }, content),
  };
}

export type CancelledBecause = Required<Pick<AppointmentHead, 'cancelledBy' | 'cancelReason'>> & {
  words?: string | undefined;
};
type Cancelled = {
  heads: AppointmentHead[];
  /** All but the calendars, which are read anew for each try. */
  changes: Change[];
  facts: Fact[];
};

/**
 * An appointment as it is cancelled, in the file of each of its clients: it ties nobody any more, no reminder waits,
 * and whoever was to be reminded is told when it was the unit that cancelled.
 */
export async function cancelledAppointment(
  context: ActContext,
  held: readonly Held[],
  { words, ...why }: CancelledBecause,
): Promise<Cancelled> {
  const { actor, now, today, services } = context;
  const messages = await loadReminders(
    context,
    held.map(({ head }) => head),
  );
  const pairs = await Promise.all(
    held.map(async (one) => {
      const after = cancelAppointment(one.head, why, { now, by: actor.userId });
      const said = words === undefined ? {} : { endWords: words };
      return { ...one, after: await resealedAppointment(context, one, after, said) };
    }),
  );
  const by = { now, userId: actor.userId };
  return {
    heads: pairs.map(({ after }) => after),
    changes: pairs.flatMap(({ head, file, after }): Change[] => {
      const tie = tieOf(file, head);
      return [
        ...placedAppointment(actor.controller, head, after),
        ...(tie === undefined ? [] : [{ remove: tie, when: { version: tie.version } }]),
        ...unqueued(messages, head),
        ...(why.cancelledBy === 'unit'
          ? newsOfCancelling(actor.controller, head, MessageId.parse(newId(services)), by)
          : []),
      ];
    }),
    facts: pairs.slice(0, 1).map(({ head: { unitId, serviceTasks } }) => ({
      kind: 'appointmentCancelled',
      on: today,
      unitId,
      serviceTasks,
      code: why.cancelReason,
    })),
  };
}

/** The calendars of its parties without it. */
export async function freedCalendars(context: ActContext, head: AppointmentHead): Promise<Change[]> {
  const holders = holdersOf(head);
  const days = await loadDays(context, holders, [head]);
  const before = holders.map((holder) => ({ holder, time: head }));
  return calendarChanges(context, days, { appointmentId: head.appointmentId, before });
}
