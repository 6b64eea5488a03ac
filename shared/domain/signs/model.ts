import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, SignId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { created, type ItemHead, inIndexes, storedItem } from '../../table/item.ts';
import { SignCode } from '../sign-codes.ts';

/**
 * Merkki: something in the use of the log that a person looks into. It says nothing of the client, and of the worker
 * only what was counted: whether it was misuse is for a human to judge, and nothing follows by itself.
 */
export const SignNumbers = z
  .strictObject({
    /** How many: files, attempts, openings. */
    count: z.int().nonnegative().optional(),
    /** What the worker's own days at work usually have, and those of the unit. */
    usual: z.number().nonnegative().optional(),
    usualOfUnit: z.number().nonnegative().optional(),
    years: z.int().nonnegative().optional(),
    /** The first and the last time by the clock of Helsinki: `21:40`. */
    from: z.string().max(5).optional(),
    to: z.string().max(5).optional(),
    /** What the comparison rests on: a code or address on record, or a name alone. */
    by: z.enum(['record', 'name']).optional(),
  })
  .meta({ id: 'SignNumbers' });
export type SignNumbers = z.infer<typeof SignNumbers>;

export const SignOutcome = z
  .enum([
    // Asianmukaista käyttöä
    'inOrder',
    // Selvitetty työntekijän kanssa
    'explained',
    // Epäily väärinkäytöstä
    'misuseSuspected',
  ])
  .meta({ id: 'SignOutcome' });
export type SignOutcome = z.infer<typeof SignOutcome>;

/** What a reviewer found, in words that are sealed: they tell of the worker, and may tell of the client. */
export const OutcomeWords = z.string().trim().min(5).max(2000);

const Reviewed = z.strictObject({
  outcome: SignOutcome,
  by: UserId,
  at: Instant,
  words: Sealed,
  /** Where a suspicion is handled further: the id of its case. */
  reference: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,40}$/)
    .optional(),
});

/** A later look is another outcome: the last one holds, the earlier ones stay. */
export const MOST_OUTCOMES = 20;

/** What was reviewed before it had an end gets its place among what ends (`shared/table/migrations/signs-end.ts`). */
const SHAPE = z.literal(2);
export const signMade = (now: Instant, by: string): ItemHead<2> => ({
  ...created(now, by),
  schemaVersion: SHAPE.value,
});

export const Sign = storedItem('sign', {
  signId: SignId,
  code: SignCode,
  /** Whose use of the log it is, and whose supervisor looks into it. */
  userId: UserId,
  unitId: UnitId,
  /** Of one file; without it the day as a whole. */
  clientId: ClientId.optional(),
  on: LocalDate,
  numbers: SignNumbers,
  state: z.enum(['open', 'escalated', 'reviewed']),
  /** With the data-protection officer since. */
  escalatedAt: Instant.optional(),
  outcomes: z.array(Reviewed).max(MOST_OUTCOMES),
  ...inIndexes(1),
  g2pk: z.string(),
  g2sk: z.string(),
}).extend({ schemaVersion: SHAPE });
export type Sign = z.infer<typeof Sign>;

/** What a worker's day had: the usual of later days is counted from it. It names no client and expires. */
export const DayOfUse = storedItem('dayOfUse', {
  userId: UserId,
  unitId: UnitId,
  on: LocalDate,
  /** Files that were looked at without a task of the worker's own, and nothing was written. */
  files: z.int().nonnegative(),
  /** Of them outside the hours of work. */
  outside: z.int().nonnegative(),
  ttl: z.int(),
  g2pk: z.string(),
  g2sk: z.string(),
});
export type DayOfUse = z.infer<typeof DayOfUse>;

/** The run over one day of a controller's log: how far it came, and what it found. */
export const SignRun = storedItem('signRun', {
  on: LocalDate,
  state: z.enum(['underWay', 'done']),
  /** Workers are gone through in the order of their ids. */
  lastUserId: UserId.optional(),
  workers: z.int().nonnegative(),
  lines: z.int().nonnegative(),
  found: z.int().nonnegative(),
  failedUserIds: z.array(UserId).max(100),
  /** Left out of what was written before runs had a time. */
  ttl: z.int().optional(),
});
export type SignRun = z.infer<typeof SignRun>;
