import * as z from 'zod';
import { maySeeWork } from '../../shared/access/unit-grants.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { deadlinesOfClient } from '../../shared/domain/deadlines/store.ts';
import { DeadlineView, viewOf } from '../../shared/domain/deadlines/view.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';
import { resourceOf } from './worklist.ts';

/** Those that run, or those that have ended, the latest begun first. */
export const OfClientQuery = PageQuery.extend({ ended: z.stringbool().default(false) });

export const ClientDeadlines = z
  .strictObject({ deadlines: z.array(DeadlineView).max(PAGE), next: z.string().optional() })
  .meta({ id: 'ClientDeadlines' });
type ClientDeadlines = z.infer<typeof ClientDeadlines>;

/** The times of one client, as part of the file. */
export async function listOfClient(
  context: ClientContext,
  { query: { ended, cursor, limit = PAGE } }: { query: z.infer<typeof OfClientQuery> },
): Promise<Reading<ClientDeadlines>> {
  const { clientId } = context.file.head;
  const question = `${clientId} ${ended ? 'ended' : 'open'}`;
  const after = await openCursor(context, question, cursor);
  const { items: shown, lastKey } = await shownPage<Deadline>(
    { limit, after },
    {
      ask: (asked) => deadlinesOfClient(context, clientId, { ended, ...asked }),
      isShown: (deadline) => maySeeWork(context, deadline),
    },
  );
  return {
    line: { clients: [clientId], resources: shown.map(resourceOf), dataGroups: ['deadlines'] },
    body: async () => {
      const next = await sealCursor(context, question, lastKey);
      return {
        deadlines: shown.map((deadline) => viewOf(deadline, context)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
