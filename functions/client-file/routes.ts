import { CLIENT_FILE_ACTIONS } from '../../shared/access/actions/client-file.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { type Route, readOfClient } from '../../shared/http/route.ts';
import { FileAsOf, readAsOf } from './as-of.ts';
import { AsOfQuery } from './day-asked.ts';
import { findGlance, Glance, NOTES_READ, readGlance } from './glance.ts';
import { OneFile, ofPath } from './one-file.ts';
import { CLIENT_FILE_REFUSALS } from './refusals.ts';
import { readTimeline, Timeline, TimelineQuery } from './timeline.ts';
import { readTimelineAsOf, TimelineAsOf, TimelineAsOfQuery } from './timeline-as-of.ts';

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
  readOfClient({
    method: 'GET',
    path: '/v1/client-file/{clientId}/as-of',
    action: CLIENT_FILE_ACTIONS.asOf,
    event: 'FileReadAsOf',
    summary: 'The file as it stood at the end of a day: base data, relationship, open cases, network.',
    params: OneFile,
    query: AsOfQuery,
    returns: FileAsOf,
    refusals: [CLIENT_REFUSALS.merged, CLIENT_FILE_REFUSALS.dayToCome, CLIENT_FILE_REFUSALS.notYet],
    client: ofPath,
    handle: readAsOf,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/client-file/{clientId}/as-of/timeline',
    action: CLIENT_FILE_ACTIONS.timelineAsOf,
    event: 'TimelineReadAsOf',
    summary: 'Entries and documents that had been written by the end of a day, as they stood then.',
    params: OneFile,
    query: TimelineAsOfQuery,
    returns: TimelineAsOf,
    refusals: [CLIENT_REFUSALS.merged, CLIENT_FILE_REFUSALS.dayToCome, CLIENT_FILE_REFUSALS.notYet],
    client: ofPath,
    handle: readTimelineAsOf,
  }),
];
