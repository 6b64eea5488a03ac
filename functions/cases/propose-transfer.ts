import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { sealTransferWords, type Transfer, TransferWords } from '../../shared/domain/cases/transfer.ts';
import { TRANSFER_REFUSALS } from '../../shared/domain/cases/transfer-refusals.ts';
import { referCase } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { findUnit } from '../../shared/domain/controllers/store.ts';
import { inForce } from '../../shared/kernel/date-range.ts';
import { TransferId, UnitId } from '../../shared/kernel/id.ts';
import { addDays } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { indexKeys, transferKeys } from '../../shared/table/keys.ts';
import { commitCase } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import { CaseChanged, type OfCase } from './one-case.ts';

export const ProposeTransfer = z
  .strictObject({ toUnitId: UnitId, reason: TransferWords })
  .meta({ id: 'ProposeTransfer' });

export const TransferProposed = z
  .strictObject({ ...CaseChanged.shape, transferId: TransferId })
  .meta({ id: 'TransferProposed' });
type TransferProposed = z.infer<typeof TransferProposed>;

/**
 * Proposes that another unit takes the case. Until it has answered, or its days are over, workers of that unit who
 * arrange services may read this one case, and nothing else of the client; the case stays where it is.
 */
export async function proposeTransfer(
  context: ClientContext,
  { body, ...of }: OfCase & { body: z.infer<typeof ProposeTransfer> },
): Promise<Answer<TransferProposed>> {
  const { services, actor, now, today } = context;
  const { toUnitId, reason } = body;
  const [heads, unit, { followUp }] = await Promise.all([
    findHeads(context, of),
    findUnit(context, toUnitId),
    settingsOf(services, actor.controller),
  ]);
  const [head] = heads;
  const { clientId, caseId, serviceTasks, unitId } = head;
  if (toUnitId === unitId) throw new Refusal(TRANSFER_REFUSALS.sameUnit);
  if (unit === undefined || !inForce(unit.unit, today)) throw new Refusal(TRANSFER_REFUSALS.unitUnknown);
  if (head.referredTo !== undefined) throw new Refusal(TRANSFER_REFUSALS.isProposed);

  const transferId = TransferId.parse(newId(services));
  const key = transferKeys.open(actor.controller, clientId, transferId);
  const until = addDays(today, followUp.transferDays);
  const transfer: Transfer = {
    ...key,
    entity: 'transfer',
    ...created(now, actor.userId),
    transferId,
    clientId,
    caseId,
    serviceTasks,
    fromUnitId: unitId,
    toUnitId,
    proposedBy: actor.userId,
    proposedOn: today,
    until,
    state: 'proposed',
    reason: await sealTransferWords(ringOf(context), { ...key, transferId, caseId }, 'reason', reason),
    g2pk: indexKeys.unit(actor.controller, toUnitId),
    g2sk: indexKeys.unitTransfer(until, transferId),
  };
  const by = { now, by: actor.userId };
  const { body: answer, ...told } = await commitCase(context, heads, {
    after: heads.map((before) => referCase(before, { unitId: toUnitId, transferId, until }, by)),
    changes: [{ put: transfer, when: 'absent' }],
    fields: ['referredTo'],
  });
  return { ...told, body: { ...answer, transferId } };
}
