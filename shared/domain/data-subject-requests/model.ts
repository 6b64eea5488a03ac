import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  ClientId,
  DisclosureId,
  DocumentId,
  EventId,
  NoteId,
  RelationId,
  SubjectRequestId,
  UserId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { RequestForm } from '../controllers/settings/data-subject.ts';
import { ReasonWords } from '../log-requests/model.ts';
import { RefusedFor } from './grounds.ts';
import { Identity } from './identity.ts';

/**
 * Rekisteröidyn pyyntö ((EU) 2016/679 art. 15–18, 21), and what else a person or somebody close asks of a file: a
 * party's request for documents (asianosaisen tiedonsaantioikeus, 621/1999 §§ 11, 14), the data of somebody who has died
 * (703/2023 § 52) and a reminder (muistutus, 812/2000 § 23). Log data are asked by their own law (703/2023 § 11), and wait
 * in the same queue (docs/decisions/0086).
 */
export const RequestKind = z
  .enum([
    // Tarkastuspyyntö
    'inspection',
    // Oikaisu- ja täydennyspyyntö
    'rectification',
    // Poistopyyntö
    'erasure',
    // Käsittelyn rajoittaminen
    'restriction',
    // Käsittelyn vastustaminen
    'objection',
    // Asianosaisen asiakirjapyyntö
    'partyDocuments',
    // Kuolleen henkilön tiedot
    'deceasedData',
    // Muistutus
    'reminder',
  ])
  .meta({ id: 'SubjectRequestKind' });
export type RequestKind = z.infer<typeof RequestKind>;

/** Who asks. All but the client show a right to act, or the interest for which the law gives the data. */
export const RequestAsker = z
  .enum([
    'client',
    // A minor who acts oneself
    'minor',
    'guardianOfMinor',
    'appointedGuardian',
    'authorised',
    // Asianosainen: whose right, interest or duty the matter concerns
    'party',
    // Omainen tai muu läheinen
    'closePerson',
    // Who needs the data of somebody who has died
    'applicant',
  ])
  .meta({ id: 'SubjectRequestAsker' });
export type RequestAsker = z.infer<typeof RequestAsker>;

/** What of the file is asked about. */
export const Target = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('caseNote'), id: NoteId }),
    z.strictObject({ kind: z.literal('document'), id: DocumentId }),
  ])
  .meta({ id: 'SubjectRequestTarget' });
export type Target = z.infer<typeof Target>;

export const Targets = z
  .array(Target)
  .max(50)
  .refine((targets) => new Set(targets.map(({ id }) => id)).size === targets.length, 'each once');

/** The asker's own words, and what was found of the asker. */
export const AskedContent = z.strictObject({
  words: z.string().trim().min(1).max(8000),
  /** Of anybody but the client: who it is. */
  askerName: z.string().trim().min(1).max(200).optional(),
  /** How the right to act was checked, a minor's ability judged, or an interest shown. */
  rightToAct: ReasonWords.optional(),
});
export type AskedContent = z.infer<typeof AskedContent>;

/** Tapa, jolla pyyntö toteutetaan (C-25). */
export const DeliveryMode = z
  .enum(['onSite', 'writing', 'copy', 'electronic'])
  .meta({ id: 'SubjectRequestDeliveryMode' });
export type DeliveryMode = z.infer<typeof DeliveryMode>;

export const Outcome = z
  .enum([
    'granted',
    'partly',
    'refused',
    // Handled where the controller's notice says, outside this system (C-28 of Huittinen)
    'referred',
  ])
  .meta({ id: 'SubjectRequestOutcome' });
export type Outcome = z.infer<typeof Outcome>;

/** Which costs a fee is made of: how much each is, is the controller's setting. */
export const FeeCost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('copying'), pages: z.int().min(1).max(10_000) }),
  z.strictObject({ kind: z.literal('postage') }),
  z.strictObject({ kind: z.literal('administrative') }),
]);
export type FeeCost = z.infer<typeof FeeCost>;

/** For what a fee may be taken at all (C-24). */
export const FeeBasis = z.enum(['withinYear', 'furtherCopy', 'unfoundedOrExcessive']);
export type FeeBasis = z.infer<typeof FeeBasis>;

const Official = z.strictObject({ userId: UserId, name: z.string(), post: z.string() });

const Decision = z.strictObject({
  outcome: Outcome,
  on: LocalDate,
  by: Official,
  /** For what something is refused: each rests on a provision. */
  grounds: z.array(RefusedFor).max(6),
  fee: z
    .strictObject({ cents: z.int().positive(), basis: FeeBasis, costs: z.array(FeeCost).min(1).max(3) })
    .optional(),
  /** How the data are given, and by whom: as whoever decides has said (L-10.9, L-10.10). */
  delivery: z.strictObject({ mode: DeliveryMode, deliverer: UserId.optional() }).optional(),
});

/** What is sealed of an answer. */
export const AnswerContent = z.strictObject({
  reasons: ReasonWords.optional(),
  /** What shows that a request is manifestly unfounded or excessive: the controller's to show (U-13.3, K-14.11). */
  proof: ReasonWords.optional(),
  feeReason: ReasonWords.optional(),
});
export type AnswerContent = z.infer<typeof AnswerContent>;

/** A target that was put right: in which version of it, who did it and when stand on the target itself. */
const CarriedOut = z.strictObject({
  target: Target,
  what: z.enum(['corrected', 'removed', 'statement', 'restricted']),
  version: z.int().positive(),
  at: Instant,
  /** Of a restriction, the file in which it was marked: it is lifted there also once a merge has been undone. */
  clientId: ClientId.optional(),
});
export type CarriedOut = z.infer<typeof CarriedOut>;

/** So many are kept on a request: who asks for more makes another. Steps likewise. */
export const MOST_CARRIED_OUT = 100;
/** Of them so many are statements: what the request itself names, in the files of one person, has room left. */
export const MOST_STATEMENTS = 40;
/** A commit has room for so many marks beside its own items. */
export const MOST_LIMITED = 18;
export const MOST_STEPS = 200;
export const MOST_TOLD = 200;

export const SubjectRequest = storedItem('subjectRequest', {
  requestId: SubjectRequestId,
  clientId: ClientId,
  kind: RequestKind,
  state: z.enum(['open', 'decided', 'done', 'withdrawn']),
  receivedOn: LocalDate,
  /** The last day of the time that the law gives, and the one that stands after an extension. */
  firstDueOn: LocalDate,
  dueOn: LocalDate,
  form: RequestForm,
  asker: RequestAsker,
  /** By which relation of the file the asker stands for the client: a minor's ban may be aimed at it. */
  relationId: RelationId.optional(),
  targets: z.array(Target).max(50),
  asked: Sealed,
  identity: Identity,
  extension: z
    .strictObject({ toldOn: LocalDate, by: UserId, months: z.int().min(1).max(2), words: Sealed })
    .optional(),
  decision: Decision.optional(),
  answer: Sealed.optional(),
  delivered: z
    .strictObject({
      on: LocalDate,
      mode: DeliveryMode,
      by: Official,
      /** Of an occasion on site: where it was kept. */
      place: z.string().max(200).optional(),
    })
    .optional(),
  carriedOut: z.array(CarriedOut).max(MOST_CARRIED_OUT),
  /** Of a restriction of processing: when it was lifted, and when the client was told of that. */
  lifted: z.strictObject({ on: LocalDate, toldOn: LocalDate, by: UserId }).optional(),
  /** Recipients of what was put right or restricted, who have been told (art. 19). */
  recipientsTold: z
    .array(
      z.strictObject({
        disclosureId: DisclosureId.optional(),
        /** The line of the disclosure log, where there is no disclosure beside it. */
        eventId: EventId.optional(),
        toldOn: LocalDate,
        by: UserId,
      }),
    )
    .max(MOST_TOLD)
    .optional(),
  steps: z
    .array(
      z.strictObject({
        step: z.enum([
          'recorded',
          'formCompleted',
          'identityChecked',
          'extended',
          'decided',
          'delivered',
          'carriedOut',
          'lifted',
          'recipientsTold',
          'withdrawn',
        ]),
        at: Instant,
        by: UserId,
      }),
    )
    .max(MOST_STEPS),
});
export type SubjectRequest = z.infer<typeof SubjectRequest>;
