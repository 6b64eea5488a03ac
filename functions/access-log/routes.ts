import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { listUnused, UnusedAccounts, UnusedQuery } from './list-unused.ts';
import { LogClassQuery, WorkerLogQuery } from './log-view.ts';
import { ChecksOfClient, readChecks } from './read-checks.ts';
import { findLog, LogPage, readLog } from './read-log.ts';
import { findLogOfClient, LogOfClient, readLogOfClient } from './read-log-of-client.ts';
import { findLogOfUnit, LogOfUnit, readLogOfUnit } from './read-log-of-unit.ts';
import { findLogOfUser, LogOfUser, readLogOfUser } from './read-log-of-user.ts';
import { CheckRecorded, RecordCheck, recordCheck } from './record-check.ts';
import { searchRoutes } from './search-routes.ts';
import { signRoutes } from './sign-routes.ts';
import { witnessRoutes } from './witness-routes.ts';

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-log/clients/{clientId}',
    action: ACCESS_LOG_ACTIONS.readOfClient,
    event: 'LogOfClientRead',
    summary:
      "Who used this client's data, which, when and on what ground: the latest first, 25 lines a page; of one class where it is named.",
    params: z.strictObject({ clientId: ClientId }),
    query: LogClassQuery,
    returns: LogOfClient,
    early: findLogOfClient,
    handle: readLogOfClient,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/users/{userId}',
    action: ACCESS_LOG_ACTIONS.readOfUser,
    event: 'LogOfUserRead',
    summary:
      'Whose data this worker used: the latest first, at most 25 lines a page, months on end; or what was of one class, everyday work apart.',
    params: z.strictObject({ userId: UserId }),
    query: WorkerLogQuery,
    returns: LogOfUser,
    early: findLogOfUser,
    handle: readLogOfUser,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/units/{unitId}',
    action: ACCESS_LOG_ACTIONS.readOfUnit,
    event: 'LogOfUnitRead',
    summary:
      'What those who acted for this unit did, or what of it was of one class: break-glass, refused, a disclosure, a search, or by basis.',
    params: z.strictObject({ unitId: UnitId }),
    query: LogClassQuery,
    returns: LogOfUnit,
    early: findLogOfUnit,
    handle: readLogOfUnit,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/lines',
    action: ACCESS_LOG_ACTIONS.readOfController,
    event: 'LogRead',
    summary:
      'What was done in the whole controller over the days given, or what of it was of one class: break-glass, refused, a disclosure, a search, or by basis.',
    query: LogClassQuery,
    returns: LogPage,
    early: findLog,
    handle: readLog,
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
  ...searchRoutes,
  ...signRoutes,
  ...witnessRoutes,
  read({
    method: 'GET',
    path: '/v1/access-log/unused-accounts',
    action: ACCESS_LOG_ACTIONS.listUnused,
    event: 'UnusedAccountsListed',
    summary: 'Accounts that have rights and have not been used for as long as the controller has said.',
    query: UnusedQuery,
    returns: UnusedAccounts,
    handle: listUnused,
  }),
];
