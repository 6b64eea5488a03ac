import type { Change } from '../../act.ts';
import type { ClientId, ControllerId, UserId } from '../../kernel/id.ts';
import { epochMsOf, type Instant } from '../../kernel/instant.ts';
import { addDays, helsinkiDateOf, type LocalDate, startOfDay } from '../../kernel/local-date.ts';
import { changed, created } from '../../table/item.ts';
import { clientKeys } from '../../table/keys.ts';
import type { ClientTie } from '../clients/tie.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { AppointmentHead } from './model.ts';

/** From some days before, to prepare, to some days after, to write it up. */
export const tieDays = (
  { booking }: Pick<ControllerSettings, 'booking'>,
  { startsAt, endsAt }: Pick<AppointmentHead, 'startsAt' | 'endsAt'>,
): { from: LocalDate; to: LocalDate } => ({
  from: addDays(helsinkiDateOf(startsAt), -booking.tieDaysBefore),
  to: addDays(helsinkiDateOf(endsAt), booking.tieDaysAfter),
});

/** The tie of an appointment's workers to its client: some days before, to prepare, and after, to write it up. */
export function tieChange(
  controller: ControllerId,
  { booking }: Pick<ControllerSettings, 'booking'>,
  head: Pick<AppointmentHead, 'appointmentId' | 'clientId' | 'workerIds' | 'startsAt' | 'endsAt'>,
  by: { now: Instant; userId: UserId },
  before?: ClientTie,
): Change {
  const { appointmentId, clientId, workerIds } = head;
  const { from, to } = tieDays({ booking }, head);
  const put: ClientTie = {
    ...clientKeys.tie(controller, clientId, appointmentId),
    entity: 'clientTie',
    ...(before === undefined ? created(by.now, by.userId) : changed(before, by.now, by.userId)),
    clientId,
    kind: 'appointment',
    reference: appointmentId,
    workerIds: [...workerIds],
    from,
    to,
    // A day of grace: what is over ties nobody, whether it lies there or not.
    ttl: epochMsOf(startOfDay(addDays(to, 2))) / 1000,
  };
  return { put, when: before === undefined ? 'absent' : { version: before.version } };
}

export const tieOf = (
  file: { head: { clientId: ClientId }; ties: readonly ClientTie[] },
  { appointmentId }: Pick<AppointmentHead, 'appointmentId'>,
): ClientTie | undefined => file.ties.find(({ reference }) => reference === appointmentId);
