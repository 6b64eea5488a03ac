import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import type { LogSearchId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { expectReady, expectSearch, loadLogSearch } from '../../shared/trail/search/store.ts';
import { knownLines } from './known-lines.ts';
import { SearchShown, searchShown } from './list-searches.ts';
import { LogLine, lineShown } from './log-view.ts';
import { expectMaySearch } from './may-search.ts';
import { pageOfSearch } from './page-of-search.ts';

export const SearchQuery = z.strictObject({ cursor: z.string().max(2000).optional() });

export const SearchRead = SearchShown.extend({
  /** When this page was read: of days that are not over, what is written later is not in it. */
  readAt: Instant,
  lines: z.array(
    LogLine.extend({
      index: z
        .int()
        .nonnegative()
        .meta({ description: 'Place in the sealed log, of a line that was found there and not in the table' })
        .optional(),
    }),
  ),
  next: z.string().optional(),
}).meta({ id: 'LogSearchRead' });

/** What a search of one's own has found, by the rights of now: a file restricted since is left out as elsewhere. */
export async function readSearch(
  context: ActContext,
  {
    params: { searchId },
    query: { cursor },
  }: { params: { searchId: LogSearchId }; query: z.infer<typeof SearchQuery> },
): Promise<Reading<z.infer<typeof SearchRead>>> {
  const [after, search] = await Promise.all([
    openCursor(context, searchId, cursor),
    loadLogSearch(context, searchId),
  ]);
  expectSearch(search);
  if (search.askedBy !== context.actor.userId || search.g1pk === undefined)
    throw new Refusal(COMMON_REFUSALS.notFound);
  await expectMaySearch(context, search.subject);
  expectReady(search);
  const page = await pageOfSearch(context, search, after);
  const known = await knownLines(
    context,
    page.lines.map(({ event }) => event),
  );
  const indexOf = new Map(page.lines.map(({ event, index }) => [event.eventId, index]));
  const oldest = known.at(-1);
  return {
    line: {
      clients: known.flatMap(({ clients }) => clients),
      resources: [{ kind: 'accessLog', id: searchId }],
      dataGroups: ['accessLog'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventTime }),
    },
    body: async () => {
      const next = await sealCursor(context, searchId, page.next);
      return {
        ...searchShown(search),
        readAt: context.now,
        lines: known.map((event) => {
          const index = indexOf.get(event.eventId);
          return { ...lineShown(event), ...(index === undefined ? {} : { index }) };
        }),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
