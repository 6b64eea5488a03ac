import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  CaseId,
  ClientId,
  ClientServiceId,
  ConcernedId,
  DeadlineId,
  DecisionId,
  DelegationId,
  DocumentId,
  DraftId,
  MatterId,
  PostId,
  ReviewId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { Cents } from '../../kernel/money.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { correctedDays, someDay } from '../corrected-days.ts';
import { earlierOf } from '../earlier.ts';
import { ServiceTask } from '../service-tasks.ts';
import { SocialService } from '../social-services.ts';
import { Concerned, Official } from './concerned-model.ts';
import { DecisionKind } from './kinds.ts';
import { DecisionState } from './states.ts';

/**
 * Päätös: what an official decides on a client's right, benefit or duty (434/2003 luku 7; 1301/2014 45–46 §). The
 * text is the national document of its kind; here stands what the system counts and guards by. It is prepared by one
 * official, proposed to another and issued by one who has the power, whose name it bears. What may be told to nobody
 * but its readers (reasons, opinions, what a recipient's copy hides) is sealed.
 */

/** So many have a voice or are served at most: a commit moves each one's row when the decision gains legal force. */
export const MOST_CONCERNED = 8;
const MOST_REVIEWS = 20;
export const MOST_CORRECTIONS = 10;

/** Diaarinumero of a court. */
export const CourtCase = z
  .string()
  .regex(/^[0-9A-ZÅÄÖ][0-9A-ZÅÄÖ/.: -]{0,39}$/i, 'the case number of a court');

/** Oikaisuvaatimus or valitus: who asks for what, when it came, how it ended. Its words are a document of the case. */
export const Review = z.strictObject({
  reviewId: ReviewId,
  /** Oikaisuvaatimus; valitus hallinto-oikeuteen; valitus tai valituslupahakemus KHO:een. */
  instance: z.enum(['reviewRequest', 'administrativeCourt', 'supremeCourt']),
  concernedId: ConcernedId,
  arrivedOn: LocalDate,
  /** Whether it came by the last day of this party; a late one is not examined (49 c §). */
  inTime: z.boolean(),
  receivedBy: Official,
  /** The case number of a court, as the court writes it. */
  courtCase: CourtCase.optional(),
  documentId: DocumentId.optional(),
  result: z
    .strictObject({
      /** Pysytetty; muutettu; kumottu ja palautettu; tutkimatta; peruutettu. */
      outcome: z.enum(['upheld', 'changed', 'returned', 'dismissed', 'withdrawn']),
      on: LocalDate,
      decidedBy: Official.optional(),
      /** When the result was served on the claimant: the next time runs from it. */
      servedOn: LocalDate.optional(),
      documentId: DocumentId.optional(),
    })
    .optional(),
});
export type Review = z.infer<typeof Review>;

/** Kirjoitusvirheen korjaaminen (434/2003 51–52 §): when, by whom, on whose initiative, and which version it made. */
const Correction = z.strictObject({
  on: LocalDate,
  by: Official,
  initiator: z.enum(['ownInitiative', 'party']),
  /** Whether the parties were heard of it, or that was needless. */
  hearing: z.enum(['heard', 'needless']),
  documentVersion: z.int().positive(),
});
export type Correction = z.infer<typeof Correction>;

/** How a decision ended. */
export const DecisionEnd = z.strictObject({
  ground: z.enum([
    // In preparation: withdrawn by the applicant, or not needed any more.
    'withdrawn',
    'notNeeded',
    // Decided.
    'termOver',
    'fulfilled',
    'endedByDecision',
    'notBegun',
    'factualError',
    'newDecision',
    'changedOnReview',
    'returnedByCourt',
    'annulledByCourt',
  ]),
  on: LocalDate,
  by: Official,
});
export type DecisionEnd = z.infer<typeof DecisionEnd>;

/** The power that the decider used: the row of the delegation table, and what the statute calls it. */
const UsedPower = z.strictObject({
  power: z.enum([
    'socialWorker',
    'leading',
    'childsWorker',
    'institution',
    'childWelfareSupervisor',
    'disability',
    'official',
  ]),
  delegationId: DelegationId,
  postId: PostId,
});

/** What of a decision may become different and tells how it stood. */
const changing = {
  socialServices: z.array(SocialService).max(5),
  state: DecisionState,
  /** Myönteinen or kielteinen; a measure that binds is neither. */
  result: z.enum(['granting', 'rejecting', 'measure']),
  /** Days in force, the last one included; until further notice without a last day. */
  validity: z.strictObject({ from: LocalDate, to: LocalDate.optional() }).optional(),
  /** Tarkistuspäivä: when the grounds are looked at again. */
  reviewOn: LocalDate.optional(),
  /** Enforced in spite of an appeal: ordered in the decision, its reasons sealed. */
  atOnce: z.boolean(),
  replacedBy: DecisionId.optional(),
  documentId: DocumentId.optional(),
  issued: z
    .strictObject({
      on: LocalDate,
      by: Official,
      power: UsedPower,
      /** Esteellisyys (28 §): the decider has declared that none of the grounds holds. */
      impartial: z.literal(true),
      /** Allekirjoituksen tyyppi: our word for it, or the code of list 1.2.246.537.5.40161 as it was given. */
      signatureType: z.string().max(20),
      guidance: z.string().max(60),
    })
    .optional(),
  /** Lainvoima: the first day, as an official has recorded it. */
  force: z.strictObject({ on: LocalDate, by: Official }).optional(),
  end: DecisionEnd.optional(),
};
export const DecisionThen = z.object(changing);

const MOST_ANSWERED = 10;

export const BegunCorrection = correctedDays({ begunOn: someDay });

export const DecisionHead = storedItem('decision', {
  decisionId: DecisionId,
  clientId: ClientId,
  caseId: CaseId,
  kind: DecisionKind,
  route: z.enum(['OVK', 'OVF', 'HK', 'HF', 'K0', 'CIV', 'none']),
  serviceTasks: z.array(ServiceTask).min(1).max(7),
  ...changing,
  earlier: earlierOf(changing),
  /** The unit in which it is prepared and decided. */
  unitId: UnitId,
  preparedBy: Official,
  proposed: z.strictObject({ to: UserId, by: Official }).optional(),
  /** Whether it obliges somebody, so that its service must be proven (60 §). */
  obliging: z.boolean(),
  amount: Cents.optional(),
  /** The client needs special support: a social worker decides (1301/2014 46 §). */
  specialSupport: z.boolean(),
  concerned: z.array(Concerned).min(1).max(MOST_CONCERNED),
  /** The decision it continues, ends or carries out, or the one it is made in place of. */
  follows: DecisionId.optional(),
  replaces: DecisionId.optional(),
  /** Hakemukset: the intake matters of its case that it answers, so that each is answered in its own time. */
  answers: z.array(MatterId).max(MOST_ANSWERED).optional(),
  draftId: DraftId.optional(),
  documentVersion: z.int().positive().optional(),
  corrections: z.array(Correction).max(MOST_CORRECTIONS).optional(),
  reviews: z.array(Review).max(MOST_REVIEWS),
  /** The first day of legal force as it was counted when the decision was written last: known once all times have an end. */
  forceExpected: LocalDate.optional(),
  /** Toimeenpano: the first day on which it was carried out. */
  begun: z.strictObject({ on: LocalDate, by: Official }).optional(),
  /** By which service, where nobody recorded it by itself; the times of the law that it met by that, and that began. */
  begunBy: ClientServiceId.optional(),
  begunTimes: z.array(DeadlineId).optional(),
  begunCorrections: z.array(BegunCorrection).max(MOST_CORRECTIONS).optional(),
  /** Tarkistaminen: when its grounds were looked at again last, and what was found. */
  reassessed: z
    .strictObject({ on: LocalDate, by: Official, outcome: z.enum(['stands', 'toBeChanged', 'toEnd']) })
    .optional(),
  /** What a court, or the authority while it reviews, ordered of carrying it out (808/2019 123 §; 434/2003 49 f §). */
  enforcement: z
    .strictObject({ order: z.enum(['forbidden', 'suspended', 'allowed']), on: LocalDate, by: Official })
    .optional(),
  documentClass: z.literal('document'),
  content: Sealed,
  ...inIndexes(1, 2),
});
export type DecisionHead = z.infer<typeof DecisionHead>;

/** A place in the document's content, as a JSON pointer below the definition's root. */
export const ContentPointer = z
  .string()
  .max(300)
  .regex(/^(\/[a-z0-9_]+|\/\d+)+$/, 'a JSON pointer into the document');

/** Salassa pidettävä tieto: what a recipient's copy hides, and why (621/1999 11 §; 661/2009 37 §). */
export const CopyOf = z.strictObject({
  concernedId: ConcernedId,
  hidden: z.array(ContentPointer).max(50),
  ground: z.string().trim().min(3).max(500),
});
export type CopyOf = z.infer<typeof CopyOf>;

/** What is sealed of a decision. */
export const DecisionContent = z.strictObject({
  /** What is planned to be decided, for the hearing and for the decider. */
  plan: z.string().trim().min(3).max(2000),
  /** Lainkohdat: provisions the decision rests on. */
  provisions: z.string().trim().min(3).max(1000),
  /** Of them the laws of the controller's own list (C-03), each by its number there, or by its name where it has none. */
  laws: z.array(z.string().trim().min(1).max(200)).max(10).optional(),
  /** Why it is enforced at once. */
  atOnceReasons: z.string().trim().min(3).max(1000).optional(),
  /** What each party said, in short, or why the party was left unheard; the whole stands in a hearing document. */
  voices: z
    .array(z.strictObject({ concernedId: ConcernedId, words: z.string().trim().min(3).max(1000) }))
    .max(MOST_CONCERNED),
  copies: z.array(CopyOf).max(MOST_CONCERNED),
  /** Why it was sent back, cancelled, corrected, revoked or ended: the last ones. */
  reasons: z
    .array(z.strictObject({ of: z.string().max(40), words: z.string().trim().min(3).max(1000) }))
    .max(10),
});
export type DecisionContent = z.infer<typeof DecisionContent>;
