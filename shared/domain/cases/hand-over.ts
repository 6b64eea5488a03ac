import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { JobId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';
import { workKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';

/**
 * Siirto seuraajalle: what a worker has at hand in one unit, handed to a named successor a portion at a time: a client
 * with cases, deadlines and tasks, an intake matter, an appointment, a draft. What is left to do is not kept anywhere:
 * it is what still lies in the leaver's hands, so that a hand-over that was stopped goes on where it was
 * (docs/decisions/0022).
 */
export const HandOver = storedItem('handOver', {
  jobId: JobId,
  unitId: UnitId,
  fromWorkerId: UserId,
  successorId: UserId,
  state: z.enum(['underWay', 'done']),
  /** Portions handed over so far. */
  handed: z.int().nonnegative(),
  finishedAt: Instant.optional(),
  /** Left out of what was written before runs had a time. */
  ttl: z.int().optional(),
});
export type HandOver = z.infer<typeof HandOver>;

type Where = Pick<ActContext, 'services' | 'actor'>;

export const loadHandOver = (
  { services, actor: { controller } }: Where,
  jobId: JobId,
): Promise<HandOver | undefined> =>
  getItem(services.tables, controller, 'records', workKeys.job(controller, jobId), HandOver);
