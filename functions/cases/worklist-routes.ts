import * as z from 'zod';
import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { findOwnCases, listOwnCases } from './list-own-cases.ts';
import { findOwnClients, listOwnClients, OwnClients } from './list-own-clients.ts';
import { findUninformed, listUninformed, UninformedClients } from './list-uninformed.ts';
import { findUnitCases, listUnitCases } from './list-unit-cases.ts';
import { readLoad, UnitLoad } from './read-load.ts';
import { Worklist } from './worklist.ts';

/** My work: my clients, my cases, the cases of my unit. My drafts are with the case notes. */
export const worklistRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/cases/worklist/clients',
    action: CASE_ACTIONS.listOwnClients,
    event: 'OwnClientsListed',
    summary: 'The clients whose own worker the caller is.',
    query: PageQuery,
    returns: OwnClients,
    early: findOwnClients,
    handle: listOwnClients,
  }),
  read({
    method: 'GET',
    path: '/v1/cases/worklist/cases',
    action: CASE_ACTIONS.listOwnCases,
    event: 'OwnCasesListed',
    summary: 'The active cases the caller is responsible for.',
    query: PageQuery,
    returns: Worklist,
    early: findOwnCases,
    handle: listOwnCases,
  }),
  read({
    method: 'GET',
    path: '/v1/cases/units/{unitId}/cases',
    action: CASE_ACTIONS.listUnitCases,
    event: 'UnitCasesListed',
    summary: 'The active cases of one of the caller’s units.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: Worklist,
    early: findUnitCases,
    handle: listUnitCases,
  }),
  read({
    method: 'GET',
    path: '/v1/cases/units/{unitId}/uninformed',
    action: CASE_ACTIONS.listUninformed,
    event: 'UninformedClientsListed',
    summary:
      'Clients of a unit who have not been told how their data are processed, the longest waiting first.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: UninformedClients,
    early: findUninformed,
    handle: listUninformed,
  }),
  read({
    method: 'GET',
    path: '/v1/cases/units/{unitId}/load',
    action: CASE_ACTIONS.readLoad,
    event: 'UnitLoadRead',
    summary: 'How the work of a unit is divided among its workers, in numbers.',
    params: z.strictObject({ unitId: UnitId }),
    returns: UnitLoad,
    handle: readLoad,
  }),
];
