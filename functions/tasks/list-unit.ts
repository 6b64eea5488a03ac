import * as z from 'zod';
import { TASK_ACTIONS } from '../../shared/access/actions/tasks.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { mustSupervise } from '../../shared/access/supervision.ts';
import { coversTasks, grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { tasksOfUnit } from '../../shared/domain/tasks/store.ts';
import { type FoundRows, foundRows, rowsOf } from '../../shared/http/found-rows.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { type TaskPage, worklist } from './worklist.ts';

/** `queue`: nobody has them yet. `supervisor`: what the system put before the unit's supervisor. */
export const UnitQuery = PageQuery.extend({ list: z.enum(['queue', 'taken', 'supervisor']) });
type Input = { params: { unitId: UnitId }; query: z.infer<typeof UnitQuery> };

const questionOf = ({ params, query }: Input): string => `${params.unitId} ${query.list}`;

export const findUnit = (services: Services, caller: Identity, input: Input): Promise<FoundRows<Task>> => {
  const { params, query } = input;
  const asked = { action: TASK_ACTIONS.listUnit, question: questionOf(input), query };
  return foundRows(services, caller, asked, (page) =>
    tasksOfUnit(services, caller.controller, params.unitId, query.list, page),
  );
};

/** The tasks of one of the worker's own units, of the service tasks that the worker's grant there covers. */
export async function listUnit(
  context: ActContext,
  input: Input,
  found: FoundRows<Task> | undefined,
): Promise<Reading<TaskPage>> {
  const { unitId } = input.params;
  const grants = grantsInUnit(context, unitId);
  if (input.query.list === 'supervisor') mustSupervise(context.actor, unitId);
  return worklist(context, rowsOf(found), {
    question: questionOf(input),
    index: 'g2',
    mayList: ({ serviceTasks }) => coversTasks(grants, serviceTasks),
    resources: [{ kind: 'unit', id: unitId }],
  });
}
