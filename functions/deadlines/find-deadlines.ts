import type * as z from 'zod';
import type { Action } from '../../shared/access/action.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { deadlinesOf, type Holder, spanOfList } from '../../shared/domain/deadlines/worklists.ts';
import { type FoundRows, foundRows } from '../../shared/http/found-rows.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import type { ListQuery } from './worklist.ts';

type Asked = { action: Action; holder: Holder; query: z.infer<typeof ListQuery> };

/** What a cursor is bound to: whose list, and which. */
export const questionOf = (holder: Holder, list: string): string =>
  `${'workerId' in holder ? 'own' : holder.unitId} ${list}`;

/** The rows of a list, asked for in the round of the powers. */
export async function findDeadlines(
  services: Services,
  caller: Identity,
  { action, holder, query }: Asked,
): Promise<FoundRows<Deadline>> {
  const { controller } = caller;
  const { followUp } = await settingsOf(services, controller);
  const span = spanOfList(query.list, helsinkiDateOf(services.clock.now()), followUp.comingDays);
  const question = questionOf(holder, query.list);
  return foundRows(services, caller, { action, question, query }, ({ limit, after }) =>
    deadlinesOf(services, controller, holder, { span, limit, after }),
  );
}
