import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { LineClass } from '../../shared/trail/questions/line-class.ts';
import { LogSearch } from '../../shared/trail/search/model.ts';
import { partsOf } from '../../shared/trail/search/rules.ts';
import { searchesOf } from '../../shared/trail/search/store.ts';

/** A search as it is told: how far it came, and until when its answer is held. */
export const SearchShown = LogSearch.pick({
  searchId: true,
  subject: true,
  days: true,
  state: true,
  looked: true,
  found: true,
  until: true,
})
  .extend({
    class: LineClass.optional(),
    /** From this day on the lines stand in the table and are read there: they are not among `found`. */
    inTableFrom: LocalDate.optional(),
  })
  .meta({ id: 'LogSearch' });

export const OwnSearches = z
  .strictObject({ searches: z.array(SearchShown), next: z.string().optional() })
  .meta({ id: 'OwnLogSearches' });

export function searchShown({ lineClass, ...search }: LogSearch): z.infer<typeof SearchShown> {
  const { inTable } = partsOf(search);
  return SearchShown.strip().parse({
    ...search,
    ...(lineClass === undefined ? {} : { class: lineClass }),
    ...(inTable === undefined ? {} : { inTableFrom: inTable.from }),
  });
}

const QUESTION = 'own';
const SEARCHES_SHOWN = 25;

/** What I have asked of the sealed log. Answers whose day has passed are gone. */
export async function listSearches(
  context: ActContext,
  { query: { cursor, limit = SEARCHES_SHOWN } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof OwnSearches>>> {
  const after = await openCursor(context, QUESTION, cursor);
  const { items, lastKey } = await searchesOf(context, { limit, after });
  const held = items.filter(({ until }) => until >= context.today);
  return {
    line: {
      clients: held.flatMap(({ subject }) => (subject.of === 'client' ? [subject.clientId] : [])),
      resources: held.map(({ searchId }) => ({ kind: 'accessLog', id: searchId })),
      dataGroups: ['accessLog'],
    },
    body: async () => {
      const next = await sealCursor(context, QUESTION, lastKey);
      return { searches: held.map(searchShown), ...(next === undefined ? {} : { next }) };
    },
  };
}
