import type { ActContext } from '../../act.ts';
import type { ClientId, ControllerId, TaskId, UnitId, UserId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys, taskKeys } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { Task } from './model.ts';

/** How tasks are found: those of a client, of a worker, of a unit. */

type Where = Pick<ActContext, 'services' | 'actor'>;
type Asked = { limit: number; after?: LastKey | undefined };
const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

/** What is to be done for a client: a handful. */
export const loadOpenTasks = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
): Promise<Task[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: clientKeys.partition(controller, clientId), span: taskKeys.spans.open },
    Task,
  );

/** A page of what is to be done for a client, or of what is over, the latest given first. */
export const tasksOfClient = (
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { ended, ...asked }: Asked & { ended: boolean },
): Promise<Page<Task>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: clientKeys.partition(controller, clientId),
      span: ended ? taskKeys.spans.ended : taskKeys.spans.open,
      descending: true,
      ...paged(asked),
    },
    Task,
  );

/** One of a client, or of a unit itself, to be done or over. */
export async function loadTask(
  { services, actor: { controller } }: Where,
  of: { clientId: ClientId } | { unitId: UnitId },
  taskId: TaskId,
): Promise<Task | undefined> {
  const pk =
    'clientId' in of ? clientKeys.partition(controller, of.clientId) : taskKeys.ofUnit(controller, of.unitId);
  const [open, ended] = await Promise.all(
    [taskKeys.open(pk, taskId), taskKeys.ended(pk, taskId)].map((key) =>
      getItem(services.tables, controller, 'records', key, Task),
    ),
  );
  return open ?? ended;
}

/** What a worker has to do, the earliest due first. */
export const tasksOfWorker = (
  services: Services,
  controller: ControllerId,
  userId: UserId,
  asked: Asked,
): Promise<Page<Task>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: indexKeys.worker(controller, userId),
      span: indexKeys.spans.tasks,
      ...paged(asked),
    },
    Task,
  );

/** A unit's queue, what its workers have taken, or what waits for its supervisor; the earliest due first. */
export const tasksOfUnit = (
  services: Services,
  controller: ControllerId,
  unitId: UnitId,
  list: 'queue' | 'taken' | 'supervisor',
  asked: Asked,
): Promise<Page<Task>> => {
  const { tasks, tasksTaken, tasksOfSupervisor } = indexKeys.spans;
  const span = { queue: tasks, taken: tasksTaken, supervisor: tasksOfSupervisor }[list];
  return query(
    services.tables,
    controller,
    { table: 'records', index: 'gsi2', pk: indexKeys.unit(controller, unitId), span, ...paged(asked) },
    Task,
  );
};

/** The same tasks as they stand. */
export const loadTasks = (
  services: Services,
  controller: ControllerId,
  rows: readonly Task[],
): Promise<Task[]> => batchGet(services.tables, controller, 'records', rows, Task);
