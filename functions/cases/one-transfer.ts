import * as z from 'zod';
import type { Change } from '../../shared/act.ts';
import { loadTransfer, type Transfer } from '../../shared/domain/cases/transfer.ts';
import { TRANSFER_REFUSALS } from '../../shared/domain/cases/transfer-refusals.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { placedTask } from '../../shared/domain/tasks/place.ts';
import { loadTask } from '../../shared/domain/tasks/store.ts';
import { endTask, isOpenTask } from '../../shared/domain/tasks/transitions.ts';
import { CaseId, ClientId, TransferId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed, outOfIndexes } from '../../shared/table/item.ts';
import { transferKeys } from '../../shared/table/keys.ts';
import { type CaseHeads, findHeads } from './find-case.ts';

export const OneTransfer = z.strictObject({ clientId: ClientId, caseId: CaseId, transferId: TransferId });
/** The version is the case's: an answer to a proposal changes the case. */
export type OfTransfer = { params: z.infer<typeof OneTransfer>; version: number };

export async function findTransfer(
  context: ClientContext,
  { caseId, transferId }: z.infer<typeof OneTransfer>,
): Promise<Transfer> {
  const found = await loadTransfer(context, context.file.head.clientId, transferId);
  if (found === undefined || found.caseId !== caseId) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** With the task by which its proposer was reminded of it, where there is one. */
type Proposal = { transfer: Transfer; heads: CaseHeads; reminder: Task | undefined };

/**
 * A proposal that waits for its answer, with the heads of its case.
 * @throws Refusal `transfer.isOver`.
 */
export async function findProposal(
  context: ClientContext,
  { params, version }: OfTransfer,
): Promise<Proposal> {
  const [transfer, heads] = await Promise.all([
    findTransfer(context, params),
    findHeads(context, { params, version }),
  ]);
  const isAtHand = transfer.state === 'proposed' && heads[0].referredTo?.transferId === transfer.transferId;
  if (!isAtHand) throw new Refusal(TRANSFER_REFUSALS.isOver);
  const { clientId, reminderId } = transfer;
  const reminder = reminderId === undefined ? undefined : await loadTask(context, { clientId }, reminderId);
  return { transfer, heads, reminder };
}

/**
 * Only the unit that was asked answers, and while its time runs.
 * @throws Refusal `access.notAllowed`, `transfer.isOver`.
 */
export function mustBeAsked({ actor, action, today }: ClientContext, { toUnitId, until }: Transfer): void {
  const isAsked = actor.grants.some(
    (grant) => action.roles.includes(grant.role) && grant.unitIds.includes(toUnitId),
  );
  if (!isAsked) throw new Refusal(COMMON_REFUSALS.notAllowed);
  if (until < today) throw new Refusal(TRANSFER_REFUSALS.isOver);
}

/** proposed -> accepted | returned | withdrawn: out of the list of the unit that was asked, and nobody needs a reminder. */
export function endedTransfer(
  { actor, now, today }: ClientContext,
  { transfer, reminder }: Pick<Proposal, 'transfer' | 'reminder'>,
  to: Pick<Transfer, 'state'> & Partial<Pick<Transfer, 'returnReason'>>,
): Change[] {
  const put: Transfer = {
    ...outOfIndexes(transfer),
    ...transferKeys.ended(actor.controller, transfer.clientId, transfer.transferId),
    ...changed(transfer, now, actor.userId),
    ...to,
    endedOn: today,
  };
  return [
    { remove: transfer, when: { version: transfer.version } },
    { put, when: 'absent' },
    ...(reminder === undefined || !isOpenTask(reminder)
      ? []
      : placedTask(actor.controller, reminder, endTask(reminder, 'done', today, { now, by: actor.userId }))),
  ];
}
