import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, CommitmentId, GrantId, OpeningId, PostId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { NoticeText } from '../controllers/settings/terms.ts';
import { SignOutcome } from '../signs/model.ts';

/**
 * Avaaminen ilman asiakassuhdetta (break-glass): a worker with no verified tie opens a file all the same, says
 * why, and answers for it. 703/2023 § 9 lets data be used for a client relationship or another task of arranging or
 * giving the client's service: here that task is known to the worker alone, and is put on record.
 */
export const OpeningReason = z
  .enum([
    // Kiireellinen avun tarve
    'urgentNeed',
    // Asiakas itse otti yhteyttä
    'contactByClient',
    // Poissa olevan työntekijän tehtävä
    'absentColleague',
    // Viranomaisen yhteydenotto tai ilmoitus
    'authorityContact',
    // Muistutuksen, kantelun tai virheen selvittäminen
    'inquiry',
    'other',
  ])
  .meta({ id: 'OpeningReason' });
export type OpeningReason = z.infer<typeof OpeningReason>;

/**
 * Avaus nimettyä tehtävää varten (457/2024 §§ 22–24): a role with no clients of its own opens a file for a fault, for
 * archiving, for a reminder. The duty is the reason's code, and `reference` names the ticket or the matter.
 */
export const OpeningDuty = z.enum([
  'faultInvestigation',
  'applicationSupport',
  'archiving',
  'disposal',
  'informationRequests',
  'reminders',
  'complaints',
  'incidents',
  'feedback',
]);

/** Why a file was opened: a reason of break-glass, or a duty. */
export const OpeningGround = z.union([OpeningReason, OpeningDuty]);

/** The reason in words: sealed under the client, for it tells of the client. */
export const OpeningWords = z.string().trim().min(10).max(1000);

/** One opening, in the client's partition, with a row for the supervisor of the worker's unit. */
export const Opening = storedItem('opening', {
  openingId: OpeningId,
  clientId: ClientId,
  userId: UserId,
  /** Whose supervisor looks into it. */
  unitId: UnitId,
  reasonCode: OpeningGround,
  /** Of an opening for a duty: the number of the ticket, reminder or request. */
  reference: z.string().max(40).optional(),
  until: Instant,
  words: Sealed,
  /** Ended before its time, and by whom. */
  endedAt: Instant.optional(),
  endedBy: UserId.optional(),
  /** What a reviewer found of it last; the words tell of how work was done, and are sealed as the controller's. */
  review: z
    .strictObject({
      outcome: SignOutcome,
      by: UserId,
      at: Instant,
      words: Sealed,
      reference: z.string().max(40).optional(),
    })
    .optional(),
  g2pk: z.string(),
  g2sk: z.string(),
});
export type Opening = z.infer<typeof Opening>;

const ShortText = z.string().trim().min(1).max(200);

/** What is recorded of a user. The unit and the title come from the post. */
export const UserContent = z
  .strictObject({
    name: ShortText,
    postId: PostId,
    /** Rekisteröintinumero of a professional (Suosikki, Terhikki). */
    professionalNumber: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z-]{1,20}$/)
      .optional(),
  })
  .meta({ id: 'UserContent' });

/**
 * Käyttäjä: one person, one id, never shared (U-9.9). 703/2023 § 9: the provider keeps a register of the users of its
 * systems and of their rights. Public data of an authority's staff: no client is named, nothing is sealed.
 */
export const User = z
  .strictObject({
    userId: UserId,
    ...UserContent.shape,
    postTitle: ShortText,
    unitId: UnitId,
    /** `passive`: the employment has ended. The record stays as long as the controller keeps it (docs/decisions/0129). */
    status: z.enum(['active', 'passive']),
    from: LocalDate,
    to: LocalDate.optional(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

/**
 * A moment at which everything that had been granted or proposed to the user ended at once; `postEnded`: to come, while the
 * last day of the post is not over.
 */
export const Ending = z.strictObject({
  at: Instant,
  by: UserId,
  reason: z.enum(['employmentEnded', 'dutiesChanged', 'postEnded']),
});
export type Ending = z.infer<typeof Ending>;

export const UserItem = storedItem('user', { user: User, endings: z.array(Ending).max(200) });
export type UserItem = z.infer<typeof UserItem>;

/** The user's row in the controller's list. */
export const Member = storedItem('member', {
  member: User.pick({ userId: true, name: true, postTitle: true, unitId: true, status: true }),
  /** Among the unit's users, until the user leaves. */
  ...inIndexes(2),
  /** Among those who have left, by the day. */
  ...inIndexes(4),
});
export type Member = z.infer<typeof Member>;

/**
 * Käyttäjäsitoumus: secrecy and duties of a user, signed in the words that the controller then had (C-45; 703/2023
 * §§ 4–5). Kept word for word, and never deleted with the account: the duty of silence goes on after the employment.
 */
export const Commitment = z
  .strictObject({
    commitmentId: CommitmentId,
    signedOn: LocalDate,
    text: NoticeText,
    continuesAfterEmployment: z.boolean(),
  })
  .meta({ id: 'Commitment' });

/** Who put it on record and when stands in the head of the item. */
export const CommitmentItem = storedItem('commitment', { userId: UserId, commitment: Commitment });
export type CommitmentItem = z.infer<typeof CommitmentItem>;

/** A proposal that waits for the main user. */
export const Waiting = storedItem('proposal', { userId: UserId, grantId: GrantId });
export type Waiting = z.infer<typeof Waiting>;
