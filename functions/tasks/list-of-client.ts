import * as z from 'zod';
import { maySeeWork } from '../../shared/access/unit-grants.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Task } from '../../shared/domain/tasks/model.ts';
import { tasksOfClient } from '../../shared/domain/tasks/store.ts';
import { TaskView, taskResourceOf, taskViewOf } from '../../shared/domain/tasks/view.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';

/** What is to be done, or what is over. */
export const OfClientQuery = PageQuery.extend({ ended: z.stringbool().default(false) });

export const ClientTasks = z
  .strictObject({ tasks: z.array(TaskView).max(PAGE), next: z.string().optional() })
  .meta({ id: 'ClientTasks' });
type ClientTasks = z.infer<typeof ClientTasks>;

/** The tasks about one client, as part of the file, the latest given first. */
export async function listOfClient(
  context: ClientContext,
  { query: { ended, cursor, limit = PAGE } }: { query: z.infer<typeof OfClientQuery> },
): Promise<Reading<ClientTasks>> {
  const { clientId } = context.file.head;
  const question = `${clientId} ${ended ? 'ended' : 'open'}`;
  const after = await openCursor(context, question, cursor);
  const { items: shown, lastKey } = await shownPage<Task>(
    { limit, after },
    {
      ask: (asked) => tasksOfClient(context, clientId, { ended, ...asked }),
      isShown: (task) => maySeeWork(context, task),
    },
  );
  return {
    line: { clients: [clientId], resources: shown.map(taskResourceOf), dataGroups: ['tasks'] },
    body: async () => {
      const next = await sealCursor(context, question, lastKey);
      return { tasks: shown.map(taskViewOf), ...(next === undefined ? {} : { next }) };
    },
  };
}
