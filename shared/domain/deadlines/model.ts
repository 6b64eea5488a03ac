import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { CaseId, ClientId, DeadlineId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { inIndexes, storedItem } from '../../table/item.ts';
import { earlierOf } from '../earlier.ts';
import { ServiceTask } from '../service-tasks.ts';
import { RuleKey } from './norms/norms.ts';

/** What a time is about: the item of another module, by its id. */
export const DeadlineSubject = z
  .strictObject({
    kind: z.enum([
      'client',
      'case',
      'intake',
      'assessment',
      'custodyReport',
      'plan',
      'decision',
      'service',
      'serviceOfNotice',
      'measure',
      'document',
      'request',
      'payment',
      'contract',
    ]),
    id: z.string().min(1).max(64),
  })
  .meta({ id: 'DeadlineSubject' });
export type DeadlineSubject = z.infer<typeof DeadlineSubject>;

/** Viivästyksen syy: our keys; no statute lists them. */
export const LatenessReason = z
  .enum([
    'clientNotReached',
    'clientAsked',
    'otherAuthority',
    'informationMissing',
    'staffShortage',
    'urgentMatters',
    'systemFault',
    'otherReason',
  ])
  .meta({ id: 'LatenessReason' });

export type LatenessReason = z.infer<typeof LatenessReason>;

/** Why a time needs not be met any more. */
export const CancelGround = z
  .enum(['matterClosed', 'withdrawn', 'mistake', 'replaced', 'died', 'movedAway', 'otherGround'])
  .meta({ id: 'DeadlineCancelGround' });
export type CancelGround = z.infer<typeof CancelGround>;

const DeadlineState = z
  .enum(['running', 'paused', 'met', 'lateMet', 'cancelled'])
  .meta({ id: 'DeadlineState' });

/** Times a deadline can stand still. */
export const MOST_PAUSES = 20;

/** What of a deadline may become different, but for what is told of its lateness. */
const changing = {
  unitId: UnitId,
  workerId: UserId.optional(),
  startedOn: LocalDate,
  startedAt: Instant.optional(),
  /** The last day. Of a time in hours, the day of its last moment. */
  dueOn: LocalDate,
  dueAt: Instant.optional(),
  /**
   * Keskeytykset; the last one is open while the state is `paused`. `unitId`: whose the time was on that day, which is
   * the unit it is counted in whoever has it later. Left out of what was written before it was kept.
   */
  pauses: z
    .array(
      z.strictObject({
        on: LocalDate,
        until: LocalDate,
        resumedOn: LocalDate.optional(),
        unitId: UnitId.optional(),
      }),
    )
    .max(MOST_PAUSES),
  /** Pidennys: made on a day, from what was the last day before. */
  extension: z.strictObject({ on: LocalDate, before: LocalDate }).optional(),
  state: DeadlineState,
  /** The day it was met or cancelled. */
  endedOn: LocalDate.optional(),
  /** Whose it was when it was met: counted there, whoever has it later. */
  metInUnitId: UnitId.optional(),
  cancelGround: CancelGround.optional(),
};
export const DeadlineThen = z.object(changing);

/**
 * Määräaika: a time that runs for one subject under one rule, in the wording in force when it began. It lies in the
 * file of a client, or beside an intake matter that is not tied to a client yet; of a shared case, once for each
 * subject and not for each client.
 */
export const Deadline = storedItem('deadline', {
  deadlineId: DeadlineId,
  rule: RuleKey,
  /** First day of the wording that is followed. */
  ruleFrom: LocalDate,
  subject: DeadlineSubject,
  clientId: ClientId.optional(),
  caseId: CaseId.optional(),
  /** Decide which of a unit's workers see it in a list, as those of a case do. */
  serviceTasks: z.array(ServiceTask).max(7),
  ...changing,
  /** How often its first day was said: facts that tell whether it was met bear it. Left out of those begun before it was kept. */
  timesBegun: z.int().positive().optional(),
  earlier: earlierOf(changing),
  lateness: z
    .strictObject({ reason: LatenessReason, words: Sealed.optional(), at: Instant, by: UserId })
    .optional(),
  /** When the supervisor was told that it is late. */
  escalatedOn: LocalDate.optional(),
  /** When the supervisor was told that it is about to be. */
  warnedOn: LocalDate.optional(),
  ...inIndexes(1, 2),
});
export type Deadline = z.infer<typeof Deadline>;
