import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { loadTasks } from '../../shared/domain/tasks/store.ts';
import { TaskView, taskResourceOf, taskViewOf } from '../../shared/domain/tasks/view.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { sealCursor } from '../../shared/http/paging.ts';
import type { Page } from '../../shared/table/read.ts';
import type { Resource } from '../../shared/trail/event.ts';

const TaskRow = z.strictObject({ ...TaskView.shape, client: ClientLabel.omit({ former: true }).optional() });
type TaskRow = z.infer<typeof TaskRow>;

export const TaskPage = z
  .strictObject({ tasks: z.array(TaskRow).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'TaskPage' });
export type TaskPage = z.infer<typeof TaskPage>;

type Listed = {
  question: string;
  index: 'g1' | 'g2';
  mayList: (task: Task) => boolean;
  resources?: readonly Resource[];
};

/** A page of tasks: where they may be the index tells, how they stand they say themselves, read anew and strongly. */
export async function worklist(
  context: ActContext,
  page: Page<Task>,
  of: Listed,
): Promise<Reading<TaskPage>> {
  const { services, actor } = context;
  const [stored, clients] = await Promise.all([
    loadTasks(services, actor.controller, page.items),
    listedClients(
      context,
      page.items.flatMap(({ clientId }) => (clientId === undefined ? [] : [clientId])),
    ),
  ]);
  const shown = page.items.flatMap((row): { task: Task; row: TaskRow }[] => {
    const task = stored.find(({ pk, sk }) => pk === row.pk && sk === row.sk);
    const isSame =
      task?.[`${of.index}pk`] === row[`${of.index}pk`] && task?.[`${of.index}sk`] === row[`${of.index}sk`];
    if (task === undefined || !isSame || !of.mayList(task)) return [];
    if (task.clientId === undefined) return [{ task, row: taskViewOf(task) }];
    const client = clients.get(task.clientId)?.label;
    return client === undefined ? [] : [{ task, row: { ...taskViewOf(task), client } }];
  });
  const clientIds = shown.flatMap(({ task: { clientId } }) => (clientId === undefined ? [] : [clientId]));
  return {
    line: {
      clients: [...new Set(clientIds)],
      resources: [...(of.resources ?? []), ...shown.map(({ task }) => taskResourceOf(task))],
      dataGroups: ['identity', 'tasks'],
    },
    body: async () => {
      const next = await sealCursor(context, of.question, page.lastKey);
      return { tasks: shown.map(({ row }) => row), ...(next === undefined ? {} : { next }) };
    },
  };
}
