import type * as z from 'zod';
import { TASK_ACTIONS } from '../../shared/access/actions/tasks.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { tasksOfWorker } from '../../shared/domain/tasks/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import type { PageQuery } from '../../shared/http/paging.ts';
import type { Services } from '../../shared/services.ts';
import { type TaskPage, worklist } from './worklist.ts';

type Input = { query: z.infer<typeof PageQuery> };
const QUESTION = 'own';

export const findOwn = (services: Services, caller: Identity, { query }: Input): Promise<FoundRows<Task>> =>
  foundRows(services, caller, { action: TASK_ACTIONS.listOwn, question: QUESTION, query }, (asked) =>
    tasksOfWorker(services, caller.controller, caller.userId, asked),
  );

/** What this worker has to do, the earliest due first. */
export const listOwn = (
  context: ActContext,
  _input: Input,
  found: FoundRows<Task> | undefined,
): Promise<Reading<TaskPage>> =>
  worklist(context, rowsOf(found), {
    question: QUESTION,
    index: 'g1',
    mayList: ({ workerId }) => workerId === context.actor.userId,
  });
