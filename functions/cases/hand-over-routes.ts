import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { BeginHandOver, beginHandOver, HandOverProgress } from './begin-hand-over.ts';
import { continueHandOver } from './continue-hand-over.ts';
import { OneHandOver } from './find-hand-over.ts';
import { readHandOver } from './read-hand-over.ts';

const ID = '01KBN4PZ00000000000000000A';

/** All that a leaver has at hand in one resumable act. */
export const handOverRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/cases/hand-overs',
    action: CASE_ACTIONS.beginHandOver,
    event: 'HandOverBegun',
    summary:
      "Begins handing a worker's clients, matters, appointments, decisions and drafts of a unit to a successor.",
    writes: 'creates',
    body: BeginHandOver,
    returns: HandOverProgress,
    refusals: [CASE_REFUSALS.workerCannot],
    example: { unitId: ID, fromWorkerId: ID, successorId: '01KBN4PZ00000000000000000B' },
    handle: beginHandOver,
  }),
  read({
    method: 'GET',
    path: '/v1/cases/hand-overs/{jobId}',
    action: CASE_ACTIONS.readHandOver,
    event: 'HandOverRead',
    summary: 'How a hand-over stands: portions handed so far, and those left.',
    params: OneHandOver,
    returns: HandOverProgress,
    handle: readHandOver,
  }),
  write({
    method: 'POST',
    path: '/v1/cases/hand-overs/{jobId}/continue',
    action: CASE_ACTIONS.continueHandOver,
    event: 'ClientsHandedOver',
    summary: 'Hands over the next portions, a commit and a log line for each; called until none is left.',
    writes: 'changes',
    params: OneHandOver,
    returns: HandOverProgress,
    refusals: [CASE_REFUSALS.handOverDone, CASE_REFUSALS.workerCannot],
    handle: continueHandOver,
  }),
];
