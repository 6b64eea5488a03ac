import * as z from 'zod';
import type { ActContext, Change } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import { type ClientId, LogSearchId } from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import { addDays, startOfDay } from '../../kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { newId } from '../../new-id.ts';
import { created } from '../../table/item.ts';
import { logSearchKeys } from '../../table/keys.ts';
import type { Asked } from '../../table/lists.ts';
import { getItem, type Page, query, queryAll } from '../../table/read.ts';
import { PlaceInLog } from '../place-in-log.ts';
import { LogSearch, LogSearchPage } from './model.ts';
import { LOG_SEARCH_REFUSALS } from './refusals.ts';

/** Searches as they are stored, and how they are found. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** So long an answer is held: as long as it takes to look through it or to give it to a client. */
export const DAYS_HELD = 60;

export type NewSearch = Pick<LogSearch, 'subject' | 'days' | 'lineClass'> & { files: readonly ClientId[] };

/** A search that waits for the run. `listed`: it stands among the asker's own. */
export function newSearch(
  { services, actor, now, today }: Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>,
  { subject, days, lineClass, files }: NewSearch,
  { listed }: { listed: boolean },
): LogSearch {
  const searchId = LogSearchId.parse(newId(services));
  const until = addDays(today, DAYS_HELD);
  const { controller, userId } = actor;
  const inOrder = logSearchKeys.inOrder(searchId);
  return {
    ...logSearchKeys.search(controller, searchId),
    entity: 'logSearch',
    ...created(now, userId),
    searchId,
    askedBy: userId,
    subject,
    files: [...files],
    ...(lineClass === undefined ? {} : { lineClass }),
    days,
    state: 'waiting',
    looked: 0,
    found: 0,
    until,
    ttl: Math.floor(epochMsOf(startOfDay(addDays(until, 1))) / 1000),
    ...(listed ? { g1pk: logSearchKeys.askedBy(controller, userId), g1sk: inOrder } : {}),
    g2pk: logSearchKeys.waiting(controller),
    g2sk: inOrder,
  };
}

/** A search whose answer is still held. */
export async function loadLogSearch(
  { services, actor: { controller }, today }: Pick<ActContext, 'services' | 'actor' | 'today'>,
  searchId: LogSearchId,
): Promise<LogSearch | undefined> {
  const key = logSearchKeys.search(controller, searchId);
  const search = await getItem(services.tables, controller, 'records', key, LogSearch);
  return search === undefined || search.until < today ? undefined : search;
}

/** @throws Refusal where a search has not ended, or has no whole answer. */
export function expectReady({ state }: LogSearch, concerns: readonly ClientId[] = []): void {
  if (state === 'waiting') throw new Refusal(LOG_SEARCH_REFUSALS.underWay, { concerns });
  if (state !== 'ready') throw new Refusal(LOG_SEARCH_REFUSALS[state], { concerns });
}

/** What somebody has asked, the latest first. */
export const searchesOf = ({ services, actor }: Where, asked: Asked): Promise<Page<LogSearch>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      index: 'gsi1',
      pk: logSearchKeys.askedBy(actor.controller, actor.userId),
      descending: true,
      limit: asked.limit,
      ...(asked.after === undefined ? {} : { after: asked.after }),
    },
    LogSearch,
  );

/** What waits for the run, the earliest first. */
export const searchesWaiting = ({ services, actor: { controller } }: Where): Promise<LogSearch[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', index: 'gsi2', pk: logSearchKeys.waiting(controller) },
    LogSearch,
  );

const Places = z.array(PlaceInLog);
const placeOf = ({ pk, sk }: Pick<LogSearchPage, 'pk' | 'sk'>) => ({
  table: 'records',
  pk,
  sk,
  attribute: 'places',
});

/** So many places are one item: the largest is some hundred kilobytes. */
const PLACES_IN_PAGE = 2000;

/** What a step of a search found, laid down; nothing where it found nothing. */
export async function pagesOfPlaces(
  { services, actor, now }: Pick<ActContext, 'services' | 'actor' | 'now'>,
  { searchId, ttl }: LogSearch,
  places: readonly PlaceInLog[],
): Promise<Change[]> {
  const ring = controllerRing(services, actor.controller);
  const changes: Change[] = [];
  for (let at = 0; at < places.length; at += PLACES_IN_PAGE) {
    const some = places.slice(at, at + PLACES_IN_PAGE);
    const first = some[0]?.index ?? 0;
    const key = logSearchKeys.page(actor.controller, searchId, first);
    const put: LogSearchPage = {
      ...key,
      entity: 'logSearchPage',
      ...created(now, actor.userId),
      searchId,
      first,
      places: await ring.seal(placeOf(key), 1, some),
      ttl,
    };
    changes.push({ put, when: 'absent' });
  }
  return changes;
}

/** The latest places found before an index (all, where none is named), and whether there are more. */
export async function placesFound(
  { services, actor: { controller } }: Where,
  { searchId }: Pick<LogSearch, 'searchId'>,
  before: number | undefined,
  limit: number,
): Promise<{ places: PlaceInLog[]; more: boolean }> {
  const found: PlaceInLog[] = [];
  let span = before === undefined ? logSearchKeys.spans.pages : logSearchKeys.pagesBefore(before);
  for (;;) {
    const { items } = await query(
      services.tables,
      controller,
      {
        table: 'records',
        pk: logSearchKeys.partition(controller, searchId),
        span,
        descending: true,
        limit: 1,
      },
      LogSearchPage,
    );
    const [page] = items;
    if (page === undefined) return { places: found, more: false };
    const places = await controllerRing(services, controller).open(page.places, placeOf(page), Places);
    const left = places.filter(({ index }) => before === undefined || index < before).toReversed();
    found.push(...left);
    if (found.length > limit) return { places: found.slice(0, limit), more: true };
    if (page.first === 0) return { places: found, more: false };
    span = logSearchKeys.pagesBefore(page.first);
  }
}

/** A search that nobody may see is none. */
export function expectSearch(search: LogSearch | undefined): asserts search is LogSearch {
  if (search === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
}
