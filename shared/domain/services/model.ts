import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  CaseId,
  ClientId,
  ClientServiceId,
  DeadlineId,
  DecisionId,
  DeliveryId,
  DocumentId,
  PartyId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { correctedDays, someDay } from '../corrected-days.ts';
import { earlierOf } from '../earlier.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';

/** Määrän yksikkö: what is counted of a service. */
const ServiceUnit = z
  .enum(['hours', 'visits', 'days', 'weeks', 'trips', 'kilometres', 'pieces'])
  .meta({ id: 'ServiceUnit' });

/** In hundredths of the unit, so that half an hour is a whole number. */
const Hundredths = z.int().positive().max(10_000_000);

/** Myönnetty määrä: so much in each period, or in all. */
export const GrantedAmount = z
  .strictObject({
    hundredths: Hundredths,
    unit: ServiceUnit,
    per: z.enum(['day', 'week', 'month', 'year', 'whole']),
  })
  .meta({ id: 'GrantedAmount' });
export type GrantedAmount = z.infer<typeof GrantedAmount>;

export const ServiceBasisKind = z.enum(['decision', 'agreement', 'guidance', 'urgentNeed']);

/**
 * What a service rests on: a decision (1301/2014 § 45), an agreement, or guidance and urgent help that need none. The
 * decision is named by its id and its document.
 */
const ServiceBasis = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('decision'),
      decisionId: DecisionId,
      documentId: DocumentId.optional(),
    }),
    z.strictObject({ kind: z.literal('agreement'), documentId: DocumentId.optional() }),
    z.strictObject({ kind: z.literal('guidance') }),
    z.strictObject({ kind: z.literal('urgentNeed') }),
  ])
  .meta({ id: 'ServiceBasis' });

/** Palvelun toteuttaja (703/2023 § 38): the controller's own unit, or a producer from the register of parties. */
const Producer = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('own') }),
    z.strictObject({ kind: z.enum(['purchased', 'voucher']), partyId: PartyId }),
  ])
  .meta({ id: 'ServiceProducer' });

export const ServiceEndGround = z
  .enum([
    'goalsReached',
    'needEnded',
    'validityEnded',
    'clientWithdrew',
    'replaced',
    'moved',
    'died',
    'otherGround',
  ])
  .meta({ id: 'ServiceEndGround' });

const EvaluationResult = z
  .enum(['goalsReached', 'partlyReached', 'notReached', 'tooEarly'])
  .meta({ id: 'ServiceEvaluationResult' });

/** Arvio palvelun vaikutuksesta: when, by whom, with which result; its words are sealed. */
export const Evaluation = z.strictObject({
  on: LocalDate,
  by: UserId,
  result: EvaluationResult,
  documentId: DocumentId.optional(),
  words: Sealed.optional(),
});
/** So many evaluations stand with a service; more say it in documents. */
export const MOST_EVALUATIONS = 20;

/** What of a service may become different. */
const changing = {
  producer: Producer,
  state: z.enum(['granted', 'underWay', 'suspended', 'ended']),
  unitId: UnitId,
  workerId: UserId.optional(),
  validFrom: LocalDate,
  /** Left out of what is granted until further notice. */
  validTo: LocalDate.optional(),
  amount: GrantedAmount.optional(),
  startedOn: LocalDate.optional(),
  suspendedOn: LocalDate.optional(),
  endedOn: LocalDate.optional(),
  endGround: ServiceEndGround.optional(),
};
export const ServiceThen = z.object(changing);

/** So many corrections, with the words of their grounds, lie in the item of the service. */
export const MOST_CORRECTIONS = 6;

export const CorrectedServiceDays = correctedDays({ startedOn: someDay, endedOn: someDay });

/**
 * Asiakkaan palvelu: one social service given to a client in a case, under its service task (1301/2014 §§ 14, 45–47;
 * 703/2023 § 38). What is decided stands in the decision; this item says what was granted and how it is carried out.
 */
export const ClientService = storedItem('clientService', {
  clientServiceId: ClientServiceId,
  clientId: ClientId,
  caseId: CaseId,
  serviceTask: ServiceTask,
  socialService: SocialService,
  basis: ServiceBasis,
  ...changing,
  earlier: earlierOf(changing),
  evaluations: z.array(Evaluation).max(MOST_EVALUATIONS),
  /** Who recorded the days, and which times of the law the start met. Left out of what was recorded before it was kept. */
  startedBy: UserId.optional(),
  endedBy: UserId.optional(),
  met: z.array(DeadlineId).optional(),
  corrections: z.array(CorrectedServiceDays).max(MOST_CORRECTIONS).optional(),
  /** Name and need, sealed under the case. */
  content: Sealed,
  ...inIndexes(2),
});
export type ClientService = z.infer<typeof ClientService>;

/** What is sealed of a service. A service of no list has a name of its own and the need it answers (1301/2014 § 11). */
export const ServiceContent = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    need: z.string().trim().min(1).max(2000).optional(),
  })
  .meta({ id: 'ServiceContent' });
export type ServiceContent = z.infer<typeof ServiceContent>;

/** Toteuma: what was delivered on a day. The id carries the day, so that deliveries lie in their order. */
export const Delivery = storedItem('delivery', {
  deliveryId: DeliveryId,
  clientServiceId: ClientServiceId,
  clientId: ClientId,
  caseId: CaseId,
  on: LocalDate,
  hundredths: Hundredths,
  unit: ServiceUnit,
  recordedAt: Instant,
  recordedBy: UserId,
  /** Recorded by mistake: it counts no more. */
  cancelledBy: UserId.optional(),
  words: Sealed.optional(),
});
export type Delivery = z.infer<typeof Delivery>;
