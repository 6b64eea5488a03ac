import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import { Sealed } from '../../crypto/sealed.ts';
import type { Outgoing } from '../../events/envelope.ts';
import type { Sentence } from '../../kernel/finding.ts';
import { MatterId, MessageId, UnitId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { newId } from '../../new-id.ts';
import { changed, created, inIndexes, outOfIndexes, storedItem } from '../../table/item.ts';
import { indexKeys, type Key, matterKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { ServiceTask } from '../service-tasks.ts';
import type { IntakeKind, IntakeMatter } from './model.ts';
import { isPrivate, isShielded } from './notifier.ts';
import { type IntakeRecord, Notifier } from './record.ts';

const About = z.enum(['received', 'handled']).meta({ id: 'NotifierMessageAbout' });
type About = z.infer<typeof About>;

/** To whom it goes: of the notifier what sending needs, and nothing of whom the matter concerns. */
export const Receiver = Notifier.pick({
  family: true,
  given: true,
  title: true,
  organisation: true,
  addresses: true,
  phones: true,
  emails: true,
});
export type Receiver = z.infer<typeof Receiver>;

/**
 * Viesti ilmoittajalle: that the notification has been received, or has been handled. It stands with the matter; its
 * receiver is sealed under the controller's key, since the matter itself may have gone over to its clients when the
 * message is sent, and is taken away with that (docs/decisions/0062).
 */
export const NotifierMessage = storedItem('notifierMessage', {
  messageId: MessageId,
  matterId: MatterId,
  unitId: UnitId,
  serviceTasks: z.array(ServiceTask).max(7),
  about: About,
  channel: z.enum(['textMessage', 'email', 'letter']),
  dueAt: Instant,
  state: z.enum(['waiting', 'sent']),
  sentAt: Instant.optional(),
  receiver: Sealed.optional(),
  ...inIndexes(2),
});
export type NotifierMessage = z.infer<typeof NotifierMessage>;

/** All that a message says. What was found and what is done is secret (703/2023 § 4). */
export const MESSAGE_WORDS: Readonly<Record<About, Sentence>> = {
  received: {
    fi: 'Ilmoituksesi on vastaanotettu, ja se käsitellään. Asiakasta koskevat tiedot ovat salassa pidettäviä.',
    sv: 'Din anmälan har tagits emot och behandlas. Uppgifter om klienten är sekretessbelagda.',
    en: 'Your notification has been received and will be handled. Data on the client are secret.',
  },
  handled: {
    fi: 'Ilmoituksesi on käsitelty. Asiakasta koskevat tiedot ovat salassa pidettäviä.',
    sv: 'Din anmälan har behandlats. Uppgifter om klienten är sekretessbelagda.',
    en: 'Your notification has been handled. Data on the client are secret.',
  },
};

const NOTIFICATIONS: readonly IntakeKind[] = [
  'needNotification',
  'childWelfareNotification',
  'anticipatoryNotification',
];

type Choice = ControllerSettings['intake']['notifierMessage'];

/**
 * Who is told, if anybody: nobody who is anonymous or shielded or has not left what the channel needs, and of the
 * others those to whom the controller sends.
 */
export function receiverOf(
  kind: IntakeKind,
  { notifier }: Pick<IntakeRecord, 'notifier'>,
  choice: Choice,
  about: About,
): Receiver | undefined {
  if (choice === null || !choice.about.includes(about) || !NOTIFICATIONS.includes(kind)) return undefined;
  if (notifier === undefined || notifier.anonymous || isShielded(notifier)) return undefined;
  if (choice.to === 'authorities' && isPrivate(notifier)) return undefined;
  const ways = { textMessage: notifier.phones, email: notifier.emails, letter: notifier.addresses };
  return ways[choice.channel].length === 0 ? undefined : Receiver.strip().parse(notifier);
}

const placeOf = (key: Key) => recordPlace(key, 'receiver');

export type Queued = { changes: Change[]; events: Outgoing[] };
const NOTHING: Queued = { changes: [], events: [] };

/** Put beside the matter, with the news that it is due, for the commit of the act that received or handled it. */
export async function queuedMessage(
  { services, actor, now }: ActContext,
  matter: IntakeMatter,
  record: Pick<IntakeRecord, 'notifier'>,
  { choice, about }: { choice: Choice; about: About },
): Promise<Queued> {
  const receiver = receiverOf(matter.kind, record, choice, about);
  if (choice === null || receiver === undefined) return NOTHING;
  const { controller, userId } = actor;
  const { matterId, unitId, serviceTasks } = matter;
  const { channel } = choice;
  const messageId = MessageId.parse(newId(services));
  const key = matterKeys.message(controller, matterId, messageId);
  const put: NotifierMessage = {
    ...key,
    entity: 'notifierMessage',
    ...created(now, userId),
    messageId,
    matterId,
    unitId,
    serviceTasks,
    about,
    channel,
    dueAt: now,
    state: 'waiting',
    receiver: await controllerRing(services, controller).seal(placeOf(key), 1, receiver),
    g2pk: indexKeys.unit(controller, unitId),
    g2sk: indexKeys.unitNotifierMessage(now, messageId),
  };
  return {
    changes: [{ put, when: 'absent' }],
    events: [{ type: 'NotifierMessageDue', messageId, matterId, unitId, about, channel }],
  };
}

/** What the record says now of the notifier: who is shielded is told nothing any more, who has become known is told. */
export async function adjustedMessages(
  context: ActContext,
  messages: readonly NotifierMessage[],
  { matter, record, choice }: { matter: IntakeMatter; record: IntakeRecord; choice: Choice },
): Promise<Queued> {
  const isTold = receiverOf(matter.kind, record, choice, 'received') !== undefined;
  if (isTold) {
    const isQueued = messages.some(({ about }) => about === 'received');
    return isQueued ? NOTHING : queuedMessage(context, matter, record, { choice, about: 'received' });
  }
  const waiting = messages.filter(({ state }) => state === 'waiting');
  return {
    changes: waiting.map((message) => ({ remove: message, when: { version: message.version } })),
    events: [],
  };
}

/** A matter that goes to another unit takes along what waits to be sent. */
export const movedMessages = (
  { actor, now }: ActContext,
  messages: readonly NotifierMessage[],
  { unitId, serviceTasks }: IntakeMatter,
): Change[] =>
  messages
    .filter(({ state }) => state === 'waiting')
    .map((message) => {
      const put: NotifierMessage = {
        ...message,
        ...changed(message, now, actor.userId),
        unitId,
        serviceTasks,
        g2pk: indexKeys.unit(actor.controller, unitId),
      };
      return { put, when: { version: message.version } };
    });

/** waiting -> sent: out of the unit's list, and without its receiver. */
export function sentMessage({ actor, now }: ActContext, message: NotifierMessage): NotifierMessage {
  const { receiver: _, ...rest } = outOfIndexes(message);
  return { ...rest, ...changed(message, now, actor.userId), state: 'sent', sentAt: now };
}

export const openReceiver = (
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  message: NotifierMessage,
): Promise<Receiver | undefined> =>
  message.receiver === undefined
    ? Promise.resolve(undefined)
    : controllerRing(services, actor.controller).open(message.receiver, placeOf(message), Receiver);

type Where = Pick<ActContext, 'services' | 'actor'>;

/** The messages of a matter: two at most, and those taken back are not there. */
export const loadNotifierMessages = (
  { services, actor: { controller } }: Where,
  matterId: MatterId,
): Promise<NotifierMessage[]> =>
  queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: matterKeys.partition(controller, matterId),
      span: matterKeys.spans.messages,
    },
    NotifierMessage,
  );

export const loadNotifierMessage = (
  { services, actor: { controller } }: Where,
  matterId: MatterId,
  messageId: MessageId,
): Promise<NotifierMessage | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    matterKeys.message(controller, matterId, messageId),
    NotifierMessage,
  );

/** What waits to be sent of a unit's matters, the oldest first. */
export const messagesOfUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<NotifierMessage>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi2',
      pk: indexKeys.unit(controller, unitId),
      span: indexKeys.spans.notifierMessages,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    NotifierMessage,
  );
