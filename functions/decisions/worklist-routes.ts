import * as z from 'zod';
import { DECISION_ACTIONS } from '../../shared/access/actions/decisions.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import {
  ForceQuery,
  ForceWorklist,
  findForceOfUnit,
  findOwnForce,
  listForceOfUnit,
  listOwnForce,
} from './force-worklist.ts';
import {
  DecisionWorklist,
  findOwnDecisions,
  findProposals,
  listOwnDecisions,
  listProposals,
} from './worklists.ts';

/** What waits for a decider, and what the worker prepares. */
export const worklistRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/decisions/worklist/own',
    action: DECISION_ACTIONS.listOwn,
    event: 'OwnDecisionsListed',
    summary: 'The decisions that the caller prepares or has proposed.',
    query: PageQuery,
    returns: DecisionWorklist,
    early: findOwnDecisions,
    handle: listOwnDecisions,
  }),
  read({
    method: 'GET',
    path: '/v1/decisions/units/{unitId}/proposals',
    action: DECISION_ACTIONS.listProposals,
    event: 'UnitProposalsListed',
    summary: 'The decisions that wait for a decider in one of the caller’s units.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: DecisionWorklist,
    early: findProposals,
    handle: listProposals,
  }),
  read({
    method: 'GET',
    path: '/v1/decisions/units/{unitId}/force',
    action: DECISION_ACTIONS.listForce,
    event: 'UnitForceListed',
    summary:
      'The decisions of a unit whose legal force is to be confirmed, or comes soon, and how many there are.',
    params: z.strictObject({ unitId: UnitId }),
    query: ForceQuery,
    returns: ForceWorklist,
    early: findForceOfUnit,
    handle: listForceOfUnit,
  }),
  read({
    method: 'GET',
    path: '/v1/decisions/worklist/force',
    action: DECISION_ACTIONS.listOwnForce,
    event: 'OwnForceListed',
    summary: 'The decisions that the caller has made whose legal force is to be confirmed, or comes soon.',
    query: ForceQuery,
    returns: ForceWorklist,
    early: findOwnForce,
    handle: listOwnForce,
  }),
];
