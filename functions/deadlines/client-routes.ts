import * as z from 'zod';
import { DEADLINE_ACTIONS } from '../../shared/access/actions/deadlines.ts';
import { DEADLINE_REFUSALS } from '../../shared/domain/deadlines/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { CancelDeadline, cancelDeadline } from './cancel-deadline.ts';
import { ClientDeadlines, listOfClient, OfClientQuery } from './list-of-client.ts';
import { DeadlineChanged, OneDeadline, ofPath } from './one-deadline.ts';
import { OneDeadlineView, readDeadline } from './read-deadline.ts';
import { RecordLateness, recordLateness } from './record-lateness.ts';

/** The times of one client. They are begun and met by the acts of other modules. */
export const clientRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/deadlines/clients/{clientId}',
    action: DEADLINE_ACTIONS.listOfClient,
    event: 'ClientDeadlinesListed',
    summary: 'The deadlines of a client that run, or those that have ended.',
    params: z.strictObject({ clientId: ClientId }),
    query: OfClientQuery,
    returns: ClientDeadlines,
    client: ofPath,
    handle: listOfClient,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/deadlines/clients/{clientId}/deadlines/{deadlineId}',
    action: DEADLINE_ACTIONS.read,
    event: 'DeadlineRead',
    summary: 'One deadline, with its pauses and what was said of its lateness.',
    params: OneDeadline,
    returns: OneDeadlineView,
    client: ofPath,
    handle: readDeadline,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/deadlines/clients/{clientId}/deadlines/{deadlineId}/lateness',
    action: DEADLINE_ACTIONS.recordLateness,
    event: 'LatenessRecorded',
    summary: 'Records why a deadline was exceeded.',
    writes: 'changes',
    params: OneDeadline,
    body: RecordLateness,
    returns: DeadlineChanged,
    refusals: [DEADLINE_REFUSALS.isNotLate],
    example: { reason: 'clientNotReached', words: 'Perhettä ei tavoitettu kolmesta yrityksestä huolimatta.' },
    client: ofPath,
    handle: recordLateness,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/deadlines/clients/{clientId}/deadlines/{deadlineId}/cancel',
    action: DEADLINE_ACTIONS.cancel,
    event: 'DeadlineCancelled',
    summary: 'Cancels a deadline that need not be met any more.',
    writes: 'changes',
    params: OneDeadline,
    body: CancelDeadline,
    returns: DeadlineChanged,
    refusals: [DEADLINE_REFUSALS.isOver],
    example: { ground: 'mistake' },
    client: ofPath,
    handle: cancelDeadline,
  }),
];
