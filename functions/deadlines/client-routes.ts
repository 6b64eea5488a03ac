import * as z from 'zod';
import { DEADLINE_ACTIONS } from '../../shared/access/actions/deadlines.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { DEADLINE_REFUSALS } from '../../shared/domain/deadlines/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { CancelDeadline, cancelDeadline } from './cancel-deadline.ts';
import { ClientDeadlines, listOfClient, OfClientQuery } from './list-of-client.ts';
import { DeadlineChanged, OneDeadline, ofPath } from './one-deadline.ts';
import { PauseDeadline, pauseDeadline } from './pause-deadline.ts';
import { OneDeadlineView, readDeadline } from './read-deadline.ts';
import { DeadlineMet, MeetDeadline, recordEnd } from './record-end.ts';
import { RecordLateness, recordLateness } from './record-lateness.ts';
import { recordStart, StartDeadline } from './record-start.ts';
import { ResumeDeadline, resumeDeadline } from './resume-deadline.ts';

const { beforeItBegan, beginsByAct, isNotPaused, isOver, mayNotPause, noCase, noMoment, stillToCome } =
  DEADLINE_REFUSALS;
const OneClient = z.strictObject({ clientId: ClientId });
const AN_ID = '01J0000000000000000000000A';

/** The times of one client. They are begun and met by the acts of other modules; what has no act there is recorded. */
export const clientRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/deadlines/clients/{clientId}',
    action: DEADLINE_ACTIONS.listOfClient,
    event: 'ClientDeadlinesListed',
    summary: 'The deadlines of a client that run, or those that have ended.',
    params: OneClient,
    query: OfClientQuery,
    returns: ClientDeadlines,
    client: ofPath,
    handle: listOfClient,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/deadlines/clients/{clientId}',
    action: DEADLINE_ACTIONS.start,
    event: 'DeadlineStarted',
    summary: 'Records an event that has no act of its own and begins the deadline that runs from it.',
    writes: 'creates',
    params: OneClient,
    body: StartDeadline,
    returns: DeadlineChanged,
    refusals: [beginsByAct, noCase, noMoment, stillToCome, CASE_REFUSALS.isClosed],
    example: { rule: 'isolation', event: { at: '2026-11-24T08:30:00.000Z' }, caseId: AN_ID },
    client: ofPath,
    handle: recordStart,
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
  writeOfClient({
    method: 'POST',
    path: '/v1/deadlines/clients/{clientId}/deadlines/{deadlineId}/meet',
    action: DEADLINE_ACTIONS.meet,
    event: 'DeadlineMet',
    summary: 'Records the event that ends a deadline which was begun by recording one.',
    writes: 'changes',
    params: OneDeadline,
    body: MeetDeadline,
    returns: DeadlineMet,
    refusals: [beginsByAct, noMoment, stillToCome, beforeItBegan, isOver],
    example: { event: { on: '2026-11-24' } },
    client: ofPath,
    handle: recordEnd,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/deadlines/clients/{clientId}/deadlines/{deadlineId}/pause',
    action: DEADLINE_ACTIONS.pause,
    event: 'DeadlinePaused',
    summary: 'Lets a deadline stand still on the ground that its rule names.',
    writes: 'changes',
    params: OneDeadline,
    body: PauseDeadline,
    returns: DeadlineChanged,
    refusals: [mayNotPause, stillToCome, beforeItBegan, isOver],
    example: { on: '2026-11-24', until: '2026-12-08' },
    client: ofPath,
    handle: pauseDeadline,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/deadlines/clients/{clientId}/deadlines/{deadlineId}/resume',
    action: DEADLINE_ACTIONS.resume,
    event: 'DeadlineResumed',
    summary: 'Lets a deadline run again, longer or anew as its rule says.',
    writes: 'changes',
    params: OneDeadline,
    body: ResumeDeadline,
    returns: DeadlineChanged,
    refusals: [isNotPaused, stillToCome, beforeItBegan, isOver],
    example: { on: '2026-11-30' },
    client: ofPath,
    handle: resumeDeadline,
  }),
];
