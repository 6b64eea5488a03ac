import * as z from 'zod';
import type { Ending } from '../../domain/access-rights/model.ts';
import { InstructionId, PolicyId, UserId } from '../../kernel/id.ts';
import { compareInstants, Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf, LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { Grant, hasLapsed } from '../actor.ts';

/**
 * Käyttöoikeus from its proposal to its end: a supervisor proposes, the main user grants (C-16), and the user is
 * neither. It is kept after its end as long as the log is: who could see what on a given day is read from here. Authorisation reads the powers,
 * which hold only what is in force or to come (docs/decisions/0026).
 */
export const GrantContent = z
  .strictObject({
    ...Grant.omit({ grantId: true, attestBy: true }).shape,
    services: Grant.shape.services.default([]),
    relatedServices: Grant.shape.relatedServices.default([]),
    duties: Grant.shape.duties.default([]),
    specialRights: Grant.shape.specialRights.default([]),
  })
  .meta({ id: 'GrantContent' });
export type GrantContent = z.infer<typeof GrantContent>;

export const EndReason = z.enum(['dutiesEnded', 'mistake', 'misuseSuspected', 'other']);
export type EndReason = z.infer<typeof EndReason>;

const decided = { decidedAt: Instant, decidedBy: UserId };
const Course = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('proposed') }),
  z.strictObject({ state: z.literal('refused'), ...decided }),
  z.strictObject({ state: z.literal('granted'), ...decided }),
  z.strictObject({
    state: z.literal('ended'),
    ...decided,
    endedAt: Instant,
    endedBy: UserId,
    reason: EndReason,
  }),
]);

/** Käyttöoikeuden tarkistus: a supervisor has found that the right is still needed, until another day. */
export const Attestation = z.strictObject({ at: Instant, by: UserId, until: LocalDate });

/**
 * What a grant rests on where the register's responsible person instructs (C-16): the policy in force, and the
 * instruction that speaks of it, when it was given or last attested.
 */
export const RestsOn = z.strictObject({ policyId: PolicyId, instructionId: InstructionId.optional() });
export type RestsOn = z.infer<typeof RestsOn>;

/** One a month for as long as a career lasts; the oldest leaves, and stands in the log. */
const MOST_ATTESTATIONS = 100;

/** Who proposed and when stands in the head of the item. */
export const GrantItem = storedItem('grant', {
  userId: UserId,
  grant: Grant,
  course: Course,
  attestations: z.array(Attestation).max(MOST_ATTESTATIONS).optional(),
  restsOn: RestsOn.optional(),
  /** Whose supervisor attests it, by the day: while there is something to attest. */
  ...inIndexes(2),
  /** By the last day on which it holds, or held. */
  ...inIndexes(4),
});
export type GrantItem = z.infer<typeof GrantItem>;

export const attested = (
  { attestations = [] }: GrantItem,
  attestation: z.infer<typeof Attestation>,
): Required<Pick<GrantItem, 'attestations'>> => ({
  attestations: [...attestations, attestation].slice(-MOST_ATTESTATIONS),
});

export const GrantState = z
  .enum(['proposed', 'lapsed', 'refused', 'coming', 'inForce', 'expired', 'unattested', 'ended'])
  .meta({ id: 'GrantState' });
export type GrantState = z.infer<typeof GrantState>;

/**
 * What ended everything that the user had, after this grant was proposed or given.
 * @param today where one that is to come yet does not count.
 */
export function overruledBy(
  { course, createdAt }: GrantItem,
  endings: readonly Ending[],
  today?: LocalDate,
): Ending | undefined {
  if (course.state !== 'proposed' && course.state !== 'granted') return undefined;
  const since = course.state === 'proposed' ? createdAt : course.decidedAt;
  return endings
    .filter(({ at }) => at >= since && (today === undefined || helsinkiDateOf(at) <= today))
    .toSorted((one, other) => compareInstants(one.at, other.at))[0];
}

/** Where a grant stands on a day. */
export function grantStateOn(item: GrantItem, endings: readonly Ending[], today: LocalDate): GrantState {
  const { course, grant } = item;
  const isOver = overruledBy(item, endings, today) !== undefined;
  switch (course.state) {
    case 'proposed':
      return isOver ? 'lapsed' : 'proposed';
    case 'granted':
      if (isOver) return 'ended';
      if (grant.range.from > today) return 'coming';
      if (grant.range.to !== undefined && grant.range.to < today && !hasLapsed(grant, grant.range.to)) {
        return 'expired';
      }
      return hasLapsed(grant, today) ? 'unattested' : 'inForce';
    case 'refused':
    case 'ended':
      return course.state;
    default:
      return course satisfies never;
  }
}
