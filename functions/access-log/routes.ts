import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId, UserId } from '../../shared/kernel/id.ts';
import { LogQuery } from './log-view.ts';
import { ChecksOfClient, readChecks } from './read-checks.ts';
import { findLogOfClient, LogOfClient, readLogOfClient } from './read-log-of-client.ts';
import { findLogOfUser, LogOfUser, readLogOfUser } from './read-log-of-user.ts';
import { CheckRecorded, RecordCheck, recordCheck } from './record-check.ts';
import { signRoutes } from './sign-routes.ts';
import { witnessRoutes } from './witness-routes.ts';

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-log/clients/{clientId}',
    action: ACCESS_LOG_ACTIONS.readOfClient,
    event: 'LogOfClientRead',
    summary:
      "Who used this client's data, which, when and on what ground: the latest first, 25 lines a page.",
    params: z.strictObject({ clientId: ClientId }),
    query: LogQuery,
    returns: LogOfClient,
    early: findLogOfClient,
    handle: readLogOfClient,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/users/{userId}',
    action: ACCESS_LOG_ACTIONS.readOfUser,
    event: 'LogOfUserRead',
    summary: 'Whose data this worker used: the latest first, at most 25 lines a page, months on end.',
    params: z.strictObject({ userId: UserId }),
    query: LogQuery,
    returns: LogOfUser,
    early: findLogOfUser,
    handle: readLogOfUser,
  }),
  write({
    method: 'POST',
    path: '/v1/access-log/clients/{clientId}/checks',
    action: ACCESS_LOG_ACTIONS.recordCheck,
    event: 'LogCheckRecorded',
    summary: "Records that the use of a client's data was checked over the days given, and what was found.",
    writes: 'creates',
    params: z.strictObject({ clientId: ClientId }),
    body: RecordCheck,
    returns: CheckRecorded,
    example: { days: { from: '2026-11-01', to: '2026-11-24' }, result: 'inOrder' },
    handle: recordCheck,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/clients/{clientId}/checks',
    action: ACCESS_LOG_ACTIONS.readChecks,
    event: 'LogChecksRead',
    summary: "The checks made of a client's log: who, when, of which days and with what result.",
    params: z.strictObject({ clientId: ClientId }),
    query: PageQuery,
    returns: ChecksOfClient,
    handle: readChecks,
  }),
  ...signRoutes,
  ...witnessRoutes,
];
