import * as z from 'zod';
import { supervises } from '../../shared/access/supervision.ts';
import type { ActContext } from '../../shared/act.ts';
import { type HandOver, loadHandOver } from '../../shared/domain/cases/hand-over.ts';
import { JobId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OneHandOver = z.strictObject({ jobId: JobId });

/**
 * A hand-over of a unit that the caller supervises.
 * @throws Refusal `request.notFound`.
 */
export async function findHandOver(context: ActContext, jobId: JobId): Promise<HandOver> {
  const job = await loadHandOver(context, jobId);
  if (job === undefined || !supervises(context.actor, job.unitId))
    throw new Refusal(COMMON_REFUSALS.notFound);
  return job;
}
