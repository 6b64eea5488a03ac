import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import {
  ClientId,
  EventId,
  LogRequestId,
  LogSearchId,
  RelationId,
  UserId,
  WithholdingId,
} from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { Identity } from '../data-subject-requests/identity.ts';

/**
 * Lokitietopyyntö (703/2023 § 11): the client asks in writing who has used the client's data or to whom they were
 * disclosed, and on what ground. Answered free of charge and in two months; data older than two years are given for a
 * special reason only.
 */

/** Words of a request or an answer: sealed under the client, for they tell of the client. */
const RequestWords = z.string().trim().min(1).max(4000);
/** Words by which something is refused, withheld or charged: a ground that is said in a word is none. */
export const ReasonWords = z.string().trim().min(10).max(4000);

/** Days from the first to the last, both included and both known. */
export const AskedDays = z
  .strictObject({ from: LocalDate, to: LocalDate })
  .refine(({ from, to }) => from <= to, { message: 'the last day is not before the first', path: ['to'] })
  .meta({ id: 'AskedDays' });
export type AskedDays = z.infer<typeof AskedDays>;

/** How it came: the law asks for a written request. `citizen`: by the client over the citizens' door. */
export const RequestChannel = z.enum(['letter', 'form', 'visit', 'eService', 'citizen']);
export type RequestChannel = z.infer<typeof RequestChannel>;

/**
 * Who asks. Whoever asks for another must have a right to act, which a worker has checked and says how: the guardian
 * of a minor, a guardian appointed for the client's affairs, one whom the client has authorised. Of a minor who asks
 * oneself the ability is judged.
 */
export const Asker = z.enum(['client', 'minor', 'guardianOfMinor', 'appointedGuardian', 'authorised']);
export type Asker = z.infer<typeof Asker>;

/** Whether the client asks for the own data. */
export const asksForOneself = (asker: Asker | undefined): boolean => asker === 'client' || asker === 'minor';

/**
 * Why nothing is given to somebody who asks for the client, whatever the client is given: the minor has forbidden it
 * (703/2023 § 51), or there is no right to act for the client (§ 50).
 */
export const AskerRefusedFor = z
  .enum(['minorsBan', 'noRightToAct'])
  .meta({ id: 'LogRequestAskerRefusedFor' });

export const AskedContent = z.strictObject({
  words: RequestWords.optional(),
  /** Erityinen syy for what is older than two years. */
  specialReason: ReasonWords.optional(),
  /** Who asks for the client, and how the right to act was checked; of a minor who asks, how the ability was judged. */
  rightToAct: ReasonWords.optional(),
});
export type AskedContent = z.infer<typeof AskedContent>;

export const Outcome = z.enum(['given', 'partly', 'refused']).meta({ id: 'LogRequestOutcome' });
export type Outcome = z.infer<typeof Outcome>;

export const AnswerContent = z.strictObject({
  /** Kirjallinen päätös of what is not given (703/2023 § 11(4)). */
  decision: ReasonWords.optional(),
  /** Why a fee is taken, and of which direct costs it is made. */
  feeReason: ReasonWords.optional(),
});
export type AnswerContent = z.infer<typeof AnswerContent>;

const Step = z.strictObject({
  step: z.enum(['recorded', 'identityChecked', 'answered', 'withdrawn', 'heard', 'opened']),
  at: Instant,
  by: UserId,
});
export type Step = z.infer<typeof Step>;

export const LogRequest = storedItem('logRequest', {
  requestId: LogRequestId,
  clientId: ClientId,
  state: z.enum(['open', 'answered', 'withdrawn']),
  receivedOn: LocalDate,
  /** The two months of 703/2023 § 11, as the rule in force on the day of arrival counts them. */
  dueOn: LocalDate,
  channel: RequestChannel,
  asker: Asker,
  /** Which representative asks: asked where a minor has forbidden giving data to one (703/2023 § 51). */
  relationId: RelationId.optional(),
  /** Left out of a request over the citizens' door, where who asks is known, and of the oldest: not checked then. */
  identity: Identity.optional(),
  days: AskedDays,
  /** The earlier answer in which the same log data were given already. */
  repeats: LogRequestId.optional(),
  asked: Sealed,
  outcome: Outcome.optional(),
  askerRefused: AskerRefusedFor.optional(),
  answeredOn: LocalDate.optional(),
  /** The days that were given: not the older ones where the special reason did not hold. */
  given: AskedDays.optional(),
  /** The search for those of the given days that have left the table. */
  older: LogSearchId.optional(),
  /** The last day on which the log data are read by this answer; after it the oldest of them are searched for again. */
  readableUntil: LocalDate.optional(),
  feeCents: z.int().min(1).max(100_000).optional(),
  answer: Sealed.optional(),
  steps: z.array(Step).max(20),
});
export type LogRequest = z.infer<typeof LogRequest>;

/** Whether who asks has been identified, as the controller does it (C-22). The citizens' door lets nobody else in. */
export const isIdentified = ({ channel, identity }: Pick<LogRequest, 'channel' | 'identity'>): boolean =>
  channel === 'citizen' || (identity !== undefined && identity.state !== 'pending');

/** 703/2023 § 11(2): for what log data may be kept back. */
export const WithholdingGround = z
  .enum([
    // Vakava vaara asiakkaan terveydelle tai hoidolle
    'dangerToHealthOrCare',
    // Jonkun muun oikeudet
    'rightsOfOthers',
    // Rikosten estäminen, paljastaminen ja selvittäminen
    'crime',
    // Yleinen turvallisuus
    'publicSafety',
    // Kansallinen turvallisuus
    'nationalSecurity',
  ])
  .meta({ id: 'WithholdingGround' });

const UserIds = z.array(UserId).min(1).max(20);

/**
 * What is kept back. `lines`: they are not given at all. `names`: they are given, and the worker stands in them under
 * a pseudonym.
 */
export const Withheld = z
  .discriminatedUnion('what', [
    z.strictObject({
      what: z.literal('lines'),
      scope: z.discriminatedUnion('of', [
        z.strictObject({ of: z.literal('all') }),
        z.strictObject({ of: z.literal('days'), days: AskedDays }),
        z.strictObject({ of: z.literal('users'), userIds: UserIds }),
        z.strictObject({ of: z.literal('events'), eventIds: z.array(EventId).min(1).max(100) }),
      ]),
    }),
    z.strictObject({
      what: z.literal('names'),
      scope: z.strictObject({ of: z.literal('users'), userIds: UserIds }),
    }),
  ])
  .meta({ id: 'WithheldLogData' });
export type Withheld = z.infer<typeof Withheld>;

/** Lokitietojen epääminen: in force from its decision until it is lifted, for every later reading of the client's own. */
export const Withholding = storedItem('logWithholding', {
  withholdingId: WithholdingId,
  clientId: ClientId,
  requestId: LogRequestId,
  ground: WithholdingGround,
  withheld: Withheld,
  words: Sealed,
  liftedOn: LocalDate.optional(),
});
export type Withholding = z.infer<typeof Withholding>;
