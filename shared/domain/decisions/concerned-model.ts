import * as z from 'zod';
import { ConcernedId, DisclosureId, RelationId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';

/** Whose matter a decision is, and how each of them was heard. */

/** Kuka ja missä virassa: who did it, with the name and post of that moment. */
export const Official = z.strictObject({
  userId: UserId,
  name: z.string().max(200),
  post: z.string().max(200),
  at: Instant,
});
export type Official = z.infer<typeof Official>;

/** In which role somebody has a voice in the matter (434/2003 14 §; 417/2007 21, 89 §). */
export const ConcernedRole = z.enum([
  'client',
  'custodian',
  'guardian',
  'continuingPowerOfAttorney',
  'authorised',
  'parent',
  'carer',
  'restricted',
]);
export type ConcernedRole = z.infer<typeof ConcernedRole>;

/**
 * Kuulematta jättämisen peruste. The first five are those of 434/2003 34 § 2 mom. (that there are five is verified,
 * their wording is not); then 417/2007 42 § 3 mom., 39 a § 1 mom. and the age of a child.
 */
export const OmissionGround = z.enum([
  'rejectedOutright',
  'employmentOrTraining',
  'assessmentOfQualities',
  'purposeEndangered',
  'evidentlyUnnecessary',
  'noContactAndNotIndispensable',
  'whereaboutsUnknown',
  'seriousDangerToChild',
  'delayWouldHarm',
  'tooYoung',
]);
export type OmissionGround = z.infer<typeof OmissionGround>;

/** Kuuleminen (34–36 §): asked with a day to answer by, answered, silent, or left unheard on a ground. */
export const Hearing = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open') }),
  z.strictObject({
    state: z.enum(['asked', 'answered', 'silent']),
    way: z.enum(['meeting', 'phone', 'letter', 'electronic']),
    askedOn: LocalDate,
    answerBy: LocalDate.optional(),
    answeredOn: LocalDate.optional(),
    /** By which disclosures the documents that the hearing was about went (36 §). */
    disclosureIds: z.array(DisclosureId).max(10).optional(),
    recordedBy: UserId,
  }),
  z.strictObject({ state: z.literal('omitted'), ground: OmissionGround, recordedBy: UserId }),
]);
export type Hearing = z.infer<typeof Hearing>;

/** Asianosainen tai muu, jolla on muutoksenhakuoikeus: the client, or somebody of the client's network. */
export const Concerned = z.strictObject({
  concernedId: ConcernedId,
  /** Left out of the client. */
  relationId: RelationId.optional(),
  roles: z.array(ConcernedRole).min(1).max(4),
  mayAppeal: z.boolean(),
  hearing: Hearing,
});
export type Concerned = z.infer<typeof Concerned>;
