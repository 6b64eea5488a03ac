import * as z from 'zod';
import { CASE_ACTIONS } from '../../../shared/access/actions/cases.ts';
import { Transfer } from '../../../shared/domain/cases/transfer.ts';
import { glancePart } from './part.ts';

export const TransferAtHand = z
  .strictObject(
    Transfer.pick({
      transferId: true,
      caseId: true,
      serviceTasks: true,
      fromUnitId: true,
      toUnitId: true,
      proposedBy: true,
      proposedOn: true,
      until: true,
      version: true,
    }).shape,
  )
  .meta({ id: 'TransferAtHand' });

/** Cases that another unit is asked to take, beside the cases themselves. Why, is read with the transfer. */
export const transfersPart = glancePart({
  letters: 'cr',
  list: CASE_ACTIONS.readTransfer,
  entity: 'transfer',
  dataGroup: 'case',
  schema: Transfer,
  mayKnow: () => true,
  order: ({ until, transferId }) => `${until} ${transferId}`,
  resource: ({ transferId, serviceTasks }) => ({ kind: 'transfer', id: transferId, serviceTasks }),
  open: async (_ring, transfers) => transfers.map((transfer) => TransferAtHand.strip().parse(transfer)),
});
