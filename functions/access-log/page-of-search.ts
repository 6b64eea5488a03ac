import type { ActContext } from '../../shared/act.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { epochMsOf, instantOf } from '../../shared/kernel/instant.ts';
import { addDays, startOfDay } from '../../shared/kernel/local-date.ts';
import type { LastKey, Page } from '../../shared/table/read.ts';
import type { AccessEvent } from '../../shared/trail/event.ts';
import { ownPart } from '../../shared/trail/line.ts';
import { linesAsked } from '../../shared/trail/questions/ask.ts';
import { WorkerClass } from '../../shared/trail/questions/line-class.ts';
import {
  LINES_SHOWN,
  linesOfClient,
  linesOfUser,
  type Moments,
  withinNamed,
} from '../../shared/trail/read.ts';
import { linesAt } from '../../shared/trail/sealing/old-lines.ts';
import type { LogSearch, SearchDays } from '../../shared/trail/search/model.ts';
import { expectWhole } from '../../shared/trail/search/not-whole.ts';
import { isAsked, partsOf } from '../../shared/trail/search/rules.ts';
import { placesFound } from '../../shared/trail/search/store.ts';

/** A line of an answer; `index`: where it stands in the sealed log, of one that was found there. */
type FoundLine = { event: AccessEvent; index?: number };
type FoundPage = { lines: FoundLine[]; next?: LastKey };

/** Of a line about several a client's search shows what is the client's, as the client's own log does. */
function shownOf({ subject, files }: LogSearch, event: AccessEvent): AccessEvent {
  const own = subject.of === 'client' ? files.find((file) => event.clients.includes(file)) : undefined;
  return own === undefined || event.clients.length === 1 ? event : ownPart(event, own);
}

/** Nothing of what was found in the sealed log has been shown yet. */
const ALL = 'all';

/**
 * A page of what a search answers: first the days that the table holds, as they stand there now and sealed or not; then
 * what was found in the sealed log. A page of a class that is asked line by line may hold few lines, or none.
 */
export async function pageOfSearch(
  context: ActContext,
  search: LogSearch,
  after: LastKey | undefined,
): Promise<FoundPage> {
  const { inTable } = partsOf(search);
  const before = after?.['before'];
  if (inTable !== undefined && before === undefined) {
    const { items, lastKey = { before: ALL } } = await pageInTable(context, search, inTable, after);
    return { lines: items.map((event) => ({ event })), next: lastKey };
  }
  return pageOfFound(context, search, before === undefined || before === ALL ? undefined : Number(before));
}

async function pageOfFound(
  context: ActContext,
  search: LogSearch,
  before: number | undefined,
): Promise<FoundPage> {
  const { services, actor } = context;
  const { places, more } = await placesFound(context, search, before, LINES_SHOWN);
  const events = await expectWhole(context, [], () => linesAt(services, actor.controller, places));
  const byPlace = new Map(places.map((place, nth) => [place, events[nth]]));
  const { items, last } = withinNamed(places, (place) => {
    const event = byPlace.get(place);
    return event === undefined ? undefined : shownOf(search, event);
  });
  const indexOf = new Map(places.map(({ index, eventId }) => [eventId, index]));
  const lines = items.map((event) => ({ event, index: indexOf.get(event.eventId) ?? 0 }));
  const isMore = last !== undefined && (more || last !== places.at(-1));
  return { lines, ...(isMore ? { next: { before: String(last.index) } } : {}) };
}

async function pageInTable(
  { services: { tables }, actor: { controller } }: ActContext,
  search: LogSearch,
  days: SearchDays,
  after: LastKey | undefined,
): Promise<Page<AccessEvent>> {
  const { subject, lineClass } = search;
  const moments: Moments = {
    from: startOfDay(days.from),
    to: instantOf(epochMsOf(startOfDay(addDays(days.to, 1))) - 1),
  };
  const asked = { ...search, days };
  const ofClass = ({ items, ...rest }: Page<AccessEvent>): Page<AccessEvent> => ({
    ...rest,
    items: items.filter((event) => isAsked(asked, event)),
  });
  switch (subject.of) {
    case 'client':
      return fileByFile(search.files, after, async (clientId, from) =>
        lineClass === undefined || lineClass === 'search'
          ? ofClass(await linesOfClient(tables, controller, clientId, moments, from))
          : linesAsked(tables, controller, { subject: { of: 'client', clientId }, lineClass }, moments, from),
      );
    case 'user':
      return WorkerClass.safeParse(lineClass).success
        ? linesAsked(tables, controller, { subject, lineClass }, moments, after)
        : ofClass(await linesOfUser(tables, controller, subject.userId, moments, after));
    case 'unit':
    case 'controller':
      return linesAsked(tables, controller, { subject, lineClass }, moments, after);
    default:
      return subject satisfies never;
  }
}

/** The files of one person, one after another: the latest line of each first. */
async function fileByFile(
  files: readonly ClientId[],
  after: LastKey | undefined,
  pageOf: (file: ClientId, after: LastKey | undefined) => Promise<Page<AccessEvent>>,
): Promise<Page<AccessEvent>> {
  const { file: at, ...rest } = after ?? {};
  const place = at === undefined ? 0 : files.findIndex((file) => file === at);
  const file = files[place];
  if (file === undefined) return { items: [] };
  const { items, lastKey } = await pageOf(file, Object.keys(rest).length === 0 ? undefined : rest);
  if (lastKey !== undefined) return { items, lastKey: { file, ...lastKey } };
  const following = files[place + 1];
  return following === undefined ? { items } : { items, lastKey: { file: following } };
}
