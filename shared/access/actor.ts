import * as z from 'zod';
import { ServiceTask } from '../domain/service-tasks.ts';
import { SocialService } from '../domain/social-services.ts';
import { DateRange, inForce } from '../kernel/date-range.ts';
import { ClientId, ControllerId, GrantId, OpeningId, PostId, UnitId, UserId } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { Duty } from './duties.ts';
import { JobRole } from './job-roles.ts';

/** What the token proves, and nothing more: a name or role sent by the caller is never trusted. */
export type Identity = {
  userId: UserId;
  controller: ControllerId;
  authenticationMethod: string;
  issuedAt: Instant;
};

/**
 * Erityisoikeus: a right that no job role carries by itself.
 * `correctRecord`: corrects another's entry (Loimaa's notice § 11). `readAccessLog`: reads the log for
 * supervision. `seeProtectedAddresses`: the task directly needs addresses under a safety ban
 * (661/2009 § 37). `manageRestrictedFiles`: names the readers of a restricted file.
 */
export const SpecialRight = z.enum([
  'correctRecord',
  'readAccessLog',
  'seeProtectedAddresses',
  'manageRestrictedFiles',
  'mergeClients',
]);
export type SpecialRight = z.infer<typeof SpecialRight>;

/** Käyttöoikeus as it stands in the powers item: decree 457/2024, 703/2023 § 9. */
export const Grant = z.strictObject({
  grantId: GrantId,
  role: JobRole,
  unitIds: z.array(UnitId).max(50),
  serviceTasks: z.array(ServiceTask).max(7),
  /** The services the worker gives, and those essentially related to them (457/2024 § 15). */
  services: z.array(SocialService).max(60),
  relatedServices: z.array(SocialService).max(60),
  duties: z.array(Duty).max(30),
  /** A student's task under guidance (457/2024 § 21). */
  guidedRole: JobRole.optional(),
  specialRights: z.array(SpecialRight),
  range: DateRange,
  deputyFor: UserId.optional(),
});
export type Grant = z.infer<typeof Grant>;

/** A break-glass opening in force: who opened which file until when. Its reason is sealed with the client. */
export const OpeningInForce = z.strictObject({ openingId: OpeningId, clientId: ClientId, until: Instant });

/**
 * Voimassa olevat valtuudet: one item a worker, read strongly with every request and rewritten with
 * every grant. Authorisation rests on this and on the client's heads, never on an index.
 */
export const Powers = z.strictObject({
  userId: UserId,
  controller: ControllerId,
  name: z.string().max(200),
  postId: PostId,
  postTitle: z.string().max(200),
  professionalNumber: z.string().max(20).optional(),
  status: z.enum(['active', 'passive']),
  /** Tokens issued before this moment no longer pass. */
  sessionsValidFrom: Instant,
  grants: z.array(Grant).max(200),
  openings: z.array(OpeningInForce).max(50),
});
export type Powers = z.infer<typeof Powers>;

export type Actor = Identity & {
  name: string;
  /** None of whom is no worker: a job, a command of the operator. */
  postId?: PostId;
  postTitle: string;
  professionalNumber?: string;
  /** In force today. */
  grants: readonly Grant[];
  openings: readonly z.infer<typeof OpeningInForce>[];
};

/** @returns undefined when the account is passive or the session was ended after the token was issued. */
export function actorOf(
  identity: Identity,
  powers: Powers,
  now: Instant,
  today: LocalDate,
): Actor | undefined {
  if (powers.status !== 'active' || identity.issuedAt < powers.sessionsValidFrom) return undefined;
  return {
    ...identity,
    name: powers.name,
    postId: powers.postId,
    postTitle: powers.postTitle,
    ...(powers.professionalNumber === undefined ? {} : { professionalNumber: powers.professionalNumber }),
    grants: powers.grants.filter((grant) => inForce(grant.range, today)),
    openings: powers.openings.filter((opening) => opening.until > now),
  };
}

export const hasSpecialRight = (actor: Actor, right: SpecialRight): boolean =>
  actor.grants.some((grant) => grant.specialRights.includes(right));
