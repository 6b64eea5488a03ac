import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  CaseId,
  ClientId,
  CustodyReportId,
  DeadlineId,
  DisclosureId,
  DocumentId,
  RelationId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { correctedDays } from '../corrected-days.ts';
import { ServiceTask } from '../service-tasks.ts';

/**
 * Olosuhdeselvitys: the report on custody and access that a court asks for (361/1983 §§ 16–16 a), of one child in one
 * case of family law. What it says is the national document; this item knows who asked what by when, with whom it was
 * talked, and when it went. A supplement that the court asks for later is a report of its own that names the first.
 */

/** Selvityspyyntö: what is sealed of it. */
export const CourtRequest = z
  .strictObject({
    court: z.string().trim().min(2).max(200),
    /** Diaarinumero, as the court writes it. */
    diaryNumber: z.string().trim().min(1).max(60).optional(),
    /** What the court wants to know. */
    questions: z.string().trim().min(3).max(8000),
  })
  .meta({ id: 'CourtRequest' });
export type CourtRequest = z.infer<typeof CourtRequest>;

/** With whom it was talked: the child, or somebody of the child's network. */
export const HeardPerson = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('child') }),
    z.strictObject({ kind: z.literal('person'), relationId: RelationId }),
  ])
  .meta({ id: 'HeardPerson' });
export type HeardPerson = z.infer<typeof HeardPerson>;

const HeardWay = z.enum(['meeting', 'homeVisit', 'phone', 'remote']).meta({ id: 'HeardWay' });

/**
 * Why it was not talked. Of the child the law knows three: the child does not agree, is too young, or it is clearly
 * unnecessary (361/1983 § 16, 3 mom.). A person may decline, or is not reached.
 */
export const NotHeardGround = z
  .enum(['doesNotAgree', 'tooYoung', 'clearlyUnnecessary', 'notReached'])
  .meta({ id: 'NotHeardGround' });
export type NotHeardGround = z.infer<typeof NotHeardGround>;

export const heardFacts = {
  person: HeardPerson,
  on: LocalDate,
  /** How it was talked; left out where it was not. */
  way: HeardWay.optional(),
  /** Why it was not talked; left out where it was. */
  notHeard: NotHeardGround.optional(),
};
export const Heard = z.strictObject({ ...heardFacts, at: Instant, by: UserId });
export type Heard = z.infer<typeof Heard>;

/** So many talks, and corrections of days with the words of their grounds, lie in the item. */
export const MOST_HEARD = 40;
export const MOST_CORRECTIONS = 6;

/** Why none is needed any more: the parents agreed (§ 16, 2 mom.), or the court needs it no longer. */
export const ReportEndGround = z
  .enum(['agreementReached', 'courtWithdrew', 'mistake'])
  .meta({ id: 'CustodyReportEndGround' });
export type ReportEndGround = z.infer<typeof ReportEndGround>;

export const CorrectedReportDays = correctedDays({ requestedOn: LocalDate, dueOn: LocalDate });

export const CustodyReport = storedItem('custodyReport', {
  reportId: CustodyReportId,
  clientId: ClientId,
  caseId: CaseId,
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  /** The unit that the request came to. */
  unitId: UnitId,
  state: z.enum(['underWay', 'ready', 'delivered', 'ended']),
  /** Of a supplement: the report that it goes on from. */
  supplements: CustodyReportId.optional(),
  /** The day on which the request of the court arrived. */
  requestedOn: LocalDate,
  /** The day that the court has set (§ 16, 4 mom.). */
  dueOn: LocalDate,
  deadlineId: DeadlineId,
  asked: Sealed,
  heard: z.array(Heard).max(MOST_HEARD),
  documentId: DocumentId.optional(),
  readyOn: LocalDate.optional(),
  /** It went to the court by that disclosure, and is counted in that unit. */
  delivered: z.strictObject({ on: LocalDate, disclosureId: DisclosureId, unitId: UnitId }).optional(),
  /** It is needed no more, and is counted in that unit. */
  ended: z.strictObject({ on: LocalDate, ground: ReportEndGround, unitId: UnitId }).optional(),
  corrections: z.array(CorrectedReportDays).max(MOST_CORRECTIONS).optional(),
});
export type CustodyReport = z.infer<typeof CustodyReport>;
