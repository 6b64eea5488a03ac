import * as z from 'zod';
import { JobRole } from '../../../access/job-roles.ts';
import { DelegationId, PostId, UnitId } from '../../../kernel/id.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { Cents } from '../../../kernel/money.ts';
import { storedItem } from '../../../table/item.ts';
import { SocialService } from '../../social-services.ts';
import { DecisionKind } from '../kinds.ts';

/**
 * Toimivaltasääntö: which offices and posts the controller has given the power to decide what, within which limits,
 * from which day, by which decision of its body. Data of the controller's own, administered by the
 * main user; no row, no power. What the statute itself reserves to somebody, no row can give to others.
 */

/** Toimielimen päätös, johon toimivalta perustuu. */
const DelegationSource = z.strictObject({
  body: z.string().trim().min(2).max(200),
  decidedOn: LocalDate,
  section: z.string().trim().min(1).max(40).optional(),
});

const shape = {
  kind: DecisionKind,
  /** As what the power is held: by the words of the statute. */
  power: z.enum([
    'socialWorker',
    'leading',
    'childsWorker',
    'institution',
    'childWelfareSupervisor',
    'disability',
    'official',
  ]),
  /** Posts that hold it; with job roles beside them, either will do. */
  postIds: z.array(PostId).max(50),
  roles: z.array(JobRole).max(10),
  /** Only in these units; none named means all. */
  unitIds: z.array(UnitId).max(50),
  /** Only these services; none named means all. */
  socialServices: z.array(SocialService).max(60),
  /** Up to this amount a decision; without it no limit. */
  amountUpTo: Cents.optional(),
  /** Up to so many days of validity; a decision until further notice then needs another. */
  daysUpTo: z.int().min(1).max(3660).optional(),
  results: z
    .array(z.enum(['granting', 'rejecting', 'measure']))
    .min(1)
    .max(3),
  from: LocalDate,
  /** The last day. */
  to: LocalDate.optional(),
  source: DelegationSource,
};

export const DelegationContent = z
  .strictObject(shape)
  .refine(({ from, to }) => to === undefined || from <= to, {
    message: 'the last day is not before the first',
    path: ['to'],
  })
  .refine(({ postIds, roles }) => postIds.length + roles.length > 0, {
    message: 'the power is given to a post or a role',
    path: ['postIds'],
  })
  .meta({ id: 'DelegationContent' });
export type DelegationContent = z.infer<typeof DelegationContent>;

export const Delegation = z.strictObject({ delegationId: DelegationId, ...shape }).meta({ id: 'Delegation' });
export type Delegation = z.infer<typeof Delegation>;

export const DelegationItem = storedItem('delegation', { delegation: Delegation });
export type DelegationItem = z.infer<typeof DelegationItem>;

/** A row as it was before a change: what held on a day can be told afterwards. */
export const DelegationVersion = storedItem('delegationVersion', { delegation: Delegation });
export type DelegationVersion = z.infer<typeof DelegationVersion>;
