import * as z from 'zod';
import { TASK_ACTIONS } from '../../shared/access/actions/tasks.ts';
import { TASK_REFUSALS } from '../../shared/domain/tasks/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { TaskId, UnitId } from '../../shared/kernel/id.ts';
import { finishOfUnit } from './end-task.ts';
import { findOwn, listOwn } from './list-own.ts';
import { findUnit, listUnit, UnitQuery } from './list-unit.ts';
import { TaskChanged } from './one-task.ts';
import { TaskPage } from './worklist.ts';

export const OneTaskOfUnit = z.strictObject({ unitId: UnitId, taskId: TaskId });

/** What there is to do: mine, my unit's, and what waits for a unit's supervisor. */
export const worklistRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/tasks/own',
    action: TASK_ACTIONS.listOwn,
    event: 'OwnTasksListed',
    summary: 'What the caller has to do, the earliest due first.',
    query: PageQuery,
    returns: TaskPage,
    early: findOwn,
    handle: listOwn,
  }),
  read({
    method: 'GET',
    path: '/v1/tasks/units/{unitId}',
    action: TASK_ACTIONS.listUnit,
    event: 'UnitTasksListed',
    summary:
      'The queue of one of the caller’s units, what is taken from it, or what waits for its supervisor.',
    params: z.strictObject({ unitId: UnitId }),
    query: UnitQuery,
    returns: TaskPage,
    early: findUnit,
    handle: listUnit,
  }),
  write({
    method: 'POST',
    path: '/v1/tasks/units/{unitId}/tasks/{taskId}/done',
    action: TASK_ACTIONS.finishOfUnit,
    event: 'UnitNoticeHandled',
    summary: 'Marks as handled what the system put before the supervisor of a unit.',
    writes: 'changes',
    params: OneTaskOfUnit,
    returns: TaskChanged,
    refusals: [TASK_REFUSALS.isOver],
    handle: finishOfUnit,
  }),
];
