import * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { TRANSFER_REFUSALS } from '../../shared/domain/cases/transfer-refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { AcceptTransfer, acceptTransfer } from './accept-transfer.ts';
import { listTransfers, TransferPage } from './list-transfers.ts';
import { CaseChanged, OneCase, ofPath } from './one-case.ts';
import { OneTransfer } from './one-transfer.ts';
import { ProposeTransfer, proposeTransfer, TransferProposed } from './propose-transfer.ts';
import { readTransfer, TransferView } from './read-transfer.ts';
import { ReturnTransfer, returnTransfer, withdrawTransfer } from './return-transfer.ts';

const ID = '01KBN4PZ00000000000000000A';
const OF_CASE = '/v1/cases/clients/{clientId}/cases/{caseId}/transfers';
const OF_TRANSFER = `${OF_CASE}/{transferId}`;

/** A case goes to another unit when that unit takes it. `If-Match` names the version of the case. */
export const transferRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: OF_CASE,
    action: CASE_ACTIONS.proposeTransfer,
    event: 'TransferProposed',
    summary: 'Proposes that another unit takes a case.',
    writes: 'changes',
    params: OneCase,
    body: ProposeTransfer,
    returns: TransferProposed,
    refusals: [
      CASE_REFUSALS.isClosed,
      TRANSFER_REFUSALS.sameUnit,
      TRANSFER_REFUSALS.unitUnknown,
      TRANSFER_REFUSALS.isProposed,
    ],
    example: { toUnitId: ID, reason: 'Perhe on muuttanut toisen yksikön alueelle.' },
    client: ofPath,
    handle: proposeTransfer,
  }),
  read({
    method: 'GET',
    path: '/v1/cases/units/{unitId}/transfers',
    action: CASE_ACTIONS.listTransfers,
    event: 'UnitTransfersListed',
    summary: 'The cases proposed to one of the caller’s units, that wait for its answer.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: TransferPage,
    handle: listTransfers,
  }),
  readOfClient({
    method: 'GET',
    path: OF_TRANSFER,
    action: CASE_ACTIONS.readTransfer,
    event: 'TransferRead',
    summary: 'A proposed transfer, with the matter and the reason.',
    params: OneTransfer,
    returns: TransferView,
    client: ofPath,
    handle: readTransfer,
  }),
  writeOfClient({
    method: 'POST',
    path: `${OF_TRANSFER}/accept`,
    action: CASE_ACTIONS.acceptTransfer,
    event: 'TransferAccepted',
    summary: 'Takes the case into the unit that was asked.',
    writes: 'changes',
    params: OneTransfer,
    body: AcceptTransfer,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, CASE_REFUSALS.workerCannot, TRANSFER_REFUSALS.isOver],
    example: { responsibleWorkerId: ID },
    client: ofPath,
    handle: acceptTransfer,
  }),
  writeOfClient({
    method: 'POST',
    path: `${OF_TRANSFER}/return`,
    action: CASE_ACTIONS.returnTransfer,
    event: 'TransferReturned',
    summary: 'Returns the proposal: the case stays where it was.',
    writes: 'changes',
    params: OneTransfer,
    body: ReturnTransfer,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, TRANSFER_REFUSALS.isOver],
    example: { reason: 'Perhe asuu edelleen entisen yksikön alueella.' },
    client: ofPath,
    handle: returnTransfer,
  }),
  writeOfClient({
    method: 'POST',
    path: `${OF_TRANSFER}/withdraw`,
    action: CASE_ACTIONS.withdrawTransfer,
    event: 'TransferWithdrawn',
    summary: 'Takes the proposal back.',
    writes: 'changes',
    params: OneTransfer,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, TRANSFER_REFUSALS.isOver],
    client: ofPath,
    handle: withdrawTransfer,
  }),
];
