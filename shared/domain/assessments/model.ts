import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  AssessmentId,
  CaseId,
  ClientId,
  DeadlineId,
  DocumentId,
  RelationId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { correctedDays, someDay } from '../corrected-days.ts';
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

/**
 * Asiakkuuden alkamisesta ilmoittaminen (417/2007 § 27): who was told that the child became a client of child
 * welfare. `custodian`: huoltaja, by the relation in the child's network where it is recorded there.
 */
export const ToldRecipient = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('child') }),
    z.strictObject({ kind: z.literal('custodian'), relationId: RelationId.optional() }),
  ])
  .meta({ id: 'ToldRecipient' });
export type ToldRecipient = z.infer<typeof ToldRecipient>;

export const ToldWay = z.enum(['meeting', 'phone', 'letter', 'electronic']).meta({ id: 'ToldWay' });

/** Times that somebody was told of one clienthood. */
export const MOST_TOLD = 30;

export const Told = z.strictObject({
  recipient: ToldRecipient,
  way: ToldWay,
  on: LocalDate,
  /** Past a ban of the child, as a party. */
  asParty: z.literal(true).optional(),
  at: Instant,
  by: UserId,
});
export type Told = z.infer<typeof Told>;

/** So many corrections, with the words of their grounds, lie in the item of the assessment. */
export const MOST_CORRECTIONS = 6;

export const CorrectedDays = correctedDays({ begunOn: someDay, readyOn: someDay, decidedOn: someDay });
export type CorrectedDays = z.infer<typeof CorrectedDays>;

/** How often it was counted anew because the matter of its case had arrived on another day than was recorded. */
const Recounted = z.int().positive();

/** Määräajat: the times of the law that its beginning and its readiness have met, and the one that began by its result. */
const Times = z.strictObject({
  beginning: z.array(DeadlineId).max(20),
  readiness: z.array(DeadlineId).max(20),
  telling: z.array(DeadlineId).max(1),
});
export type Times = z.infer<typeof Times>;
export const NO_TIMES: Times = { beginning: [], readiness: [], telling: [] };

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
  /** The unit that had the case when it was ready, where that was another. */
  readyIn: UnitId.optional(),
  result: AssessmentResult.optional(),
  /** Erityisen tuen tarve, as a social worker has assessed it. */
  specialSupport: z.strictObject({ needed: z.boolean(), at: Instant, by: UserId }).optional(),
  documentId: DocumentId.optional(),
  /** Who was told of the clienthood that began by it. */
  told: z.array(Told).max(MOST_TOLD).optional(),
  /** Left out of those begun before it was kept. */
  times: Times.optional(),
  corrections: z.array(CorrectedDays).max(MOST_CORRECTIONS).optional(),
  recounted: Recounted.optional(),
});
export type Assessment = z.infer<typeof Assessment>;

/** Whether the client wants an assessment: asked before it is found needless. */
export const ClientsWish = z.enum(['wants', 'doesNotWant', 'notAsked']).meta({ id: 'ClientsWish' });

/**
 * Arviointia ei tehdä, koska se on ilmeisen tarpeetonta (1301/2014 § 36): what the client otherwise has a right to, so
 * that it stands with its grounds and who found so (`createdBy`). The grounds are sealed under the case.
 */
export const AssessmentNotMade = storedItem('assessmentNotMade', {
  assessmentId: AssessmentId,
  clientId: ClientId,
  caseId: CaseId,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  unitId: UnitId,
  decidedOn: LocalDate,
  clientsWish: ClientsWish,
  grounds: Sealed,
  /** Määräajat that it met. Left out of what was recorded before it was kept: then its fact has no name, and stays. */
  met: z.array(DeadlineId).max(20).optional(),
  corrections: z.array(CorrectedDays).max(MOST_CORRECTIONS).optional(),
  recounted: Recounted.optional(),
});
export type AssessmentNotMade = z.infer<typeof AssessmentNotMade>;
