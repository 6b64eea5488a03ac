import * as z from 'zod';
import { CLIENT_ACTIONS } from '../../shared/access/actions/clients.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { ClientsMerged } from './commit-merge.ts';
import { MergeClients, mergeClients } from './merge-clients.ts';
import { OneClient, ofPath } from './one-client.ts';
import { OpenedFile } from './open-file.ts';
import { openMerged, readMergedHistory } from './open-merged.ts';
import { BaseDataHistory } from './read-history.ts';
import { MergedCases, MergedNotes, readMergedCases, readMergedNotes } from './read-merged-record.ts';
import { undoMerge } from './undo-merge.ts';

const Merged = z.strictObject({ clientId: ClientId, sourceId: ClientId });

/** One person recorded twice: merging, undoing it, and reading what the merged one held. */
export const mergeRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/merge',
    action: CLIENT_ACTIONS.merge,
    event: 'ClientsMerged',
    summary: 'Merges this client into another who is the same person.',
    writes: 'changes',
    params: OneClient,
    body: MergeClients,
    returns: ClientsMerged,
    refusals: [
      CLIENT_REFUSALS.openCases,
      CLIENT_REFUSALS.sameClient,
      CLIENT_REFUSALS.relationshipOnlyHere,
      CLIENT_REFUSALS.protectionOnlyHere,
      CLIENT_REFUSALS.refundGoesOn,
      CLIENT_REFUSALS.restrictionOnlyThere,
      CLIENT_REFUSALS.mergedTooOften,
    ],
    example: { into: '01KBN4PZ00000000000000000A' },
    client: ofPath,
    handle: mergeClients,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/merged/{sourceId}/undo',
    action: CLIENT_ACTIONS.undoMerge,
    event: 'MergeUndone',
    summary: 'Undoes a merge: both clients are what they were.',
    writes: 'changes',
    params: Merged,
    returns: ClientsMerged,
    refusals: [CLIENT_REFUSALS.notMerged],
    client: ofPath,
    handle: undoMerge,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/merged/{sourceId}',
    action: CLIENT_ACTIONS.openMerged,
    event: 'MergedFileOpened',
    summary: 'Opens the file of a client that was merged into this one.',
    params: Merged,
    returns: OpenedFile,
    client: ofPath,
    handle: openMerged,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/merged/{sourceId}/notes',
    action: CLIENT_ACTIONS.readMergedNotes,
    event: 'MergedNotesRead',
    summary: 'Entries of a client that was merged into this one, the latest first.',
    params: Merged,
    query: PageQuery,
    returns: MergedNotes,
    client: ofPath,
    handle: readMergedNotes,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/merged/{sourceId}/cases',
    action: CLIENT_ACTIONS.readMergedCases,
    event: 'MergedCasesRead',
    summary: 'Closed cases of a client that was merged into this one.',
    params: Merged,
    query: PageQuery,
    returns: MergedCases,
    client: ofPath,
    handle: readMergedCases,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/merged/{sourceId}/base-data/history',
    action: CLIENT_ACTIONS.readMergedHistory,
    event: 'MergedHistoryRead',
    summary: 'Earlier base data of a client that was merged into this one.',
    params: Merged,
    query: PageQuery,
    returns: BaseDataHistory,
    client: ofPath,
    handle: readMergedHistory,
  }),
];
