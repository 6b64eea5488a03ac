import type { ActContext, Change } from '../../act.ts';
import type { ControllerId, MessageId, UnitId, UserId } from '../../kernel/id.ts';
import { compareInstants, epochMsOf, type Instant, plusMinutes } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { created } from '../../table/item.ts';
import { indexKeys, type Key, messageKeys } from '../../table/keys.ts';
import { type Asked, rowsOfUnit } from '../../table/lists.ts';
import { batchGet, getItem, type Page } from '../../table/read.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { type AppointmentHead, ReminderMessage } from './model.ts';
import type { Time } from './rules.ts';
import type { Reminder } from './transitions.ts';

/** Muistutukset: messages that wait for their moment. They change with the appointment, in its own commit. */

const KEPT_SECONDS = 60 * 86_400;

/** When the client is reminded, as the controller has chosen. Undefined when that moment is past, or nobody is. */
export function reminderOf(
  { booking: { reminder } }: Pick<ControllerSettings, 'booking'>,
  startsAt: Instant,
  now: Instant,
  messageId: MessageId,
): Reminder | undefined {
  if (reminder === null) return undefined;
  const dueAt = plusMinutes(startsAt, -60 * reminder.hoursBefore);
  return compareInstants(dueAt, now) > 0 ? { messageId, dueAt, channel: reminder.channel } : undefined;
}

/** The message of this head, put into the queue. */
export function queued(
  controller: ControllerId,
  head: AppointmentHead,
  by: { now: Instant; userId: UserId },
): Change[] {
  return head.reminder === undefined
    ? []
    : messageOf(controller, head, { ...head.reminder, about: 'coming' }, by);
}

/** Whoever was to be reminded is told at once that the unit has cancelled. */
export const newsOfCancelling = (
  controller: ControllerId,
  head: AppointmentHead,
  messageId: MessageId,
  by: { now: Instant; userId: UserId },
): Change[] =>
  head.reminder === undefined
    ? []
    : messageOf(
        controller,
        head,
        { messageId, dueAt: by.now, channel: head.reminder.channel, about: 'cancelled' },
        by,
      );

function messageOf(
  controller: ControllerId,
  { appointmentId, clientId, unitId, startsAt }: AppointmentHead,
  message: Reminder & Pick<ReminderMessage, 'about'>,
  by: { now: Instant; userId: UserId },
): Change[] {
  const put: ReminderMessage = {
    ...messageKeys.message(controller, message.dueAt, message.messageId),
    entity: 'reminderMessage',
    ...created(by.now, by.userId),
    ...message,
    appointmentId,
    clientId,
    unitId,
    startsAt,
    state: 'waiting',
    ttl: Math.floor(epochMsOf(startsAt) / 1000) + KEPT_SECONDS,
    g2pk: indexKeys.unit(controller, unitId),
    g2sk: indexKeys.unitReminder(message.dueAt, message.messageId),
  };
  return [{ put, when: 'absent' }];
}

/** The messages of these heads as they stand. */
export function loadReminders(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  heads: readonly AppointmentHead[],
): Promise<ReminderMessage[]> {
  const keys = heads.flatMap(({ reminder }): Key[] =>
    reminder === undefined ? [] : [messageKeys.message(controller, reminder.dueAt, reminder.messageId)],
  );
  return batchGet(services.tables, controller, 'records', keys, ReminderMessage);
}

/** The message of this head, taken out of the queue unless it was sent. */
export const unqueued = (messages: readonly ReminderMessage[], { reminder }: AppointmentHead): Change[] =>
  messages
    .filter(({ messageId, state }) => messageId === reminder?.messageId && state === 'waiting')
    .map((message) => ({ remove: message, when: { version: message.version } }));

export const findMessage = (
  services: Services,
  controller: ControllerId,
  key: Key,
): Promise<ReminderMessage | undefined> =>
  getItem(services.tables, controller, 'records', key, ReminderMessage);

/** What is to be sent of a unit's appointments, by the moment it is due. */
export const remindersOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  { startsAt, endsAt }: Time,
  asked: Asked,
): Promise<Page<ReminderMessage>> => {
  const span = indexKeys.unitMoments('m', startsAt, endsAt);
  return rowsOfUnit(services, controller, unitId, { span, ...asked }, ReminderMessage);
};
