import { SERVICE_ACTIONS } from '../../shared/access/actions/services.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { RefundMarkId } from '../../shared/kernel/id.ts';
import { listRefunds, RefundsOfClient } from './list-refunds.ts';
import { EndRefund, endRefund, MarkRefund, markRefund, RefundChanged } from './mark-refund.ts';
import { OneClient, ofPath } from './one-service.ts';

const { notValid, wrongState } = SERVICE_REFUSALS;

/** Refunds of the state for services of refugees and victims of trafficking. */
export const refundRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/refunds',
    action: SERVICE_ACTIONS.markRefund,
    event: 'RefundMarked',
    summary: 'Marks that the state refunds what is given to the client, with the ground and its days.',
    writes: 'creates',
    params: OneClient,
    body: MarkRefund,
    returns: RefundChanged,
    refusals: [notValid, CLIENT_REFUSALS.merged],
    example: { ground: 'integration', quota: true, from: '2026-11-02', content: { municipality: '186' } },
    client: ofPath,
    handle: markRefund,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/services/clients/{clientId}/refunds',
    action: SERVICE_ACTIONS.listRefunds,
    event: 'RefundsListed',
    summary: 'On which grounds the state refunds what is given to the client, and by when it is applied for.',
    params: OneClient,
    returns: RefundsOfClient,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listRefunds,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/services/clients/{clientId}/refunds/{refundMarkId}/end',
    action: SERVICE_ACTIONS.endRefund,
    event: 'RefundEnded',
    summary: 'Ends a refund of the state, or takes back a mark that was made in error.',
    writes: 'changes',
    params: OneClient.extend({ refundMarkId: RefundMarkId }),
    body: EndRefund,
    returns: RefundChanged,
    refusals: [notValid, wrongState],
    example: { on: '2026-11-24', ground: 'moved' },
    client: ofPath,
    handle: endRefund,
  }),
];
