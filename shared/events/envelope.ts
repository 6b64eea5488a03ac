import * as z from 'zod';
import {
  AppointmentId,
  AttachmentId,
  ClientId,
  ControllerId,
  DocumentId,
  EventId,
  MatterId,
  MessageId,
  NoteId,
  UnitId,
} from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';

/**
 * An outgoing event: news of what has been done, ids only. Written in the transaction of the act, carried
 * by the stream to EventBridge (locally: delivered in process), kept seven days in the outbox. Consumers are
 * idempotent and order by version, not by arrival. Only events that have a consumer are written; that of a
 * message is the operator's own adapter.
 */
const envelope = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) =>
  z.strictObject({
    eventId: EventId,
    type: z.literal(type),
    typeVersion: z.literal(1),
    controller: ControllerId,
    occurredAt: Instant,
    ...shape,
  });

/**
 * Names of a client were set or changed: the name look-up follows. It carries the keyed hashes of the name
 * tokens, so that the consumer opens no file and needs no key.
 */
const ClientNamed = envelope('ClientNamed', {
  clientId: ClientId,
  headVersion: z.int(),
  tokenHashes: z.array(z.string().regex(/^[0-9a-f]{4}$/)).max(24),
  /** Keyed hashes of the addresses, for the comparison with those of workers. */
  addressHashes: z
    .array(z.string().regex(/^[0-9a-f]{4}$/))
    .max(5)
    .optional(),
});

/** An attachment was removed, with its versions: their sealed files, which nothing opens any more, go too. */
const AttachmentRemoved = envelope('AttachmentRemoved', {
  clientId: ClientId,
  attachmentId: AttachmentId,
  objectNames: z.array(z.string().regex(/^attachments(\/[\w-]+){3}$/)).max(24),
});

/** A message to a client is due: whatever the controller sends with reads the rest and sends it (docs/decisions/0066). */
const MessageDue = envelope('MessageDue', {
  messageId: MessageId,
  clientId: ClientId,
  appointmentId: AppointmentId,
  unitId: UnitId,
  about: z.enum(['coming', 'cancelled']),
  channel: z.enum(['textMessage', 'email', 'letter']),
  dueAt: Instant,
  /** A minor has shut a representative out: it goes to the minor's own number or hands, and to nobody else's. */
  toClientAlone: z.boolean().default(false),
});

/** A message to whoever made a notification is due. It names the matter and no client: the adapter reads the receiver when it sends. */
const NotifierMessageDue = envelope('NotifierMessageDue', {
  messageId: MessageId,
  matterId: MatterId,
  unitId: UnitId,
  about: z.enum(['received', 'handled']),
  channel: z.enum(['textMessage', 'email', 'letter']),
});

/** An entry or a document was corrected into another class: its attachments follow. The class itself is read anew. */
const OwnerReclassed = envelope('OwnerReclassed', {
  clientId: ClientId,
  ownerId: z.union([NoteId, DocumentId]),
});

/** Contents of documents that lay in objects were taken away or written anew: the objects go too. */
const DocumentBodiesRemoved = envelope('DocumentBodiesRemoved', {
  objectNames: z.array(z.string().regex(/^bodies(\/[\w-]+){3}$/)).max(24),
});

/** Planted past the stream, to see that what is dropped is found (docs/decisions/0075). It tells of nothing. */
const PlantedEvent = envelope('PlantedEvent', {});
/** An event from which the retention of what is closed runs became known of these clients (703/2023 annex). */
const RetentionEventKnown = envelope('RetentionEventKnown', {
  clientIds: z.array(ClientId).min(1).max(10),
});

export const Envelope = z.discriminatedUnion('type', [
  ClientNamed,
  AttachmentRemoved,
  MessageDue,
  NotifierMessageDue,
  OwnerReclassed,
  DocumentBodiesRemoved,
  PlantedEvent,
  RetentionEventKnown,
]);
export type Envelope = z.infer<typeof Envelope>;
export type EventType = Envelope['type'];

/** What an act says of an event; commit adds id, controller and time. */
export type Outgoing = {
  [Type in EventType]: Omit<
    Extract<Envelope, { type: Type }>,
    'eventId' | 'typeVersion' | 'controller' | 'occurredAt'
  >;
}[EventType];
