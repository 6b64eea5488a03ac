import * as z from 'zod';
import { AppointmentId, ClientId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';

/**
 * Asiallinen yhteys (703/2023 § 9) that lasts for a time: what ties workers to a client because something is at
 * hand. It lies where the head and the cases lie and is read with them, so that it costs no request a further
 * read; when its days are over it ties nobody, and the table takes it away (docs/decisions/0049).
 *
 * A matter in the intake ties too, and is no item of this kind: it stands on the client's head (`MatterAtHand`). It has
 * no last day but ends with an act; it ties a unit and its tasks, whoever takes it next; and what looks at heads alone,
 * as linking and handing over do, has to see it. A booking, on the other hand, is not to change the head of a client,
 * for whoever changes something else of the client meanwhile would be told that it is stale.
 */
export const ClientTie = storedItem('clientTie', {
  clientId: ClientId,
  kind: z.literal('appointment'),
  reference: AppointmentId,
  workerIds: z.array(UserId).min(1).max(10),
  from: LocalDate,
  /** The last day of it. */
  to: LocalDate,
  /** Epoch seconds when the table may take it away. */
  ttl: z.int(),
});
export type ClientTie = z.infer<typeof ClientTie>;
