import type * as z from 'zod';
import { DEADLINE_ACTIONS } from '../../shared/access/actions/deadlines.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { type FoundRows, rowsOf } from '../../shared/http/found-rows.ts';
import type { Services } from '../../shared/services.ts';
import { findDeadlines, questionOf } from './find-deadlines.ts';
import { type DeadlinePage, type ListQuery, worklist } from './worklist.ts';

type Input = { query: z.infer<typeof ListQuery> };

export const findOwn = (
  services: Services,
  caller: Identity,
  { query }: Input,
): Promise<FoundRows<Deadline>> =>
  findDeadlines(services, caller, {
    action: DEADLINE_ACTIONS.listOwn,
    holder: { workerId: caller.userId },
    query,
  });

/** The times this worker has to keep, a list at a time, the earliest day first. */
export const listOwn = (
  context: ActContext,
  { query: { list } }: Input,
  found: FoundRows<Deadline> | undefined,
): Promise<Reading<DeadlinePage>> => {
  const { userId } = context.actor;
  return worklist(context, rowsOf(found), {
    question: questionOf({ workerId: userId }, list),
    index: 'g1',
    mayList: ({ workerId }) => workerId === userId,
  });
};
