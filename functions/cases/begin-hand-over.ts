import * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { HandOver } from '../../shared/domain/cases/hand-over.ts';
import { inHand } from '../../shared/domain/cases/in-hand.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { JobId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { workKeys } from '../../shared/table/keys.ts';
import { DAYS_OF_RUNS, goesAfterDays } from '../../shared/table/time-to-live.ts';

export const BeginHandOver = z
  .strictObject({ unitId: UnitId, fromWorkerId: UserId, successorId: UserId })
  .meta({ id: 'BeginHandOver' });
type BeginHandOver = z.infer<typeof BeginHandOver>;

/** How a hand-over stands: portions handed so far, and those that lie in the leaver's hands still. */
export const HandOverProgress = z
  .strictObject({
    jobId: JobId,
    version: z.int(),
    state: HandOver.shape.state,
    handed: z.int(),
    left: z.int(),
  })
  .meta({ id: 'HandOverProgress' });
export type HandOverProgress = z.infer<typeof HandOverProgress>;

export const progressOf = (
  { jobId, version, state, handed }: HandOver,
  left: number,
): Answer<HandOverProgress> & { version: number } => ({
  body: { jobId, version, state, handed, left },
  version,
});

/**
 * Begins handing what a worker has at hand in a unit to a named successor (1301/2014 § 42): clients, cases, deadlines,
 * tasks, intake matters, appointments, decisions in preparation, drafts. Nothing moves yet: each call to go on moves some, a portion at a time.
 */
export async function beginHandOver(
  context: ActContext,
  { body }: { body: BeginHandOver },
): Promise<Answer<HandOverProgress>> {
  const { actor, services, now } = context;
  const { unitId, fromWorkerId, successorId } = body;
  mustSupervise(actor, unitId);
  if (fromWorkerId === successorId) throw new Refusal(CASE_REFUSALS.workerCannot);
  const [portions] = await Promise.all([
    inHand(context, body),
    mustBeAble(context, { responsible: successorId }),
  ]);
  const jobId = JobId.parse(newId(services));
  const job: HandOver = {
    ...workKeys.job(actor.controller, jobId),
    entity: 'handOver',
    ...created(now, actor.userId),
    jobId,
    unitId,
    fromWorkerId,
    successorId,
    state: 'underWay',
    handed: 0,
    ttl: goesAfterDays(now, DAYS_OF_RUNS),
  };
  return commit(context, {
    changes: [{ put: job, when: 'absent' }],
    line: {
      clients: [],
      resources: [
        { kind: 'job', id: jobId, version: 1 },
        { kind: 'unit', id: unitId },
        { kind: 'user', id: fromWorkerId },
        { kind: 'user', id: successorId },
      ],
      dataGroups: ['clienthood', 'case'],
      changedFields: ['handOver'],
    },
    answer: { ...progressOf(job, portions.length), location: `/v1/cases/hand-overs/${jobId}` },
  });
}
