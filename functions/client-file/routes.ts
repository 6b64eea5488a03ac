import { CLIENT_FILE_ACTIONS } from '../../shared/access/actions/client-file.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { type Route, readOfClient } from '../../shared/http/route.ts';
import { findGlance, Glance, NOTES_READ, readGlance } from './glance.ts';
import { OneFile, ofPath } from './one-file.ts';
import { readTimeline, Timeline, TimelineQuery } from './timeline.ts';

export const routes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/client-file/{clientId}/glance',
    action: CLIENT_FILE_ACTIONS.glance,
    event: 'FileSeenAtGlance',
    summary: 'A client’s file at a glance: who it is, what is open, in force and due, and the latest lines.',
    params: OneFile,
    returns: Glance,
    refusals: [CLIENT_REFUSALS.merged],
    client: ({ params }) => ({ clientId: params.clientId, notes: NOTES_READ }),
    early: findGlance,
    handle: readGlance,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/client-file/{clientId}/timeline',
    action: CLIENT_FILE_ACTIONS.timeline,
    event: 'TimelineRead',
    summary: 'Entries and documents together, the latest first, of a service task, a kind or some days.',
    params: OneFile,
    query: TimelineQuery,
    returns: Timeline,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readTimeline,
  }),
];
