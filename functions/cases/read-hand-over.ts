import type * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { inHand } from '../../shared/domain/cases/in-hand.ts';
import { type HandOverProgress, progressOf } from './begin-hand-over.ts';
import { findHandOver, type OneHandOver } from './find-hand-over.ts';

/** How a hand-over stands, for a front end that shows it or goes on with it. */
export async function readHandOver(
  context: ActContext,
  { params }: { params: z.infer<typeof OneHandOver> },
): Promise<Reading<HandOverProgress>> {
  const job = await findHandOver(context, params.jobId);
  const portions = job.state === 'done' ? [] : await inHand(context, job);
  const { body, version } = progressOf(job, portions.length);
  return {
    version,
    line: {
      clients: [],
      resources: [
        { kind: 'job', id: job.jobId, version },
        { kind: 'user', id: job.fromWorkerId },
        { kind: 'user', id: job.successorId },
      ],
      dataGroups: ['clienthood', 'case'],
    },
    body: () => body,
  };
}
