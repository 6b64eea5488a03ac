import * as z from 'zod';
import { AssessmentId, CaseId, ClientId, DocumentId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Palvelutarpeen arviointi (1301/2014 §§ 36–37; lastensuojelun tarpeen selvittäminen 417/2007 § 26): of one client in
 * one case, begun in its time and ready in its time. What it says is the national document of the service task.
 */

/** `need`: tuen tarve. `noNeed`: ei tarvetta. `childWelfareClient`: lastensuojelun asiakkuus alkaa (417/2007 § 27). */
export const AssessmentResult = z
  .enum(['need', 'noNeed', 'childWelfareClient'])
  .meta({ id: 'AssessmentResult' });
export type AssessmentResult = z.infer<typeof AssessmentResult>;

export const Assessment = storedItem('assessment', {
  assessmentId: AssessmentId,
  clientId: ClientId,
  caseId: CaseId,
  state: z.enum(['underWay', 'ready']),
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  unitId: UnitId,
  /** Who answers for it, and for the client's matters afterwards (1301/2014 § 42; 417/2007 § 13 b). */
  responsibleWorkerId: UserId,
  begunOn: LocalDate,
  readyOn: LocalDate.optional(),
  result: AssessmentResult.optional(),
  /** Erityisen tuen tarve, as a social worker has assessed it. */
  specialSupport: z.strictObject({ needed: z.boolean(), at: Instant, by: UserId }).optional(),
  documentId: DocumentId.optional(),
});
export type Assessment = z.infer<typeof Assessment>;
