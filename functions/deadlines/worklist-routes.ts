import * as z from 'zod';
import { DEADLINE_ACTIONS } from '../../shared/access/actions/deadlines.ts';
import { type Route, read } from '../../shared/http/route.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { countOwn, countUnit, DeadlineCounts } from './count.ts';
import { findOwn, listOwn } from './list-own.ts';
import { DeadlineRules, listRules } from './list-rules.ts';
import { findUnit, listUnit } from './list-unit.ts';
import { DeadlinePage, ListQuery } from './worklist.ts';

const OneUnit = z.strictObject({ unitId: UnitId });

/** What is late, due and coming: mine, and my unit's. */
export const worklistRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/deadlines/rules',
    action: DEADLINE_ACTIONS.listRules,
    event: 'DeadlineRulesListed',
    summary: 'The times of the law that are followed, with their sources.',
    returns: DeadlineRules,
    handle: listRules,
  }),
  read({
    method: 'GET',
    path: '/v1/deadlines/own',
    action: DEADLINE_ACTIONS.listOwn,
    event: 'OwnDeadlinesListed',
    summary: 'The caller’s deadlines: late, due, coming, others’ times, or exceeded without a reason.',
    query: ListQuery,
    returns: DeadlinePage,
    early: findOwn,
    handle: listOwn,
  }),
  read({
    method: 'GET',
    path: '/v1/deadlines/own/counts',
    action: DEADLINE_ACTIONS.countOwn,
    event: 'OwnDeadlinesCounted',
    summary: 'How many deadlines the caller has in each list, up to a hundred.',
    returns: DeadlineCounts,
    handle: countOwn,
  }),
  read({
    method: 'GET',
    path: '/v1/deadlines/units/{unitId}',
    action: DEADLINE_ACTIONS.listUnit,
    event: 'UnitDeadlinesListed',
    summary: 'The deadlines of one of the caller’s units, a list at a time.',
    params: OneUnit,
    query: ListQuery,
    returns: DeadlinePage,
    early: findUnit,
    handle: listUnit,
  }),
  read({
    method: 'GET',
    path: '/v1/deadlines/units/{unitId}/counts',
    action: DEADLINE_ACTIONS.countUnit,
    event: 'UnitDeadlinesCounted',
    summary: 'How many deadlines a unit has in each list, up to a hundred.',
    params: OneUnit,
    returns: DeadlineCounts,
    handle: countUnit,
  }),
];
