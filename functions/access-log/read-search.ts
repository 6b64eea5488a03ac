import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import type { LogSearchId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { ownPart } from '../../shared/trail/line.ts';
import { LINES_SHOWN, withinNamed } from '../../shared/trail/read.ts';
import { linesAt } from '../../shared/trail/sealing/old-lines.ts';
import type { LogSearch } from '../../shared/trail/search/model.ts';
import { expectReady, expectSearch, loadLogSearch, placesFound } from '../../shared/trail/search/store.ts';
import { knownLines } from './known-lines.ts';
import { SearchShown, searchShown } from './list-searches.ts';
import { LogLine, lineShown } from './log-view.ts';
import { expectMaySearch } from './may-search.ts';

export const SearchQuery = z.strictObject({ cursor: z.string().max(2000).optional() });

export const SearchRead = SearchShown.extend({
  lines: z.array(
    LogLine.extend({ index: z.int().nonnegative().meta({ description: 'Place in the sealed log' }) }),
  ),
  next: z.string().optional(),
}).meta({ id: 'LogSearchRead' });

/** Of a line about several a client's search shows what is the client's, as the client's own log does. */
function shownOf({ subject, files }: LogSearch, event: AccessEvent): AccessEvent {
  const own = subject.of === 'client' ? files.find((file) => event.clients.includes(file)) : undefined;
  return own === undefined || event.clients.length === 1 ? event : ownPart(event, own);
}

/** What a search of one's own has found, by the rights of now: a file restricted since is left out as elsewhere. */
export async function readSearch(
  context: ActContext,
  {
    params: { searchId },
    query: { cursor },
  }: { params: { searchId: LogSearchId }; query: z.infer<typeof SearchQuery> },
): Promise<Reading<z.infer<typeof SearchRead>>> {
  const { services, actor } = context;
  const [after, search] = await Promise.all([
    openCursor(context, searchId, cursor),
    loadLogSearch(context, searchId),
  ]);
  expectSearch(search);
  if (search.askedBy !== actor.userId || search.g1pk === undefined)
    throw new Refusal(COMMON_REFUSALS.notFound);
  await expectMaySearch(context, search.subject);
  expectReady(search);
  const before = after === undefined ? undefined : Number(after['before']);
  const { places, more } = await placesFound(context, search, before, LINES_SHOWN);
  const lines = await linesAt(services, actor.controller, places);
  const byPlace = new Map(places.map((place, nth) => [place, lines[nth]]));
  const { items, last } = withinNamed(places, (place) => {
    const line = byPlace.get(place);
    return line === undefined ? undefined : shownOf(search, line);
  });
  const known = await knownLines(context, items);
  const indexOf = new Map(places.map(({ index, eventId }) => [eventId, index]));
  const oldest = known.at(-1);
  const isMore = last !== undefined && (more || last !== places.at(-1));
  return {
    line: {
      clients: known.flatMap(({ clients }) => clients),
      resources: [{ kind: 'accessLog', id: searchId }],
      dataGroups: ['accessLog'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventTime }),
    },
    body: async () => {
      const next = await sealCursor(context, searchId, isMore ? { before: String(last.index) } : undefined);
      return {
        ...searchShown(search),
        lines: known.map((event) => ({ ...lineShown(event), index: indexOf.get(event.eventId) ?? 0 })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
