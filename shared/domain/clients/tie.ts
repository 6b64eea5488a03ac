import * as z from 'zod';
import { AppointmentId, ClientId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';

/**
 * Asiallinen yhteys (703/2023 § 9) that lasts for a time: what ties workers to a client because something is at
 * hand. It lies where the head and the cases lie and is read with them, so that it costs no request a further
 * read; when its days are over it ties nobody, and the table takes it away (docs/decisions/0049).
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
