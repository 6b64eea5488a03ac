import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import { LogSearchId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { LineClass } from '../../shared/trail/questions/line-class.ts';
import { SearchDays, SearchSubject } from '../../shared/trail/search/model.ts';
import { LOG_SEARCH_REFUSALS } from '../../shared/trail/search/refusals.ts';
import { takeRoom } from '../../shared/trail/search/room.ts';
import { heldFrom } from '../../shared/trail/search/rules.ts';
import { newSearch } from '../../shared/trail/search/store.ts';
import { expectMaySearch } from './may-search.ts';

export const AskSearch = z
  .strictObject({ subject: SearchSubject, class: LineClass.optional(), days: SearchDays })
  .meta({ id: 'AskLogSearch' });
export const SearchAsked = z
  .strictObject({ searchId: LogSearchId, until: LocalDate })
  .meta({ id: 'LogSearchAsked' });

/** Asks for lines older than what the table holds. The run finds them; who asked reads them until the answer's last day. */
export async function askSearch(
  context: ActContext,
  { body: { subject, days, class: lineClass } }: { body: z.infer<typeof AskSearch> },
): Promise<Answer<z.infer<typeof SearchAsked>>> {
  const { services, actor, today } = context;
  const head = await expectMaySearch(context, subject);
  if (days.from >= heldFrom(today)) throw new Refusal(LOG_SEARCH_REFUSALS.inTable);
  const files = head === undefined ? [] : await filesOf(services, actor.controller, head);
  const put = newSearch(context, { subject, days, lineClass, files }, { listed: true });
  const { searchId, until } = put;
  return commit(context, {
    changes: [{ put, when: 'absent' }, await takeRoom(context, put)],
    line: {
      clients: head === undefined ? [] : [head.clientId],
      resources: [
        { kind: 'accessLog', id: searchId },
        ...(subject.of === 'user' ? [{ kind: 'user' as const, id: subject.userId }] : []),
        ...(subject.of === 'unit' ? [{ kind: 'unit' as const, id: subject.unitId }] : []),
      ],
      dataGroups: ['accessLog'],
      changedFields: ['search'],
    },
    answer: { body: { searchId, until }, version: 1 },
  });
}
