import * as z from 'zod';
import type { MatterRing } from '../../shared/crypto/matter-ring.ts';
import {
  ArrivalCorrected,
  Handling,
  HandlingContent,
  IntakeMatter,
} from '../../shared/domain/intake/model.ts';
import { NotifierMessage } from '../../shared/domain/intake/notifier-message.ts';
import { IntakeRecord } from '../../shared/domain/intake/record.ts';
import { openHandling } from '../../shared/domain/intake/store.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';

/** A matter as lists show it: what kind, since when, in whose hands. Whom it concerns stands in no list. */
export const MatterRow = z
  .strictObject({
    ...IntakeMatter.pick({
      matterId: true,
      kind: true,
      state: true,
      channel: true,
      receivedAt: true,
      unitId: true,
      serviceTasks: true,
      workerId: true,
      urgency: true,
      handledAt: true,
      version: true,
    }).shape,
    persons: z.int(),
    unlinked: z.int(),
    unhandled: z.int(),
  })
  .meta({ id: 'MatterRow' });
export type MatterRow = z.infer<typeof MatterRow>;

const SHOWN = MatterRow.omit({ persons: true, unlinked: true, unhandled: true }).keyof().options;

export function rowOf(matter: IntakeMatter): MatterRow {
  const { subjects } = matter;
  const shown = Object.fromEntries(
    SHOWN.map((field) => [field, matter[field]]).filter(([, value]) => value !== undefined),
  );
  return MatterRow.parse({
    ...shown,
    persons: subjects.length,
    unlinked: subjects.filter(({ clientId }) => clientId === undefined).length,
    unhandled: subjects.filter(({ handled }) => handled === undefined).length,
  });
}

export const HandlingView = z
  .strictObject({
    ...Handling.pick({ handlingId: true, kind: true, on: true, subjectId: true }).shape,
    recordedAt: Instant,
    recordedBy: UserId,
    ...HandlingContent.shape,
  })
  .meta({ id: 'HandlingView' });
type HandlingView = z.infer<typeof HandlingView>;

export const openHandlings = (ring: MatterRing, items: readonly Handling[]): Promise<HandlingView[]> =>
  Promise.all(
    items.map(async (item) => ({
      handlingId: item.handlingId,
      kind: item.kind,
      on: item.on,
      ...(item.subjectId === undefined ? {} : { subjectId: item.subjectId }),
      recordedAt: item.createdAt,
      recordedBy: UserId.parse(item.createdBy),
      ...(await openHandling(ring, item)),
    })),
  );

/** What whoever notified was told, and when. */
export const MessageState = NotifierMessage.pick({
  messageId: true,
  about: true,
  channel: true,
  dueAt: true,
  state: true,
  sentAt: true,
}).meta({ id: 'NotifierMessageState' });
type MessageState = z.infer<typeof MessageState>;

export const messageStateOf = (message: NotifierMessage): MessageState => MessageState.strip().parse(message);

/** Who recorded the matter, and what became of each person. */
export const MatterView = z
  .strictObject({
    ...MatterRow.shape,
    receivedBy: UserId,
    recordedAt: Instant,
    subjects: IntakeMatter.shape.subjects,
    /** When its time of arrival was put right, and what stood there. */
    arrivals: z.array(ArrivalCorrected),
    record: IntakeRecord,
    /** The notifier is shielded from this reader: only what kind of notifier it was is shown. */
    notifierHidden: z.boolean(),
    handlings: z.array(HandlingView),
    messages: z.array(MessageState),
  })
  .meta({ id: 'MatterView' });
export type MatterView = z.infer<typeof MatterView>;
