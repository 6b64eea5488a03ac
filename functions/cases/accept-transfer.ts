import * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import type { Answer } from '../../shared/act.ts';
import { followersOf } from '../../shared/domain/cases/followers.ts';
import { MOST_WORKERS } from '../../shared/domain/cases/model.ts';
import { assignCase } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { commitCase } from './commit-case.ts';
import { judgeLoad } from './judge-load.ts';
import type { CaseChanged } from './one-case.ts';
import { endedTransfer, findProposal, mustBeAsked, type OfTransfer } from './one-transfer.ts';

/** Whose the case is in its new unit; those who took part in the old one do not any more. */
export const AcceptTransfer = z
  .strictObject({ responsibleWorkerId: UserId, workerIds: z.array(UserId).max(MOST_WORKERS).default([]) })
  .meta({ id: 'AcceptTransfer' });

/**
 * Takes the case into the unit that was asked: its unit and workers, its deadlines and tasks and the proposal itself
 * change in one commit, so that at no moment does it lie between two units.
 */
export async function acceptTransfer(
  context: ClientContext,
  { body, ...of }: OfTransfer & { body: z.infer<typeof AcceptTransfer> },
): Promise<Answer<CaseChanged>> {
  const by = { now: context.now, by: context.actor.userId };
  const proposal = await findProposal(context, of);
  const { transfer, heads } = proposal;
  mustBeAsked(context, transfer);
  await mustBeAble(context, { responsible: body.responsibleWorkerId, others: body.workerIds });
  const to = { ...body, unitId: transfer.toUnitId };
  const [head] = heads;
  return commitCase(context, heads, {
    after: heads.map((before) => assignCase(before, to, by)),
    changes: endedTransfer(context, proposal, { state: 'accepted' }),
    fields: ['referredTo', 'responsibleWorkerId', 'unitId', 'workerIds'],
    followers: await followersOf(context, head, assignCase(head, to, by)),
    findings: await judgeLoad(context, body.responsibleWorkerId, heads),
  });
}
