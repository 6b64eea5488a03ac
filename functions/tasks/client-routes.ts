import { TASK_ACTIONS } from '../../shared/access/actions/tasks.ts';
import { TASK_REFUSALS } from '../../shared/domain/tasks/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { cancelTask, finishTask } from './end-task.ts';
import { GiveTask, giveTask } from './give-task.ts';
import { ClientTasks, listOfClient, OfClientQuery } from './list-of-client.ts';
import { OneClient, OneTask, ofPath, TaskChanged } from './one-task.ts';
import { OneTaskView, readTask } from './read-task.ts';
import { ReferTask, referTask } from './refer-task.ts';
import { takeTask } from './take-task.ts';

const ID = '01KBN4PZ00000000000000000A';
const AT = '/v1/tasks/clients/{clientId}/tasks/{taskId}';

/** Work about one client: given, taken, referred, done. */
export const clientRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/tasks/clients/{clientId}/tasks',
    action: TASK_ACTIONS.give,
    event: 'TaskGiven',
    summary: 'Gives a task about a client to a worker, or to the queue of a unit.',
    writes: 'creates',
    params: OneClient,
    body: GiveTask,
    returns: TaskChanged,
    refusals: [TASK_REFUSALS.dueInPast, TASK_REFUSALS.unitHasNoTie, TASK_REFUSALS.workerHasNoTie],
    example: { words: 'Soita isälle kotipalvelun alkamisesta.', dueOn: '2026-12-01', unitId: ID },
    client: ofPath,
    handle: giveTask,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/tasks/clients/{clientId}',
    action: TASK_ACTIONS.listOfClient,
    event: 'ClientTasksListed',
    summary: 'The tasks about a client that are to be done, or those that are over.',
    params: OneClient,
    query: OfClientQuery,
    returns: ClientTasks,
    client: ofPath,
    handle: listOfClient,
  }),
  readOfClient({
    method: 'GET',
    path: AT,
    action: TASK_ACTIONS.read,
    event: 'TaskRead',
    summary: 'One task, with what is to be done.',
    params: OneTask,
    returns: OneTaskView,
    client: ofPath,
    handle: readTask,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/take`,
    action: TASK_ACTIONS.take,
    event: 'TaskTaken',
    summary: 'Takes a task from the queue of a unit.',
    writes: 'changes',
    params: OneTask,
    returns: TaskChanged,
    refusals: [TASK_REFUSALS.isOver, TASK_REFUSALS.isTaken],
    client: ofPath,
    handle: takeTask,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/refer`,
    action: TASK_ACTIONS.refer,
    event: 'TaskReferred',
    summary: 'Gives a task on, to another worker or into a queue.',
    writes: 'changes',
    params: OneTask,
    body: ReferTask,
    returns: TaskChanged,
    refusals: [TASK_REFUSALS.isOver, TASK_REFUSALS.unitHasNoTie, TASK_REFUSALS.workerHasNoTie],
    example: { unitId: ID },
    client: ofPath,
    handle: referTask,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/done`,
    action: TASK_ACTIONS.finish,
    event: 'TaskDone',
    summary: 'Marks a task as done.',
    writes: 'changes',
    params: OneTask,
    returns: TaskChanged,
    refusals: [TASK_REFUSALS.isOver],
    client: ofPath,
    handle: finishTask,
  }),
  writeOfClient({
    method: 'POST',
    path: `${AT}/cancel`,
    action: TASK_ACTIONS.cancel,
    event: 'TaskCancelled',
    summary: 'Cancels a task that need not be done any more.',
    writes: 'changes',
    params: OneTask,
    returns: TaskChanged,
    refusals: [TASK_REFUSALS.isOver],
    client: ofPath,
    handle: cancelTask,
  }),
];
