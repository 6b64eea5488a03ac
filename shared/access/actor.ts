import * as z from 'zod';
import { ServiceTask } from '../domain/service-tasks.ts';
import { SocialService, withKinds } from '../domain/social-services.ts';
import { DateRange, inForce } from '../kernel/date-range.ts';
import { ClientId, ControllerId, GrantId, OpeningId, PartyId, PostId, UnitId, UserId } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { LocalDate } from '../kernel/local-date.ts';
import type { Basis } from '../trail/event.ts';
import { Duty } from './duties.ts';
import { JobRole } from './job-roles.ts';

/** What the token proves, and nothing more: a name or role sent by the caller is never trusted. */
export type Identity = {
  userId: UserId;
  controller: ControllerId;
  authenticationMethod: string;
  issuedAt: Instant;
  /** Came in by the citizens' door: the id is then a subject of that door and no worker's. */
  citizen?: true;
};

/**
 * Erityisoikeus: a right that no job role carries by itself.
 * `correctRecord`: corrects another's entry (Loimaa's notice § 11). `readAccessLog`: reads the log for
 * supervision. `seeProtectedAddresses`: the task directly needs addresses under a safety ban
 * (661/2009 § 37). `manageRestrictedFiles`: names the readers of a restricted file. `administerClientData`: a main user
 * reads files without a tie, where the controller has so chosen (C-17; docs/decisions/0057). `handleDataRequests`: handles
 * what persons ask of the data held on them, and so opens what answers them (docs/decisions/0086).
 * `askFinancialInstitutions`: the officeholder whom the authority has appointed to decide on asking a bank (703/2023 § 64,
 * 2 mom.). `giveInstructions`: is the register's responsible person, on whose instruction rights are given where the controller
 * has so chosen (C-16; docs/decisions/0078).
 */
export const SpecialRight = z.enum([
  'correctRecord',
  'readAccessLog',
  'seeProtectedAddresses',
  'manageRestrictedFiles',
  'mergeClients',
  'administerClientData',
  'askFinancialInstitutions',
  'handleDataRequests',
  'giveInstructions',
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
  /** Whose guidance it is: the student sees that worker's clients. */
  guidedBy: UserId.optional(),
  /** The producer for whom a worker of private social welfare works (457/2024 § 16). */
  providerId: PartyId.optional(),
  specialRights: z.array(SpecialRight),
  range: DateRange,
  deputyFor: UserId.optional(),
  /** The last day on which it holds unless it is attested by then. */
  attestBy: LocalDate.optional(),
});
export type Grant = z.infer<typeof Grant>;

/**
 * Whether a grant gives anything on a day. What nobody has attested in time lapses by itself, without a run that would
 * have to take it away. A main user's does not: if all of them lapsed, nobody could give a right any more. It stays on
 * the list of what is to be attested until somebody has.
 */
const holdsOn = (grant: Pick<Grant, 'role' | 'range' | 'attestBy'>, on: LocalDate): boolean =>
  inForce(grant.range, on) && !hasLapsed(grant, on);

export const hasLapsed = ({ role, attestBy }: Pick<Grant, 'role' | 'attestBy'>, on: LocalDate): boolean =>
  role !== 'mainUser' && attestBy !== undefined && attestBy < on;

/**
 * An opening in force: who opened which file until when. Its reason is sealed with the client. With a duty it was made
 * for that duty (457/2024 §§ 22–24) and serves the grants that name it; without, it is break-glass.
 */
export const OpeningInForce = z.strictObject({
  openingId: OpeningId,
  clientId: ClientId,
  until: Instant,
  duty: Duty.optional(),
});

/** Grants in force of one worker. */
export const MOST_GRANTS = 1_000;

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
  /** The last day of the post, where it has one: no grant gives anything after it, whoever gave it and when. */
  postTo: LocalDate.optional(),
  professionalNumber: z.string().max(20).optional(),
  status: z.enum(['active', 'passive']),
  /** Tokens issued before this moment no longer pass. */
  sessionsValidFrom: Instant,
  grants: z.array(Grant).max(MOST_GRANTS).readonly(),
  openings: z.array(OpeningInForce).max(50),
});
export type Powers = z.infer<typeof Powers>;

/** What a producer's worker may serve today: whose contract it is, and for what. */
export type Purchasing = {
  /** For whom the worker works: the seller or a subcontractor of the seller's. */
  providerId: PartyId;
  sellerId: PartyId;
  kind: 'purchased' | 'voucher';
  socialServices: readonly SocialService[];
};

/** A grant in force. `ofFile`: what binds it to the file at hand, where its role has no tie of its own. */
export type ActiveGrant = Grant & { ofFile?: Basis };

export type Actor = Identity & {
  name: string;
  /** None of whom is no worker: a job, a command of the operator. */
  postId?: PostId;
  postTitle: string;
  professionalNumber?: string;
  /** In force today; for the file at hand, those that reach it, narrowed to what reaches it. */
  grants: readonly ActiveGrant[];
  /** The grants before they were bound to a file. */
  unbound?: readonly ActiveGrant[];
  /** Contracts of the producers for whom the worker works, in force today with what they need. */
  purchasing?: readonly Purchasing[];
  /** Those who guide the worker, with their grants in force today. */
  guides?: readonly { userId: UserId; grants: readonly Grant[] }[];
  openings: readonly z.infer<typeof OpeningInForce>[];
};

const isPostOver = ({ postTo }: Pick<Powers, 'postTo'>, on: LocalDate): boolean =>
  postTo !== undefined && postTo < on;

/** The grants of a worker that give something on a day: none once the post has ended. A service is given with its kinds. */
export const grantsOn = (powers: Pick<Powers, 'grants' | 'postTo'>, on: LocalDate): Grant[] =>
  isPostOver(powers, on)
    ? []
    : powers.grants
        .filter((grant) => holdsOn(grant, on))
        .map((grant) => ({
          ...grant,
          services: withKinds(grant.services),
          relatedServices: withKinds(grant.relatedServices),
        }));

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
    grants: grantsOn(powers, today),
    openings: isPostOver(powers, today) ? [] : powers.openings.filter((opening) => opening.until > now),
  };
}

export const hasSpecialRight = (actor: Actor, right: SpecialRight): boolean =>
  actor.grants.some((grant) => grant.specialRights.includes(right));
