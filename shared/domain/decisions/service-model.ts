import * as z from 'zod';
import { ClientId, ConcernedId, DecisionId, ServiceOfNoticeId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { ServiceTask } from '../service-tasks.ts';
import { Official } from './concerned-model.ts';

/**
 * Tiedoksianto: one copy to one recipient by one way (434/2003 luvut 8–10; 13/2003 18–19 §). A way that did not
 * reach the recipient stays, and another is a new row. Each recipient's time of appeal runs from the own service.
 */
export const Way = z
  .enum(['letter', 'verifiableLetter', 'handedOver', 'summons', 'electronic', 'verifiableElectronic'])
  .meta({ id: 'WayOfService' });
export type Way = z.infer<typeof Way>;

export const ServiceRow = storedItem('serviceOfNotice', {
  serviceId: ServiceOfNoticeId,
  decisionId: DecisionId,
  clientId: ClientId,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  concernedId: ConcernedId,
  way: Way,
  state: z.enum(['sent', 'served', 'failed']),
  sentOn: LocalDate,
  sentBy: Official,
  /** Korjattu kappale (434/2003 52 §): sent anew after a clerical error was corrected. It moves nobody's time. */
  again: z.literal(true).optional(),
  /** The client's consent to electronic service (13/2003): that it was there. */
  consented: z.boolean(),
  documentVersion: z.int().positive(),
  /** How many places of the content this copy hides. */
  hidden: z.int().nonnegative(),
  /** The day it counts as served: presumed, shown, or fetched. */
  servedOn: LocalDate.optional(),
  presumed: z.boolean().optional(),
  /** The last day of this recipient's time of appeal. */
  appealBy: LocalDate.optional(),
  failedOn: LocalDate.optional(),
  recordedBy: Official.optional(),
});
export type ServiceRow = z.infer<typeof ServiceRow>;
