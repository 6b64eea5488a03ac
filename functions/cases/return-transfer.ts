import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { sealTransferWords, type Transfer, TransferWords } from '../../shared/domain/cases/transfer.ts';
import { referCase } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { commitCase } from './commit-case.ts';
import type { CaseChanged } from './one-case.ts';
import { endedTransfer, findProposal, mustBeAsked, type OfTransfer } from './one-transfer.ts';

export const ReturnTransfer = z.strictObject({ reason: TransferWords }).meta({ id: 'ReturnTransfer' });

/** The unit that was asked does not take the case, and says why: the case stands as it did before. */
export async function returnTransfer(
  context: ClientContext,
  { body, ...of }: OfTransfer & { body: z.infer<typeof ReturnTransfer> },
): Promise<Answer<CaseChanged>> {
  const proposal = await findProposal(context, of);
  const { transfer } = proposal;
  mustBeAsked(context, transfer);
  const returnReason = await sealTransferWords(ringOf(context), transfer, 'returnReason', body.reason);
  return unreferred(context, proposal, { state: 'returned', returnReason });
}

/** The unit that proposed it takes it back, also when the time for an answer is over. */
export async function withdrawTransfer(context: ClientContext, of: OfTransfer): Promise<Answer<CaseChanged>> {
  return unreferred(context, await findProposal(context, of), { state: 'withdrawn' });
}

function unreferred(
  context: ClientContext,
  proposal: Awaited<ReturnType<typeof findProposal>>,
  to: Pick<Transfer, 'state'> & Partial<Pick<Transfer, 'returnReason'>>,
): Promise<Answer<CaseChanged>> {
  const by = { now: context.now, by: context.actor.userId };
  const { heads } = proposal;
  return commitCase(context, heads, {
    after: heads.map((before) => referCase(before, undefined, by)),
    changes: endedTransfer(context, proposal, to),
    fields: ['referredTo'],
  });
}
