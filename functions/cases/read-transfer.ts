import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { CaseContent } from '../../shared/domain/cases/model.ts';
import { openCase } from '../../shared/domain/cases/store.ts';
import { openTransferWords, Transfer, TransferWords } from '../../shared/domain/cases/transfer.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { findCase } from './find-case.ts';
import { findTransfer, type OneTransfer } from './one-transfer.ts';

/** What is asked of the unit: the matter, its name and need, why it is proposed and until when. */
export const TransferView = z
  .strictObject({
    ...Transfer.pick({
      transferId: true,
      caseId: true,
      serviceTasks: true,
      fromUnitId: true,
      toUnitId: true,
      proposedBy: true,
      proposedOn: true,
      until: true,
      state: true,
      endedOn: true,
    }).shape,
    reason: TransferWords.optional(),
    returnReason: TransferWords.optional(),
    case: z.strictObject({ ...CaseContent.shape, version: z.int() }),
  })
  .meta({ id: 'TransferView' });
type TransferView = z.infer<typeof TransferView>;

export async function readTransfer(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneTransfer> },
): Promise<Reading<TransferView>> {
  const [transfer, item] = await Promise.all([
    findTransfer(context, params),
    findCase(context, params.caseId),
  ]);
  const { clientId, transferId, serviceTasks } = transfer;
  const { caseId, fromUnitId, toUnitId, proposedBy, proposedOn, until, state, endedOn } = transfer;
  return {
    line: {
      clients: [clientId],
      resources: [
        { kind: 'transfer', id: transferId, client: clientId, version: transfer.version, serviceTasks },
        { kind: 'case', id: caseId, client: clientId, version: item.version, serviceTasks },
      ],
      dataGroups: ['case'],
    },
    body: async () => {
      const ring = ringOf(context);
      const [reason, returnReason, content] = await Promise.all([
        openTransferWords(ring, transfer, 'reason'),
        openTransferWords(ring, transfer, 'returnReason'),
        openCase(ring, item),
      ]);
      return {
        transferId,
        caseId,
        serviceTasks,
        fromUnitId,
        toUnitId,
        proposedBy,
        proposedOn,
        until,
        state,
        ...(endedOn === undefined ? {} : { endedOn }),
        ...(reason === undefined ? {} : { reason }),
        ...(returnReason === undefined ? {} : { returnReason }),
        case: { ...content, version: item.version },
      };
    },
    version: item.version,
  };
}
