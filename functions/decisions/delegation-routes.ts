import * as z from 'zod';
import { DELEGATION_ACTIONS } from '../../shared/access/actions/delegations.ts';
import { DelegationContent } from '../../shared/domain/decisions/powers/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { addDelegation } from './add-delegation.ts';
import { changeDelegation, EndDelegation, endDelegation } from './change-delegation.ts';
import { DelegationChanged, DelegationRow, OneDelegation } from './delegation-view.ts';
import { KindList, listKinds } from './list-kinds.ts';
import {
  DelegationHistory,
  DelegationPage,
  listDelegations,
  readDelegation,
  readDelegationHistory,
} from './read-delegations.ts';

const EXAMPLE: z.input<typeof DelegationContent> = {
  kind: '11052',
  power: 'official',
  postIds: [],
  roles: ['arranging'],
  unitIds: [],
  socialServices: [],
  daysUpTo: 365,
  results: ['granting', 'rejecting'],
  from: '2026-01-01',
  source: { body: 'Aluehallitus', decidedOn: '2025-12-15', section: '312 §' },
};

/** Kinds of decision, and who has been given the power to make which. */
export const delegationRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/decisions/kinds',
    action: DELEGATION_ACTIONS.listKinds,
    event: 'DecisionKindsListed',
    summary:
      'The kinds of decision: statute, powers, way of appeal, hearing, service and longest term of each.',
    returns: KindList,
    handle: listKinds,
  }),
  read({
    method: 'GET',
    path: '/v1/decisions/delegations',
    action: DELEGATION_ACTIONS.listDelegations,
    event: 'DelegationsListed',
    summary: 'The delegation table of the own controller.',
    query: PageQuery,
    returns: DelegationPage,
    handle: listDelegations,
  }),
  write({
    method: 'POST',
    path: '/v1/decisions/delegations',
    action: DELEGATION_ACTIONS.addDelegation,
    event: 'DelegationAdded',
    summary: 'Adds a row to the delegation table: a kind of decision, its limits and to whom it is given.',
    writes: 'creates',
    body: DelegationContent,
    returns: DelegationChanged,
    refusals: [DECISION_REFUSALS.delegationNotValid],
    example: EXAMPLE,
    handle: addDelegation,
  }),
  read({
    method: 'GET',
    path: '/v1/decisions/delegations/{kind}/{delegationId}',
    action: DELEGATION_ACTIONS.readDelegation,
    event: 'DelegationRead',
    summary: 'One row of the delegation table.',
    params: OneDelegation,
    returns: DelegationRow,
    handle: readDelegation,
  }),
  write({
    method: 'PUT',
    path: '/v1/decisions/delegations/{kind}/{delegationId}',
    action: DELEGATION_ACTIONS.changeDelegation,
    event: 'DelegationChanged',
    summary: 'Writes a row anew; what it said before is kept.',
    writes: 'changes',
    params: OneDelegation,
    body: DelegationContent,
    returns: DelegationChanged,
    refusals: [DECISION_REFUSALS.delegationNotValid],
    example: EXAMPLE,
    handle: changeDelegation,
  }),
  write({
    method: 'POST',
    path: '/v1/decisions/delegations/{kind}/{delegationId}/end',
    action: DELEGATION_ACTIONS.endDelegation,
    event: 'DelegationEnded',
    summary: 'Ends a row with its last day.',
    writes: 'changes',
    params: OneDelegation,
    body: EndDelegation,
    returns: DelegationChanged,
    refusals: [DECISION_REFUSALS.delegationNotValid, DECISION_REFUSALS.delegationEnded],
    example: { to: '2026-12-31' },
    handle: endDelegation,
  }),
  read({
    method: 'GET',
    path: '/v1/decisions/delegations/{kind}/{delegationId}/history',
    action: DELEGATION_ACTIONS.readDelegationHistory,
    event: 'DelegationHistoryRead',
    summary: 'What a row said before, the latest first.',
    params: OneDelegation,
    query: PageQuery,
    returns: DelegationHistory,
    handle: readDelegationHistory,
  }),
];
