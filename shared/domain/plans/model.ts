import * as z from 'zod';
import { CaseId, ClientId, DisclosureId, DocumentId, PlanId, UnitId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { DocumentHead } from '../documents/model.ts';
import { earlierOf } from '../earlier.ts';

/** Why a plan is needed no more. */
export const PlanEndGround = z
  .enum(['goalsReached', 'serviceEnded', 'caseClosed', 'moved', 'died', 'otherGround'])
  .meta({ id: 'PlanEndGround' });

/** What of a plan may become different. */
const changing = {
  unitId: UnitId,
  workerId: UserId.optional(),
  state: z.enum(['inForce', 'replaced', 'ended']),
  /** By when it is reviewed: as the law says, or earlier as was agreed. */
  reviewBy: LocalDate.optional(),
  /** The last review that found it good as it is. */
  reviewedOn: LocalDate.optional(),
  replacedBy: PlanId.optional(),
  /** An activation plan was delivered to the register of employment services (189/2001 § 12), by that disclosure. */
  delivered: z
    .strictObject({ to: z.literal('employmentRegister'), on: LocalDate, disclosureId: DisclosureId })
    .optional(),
  endedOn: LocalDate.optional(),
  endGround: PlanEndGround.optional(),
};
export const PlanThen = z.object(changing);

/**
 * Suunnitelma (1301/2014 § 39; 417/2007 §§ 30–30 a): which plan of a client is in force, what document says it, and by
 * when it is looked at again. What it says stands in the document; this item knows its life.
 */
export const Plan = storedItem('plan', {
  planId: PlanId,
  clientId: ClientId,
  caseId: CaseId,
  /** OID of the type, without a version: plans of one type and case follow each other. */
  typeOid: z.string().max(64),
  documentId: DocumentId,
  ...DocumentHead.pick({
    kind: true,
    serviceTasks: true,
    socialServices: true,
    sensitivity: true,
    phase: true,
  }).shape,
  madeOn: LocalDate,
  replaces: PlanId.optional(),
  ...changing,
  earlier: earlierOf(changing),
  ...inIndexes(2),
});
export type Plan = z.infer<typeof Plan>;
