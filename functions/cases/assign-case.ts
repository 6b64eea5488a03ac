import * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import type { Answer } from '../../shared/act.ts';
import { followersOf } from '../../shared/domain/cases/followers.ts';
import { MOST_WORKERS } from '../../shared/domain/cases/model.ts';
import { assignCase as assigned } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { UnitId, UserId } from '../../shared/kernel/id.ts';
import { commitCase } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import { judgeLoad } from './judge-load.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

/** Whose the case is from now on; what is not said stays as it was. */
export const AssignCase = z
  .strictObject({
    responsibleWorkerId: UserId.optional(),
    workerIds: z.array(UserId).max(MOST_WORKERS).optional(),
    unitId: UnitId.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'something to change')
  .meta({ id: 'AssignCase' });
type AssignCase = z.infer<typeof AssignCase>;

/**
 * Gives a case to a responsible worker, to others beside, or to another unit (703/2023 § 38; 1301/2014 § 42). Its
 * deadlines and tasks go where it goes.
 */
export async function assignCase(
  context: ClientContext,
  { body, ...of }: OfCase & { body: AssignCase },
): Promise<Answer<CaseChanged>> {
  const by = { now: context.now, by: context.actor.userId };
  // First the case: of one that there is not, nothing else is told.
  const heads = await findHeads(context, of);
  await mustBeAble(context, { responsible: body.responsibleWorkerId, others: body.workerIds });
  const [head] = heads;
  return commitCase(context, heads, {
    after: heads.map((before) => assigned(before, body, by)),
    fields: Object.keys(body).toSorted(),
    followers: await followersOf(context, head, assigned(head, body, by)),
    findings: await judgeLoad(context, body.responsibleWorkerId, heads),
  });
}
