import type { ActContext, Change } from '../../act.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { changed, created } from '../../table/item.ts';
import { logSearchKeys } from '../../table/keys.ts';
import { batchGet, getItem } from '../../table/read.ts';
import { LogSearch, MOST_WAITING, WaitingSearches } from './model.ts';
import { LOG_SEARCH_REFUSALS } from './refusals.ts';

/**
 * Takes one of the places that the asker has for searches that wait. The same item is rewritten with each, so that of two
 * askings at once one finds it changed.
 * @throws Refusal too many waiting.
 */
export async function takeRoom(
  { services, actor, now, today }: Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>,
  { searchId, ttl }: LogSearch,
): Promise<Change> {
  const { controller, userId } = actor;
  const key = logSearchKeys.waitingOf(controller, userId);
  const item = await getItem(services.tables, controller, 'records', key, WaitingSearches);
  const keys = (item?.searchIds ?? []).map((id) => logSearchKeys.search(controller, id));
  const asked = await batchGet(services.tables, controller, 'records', keys, LogSearch);
  const waiting = asked.filter(({ state, until }) => state === 'waiting' && until >= today);
  if (waiting.length >= MOST_WAITING) throw new Refusal(LOG_SEARCH_REFUSALS.tooManyWaiting);
  const head = item === undefined ? created(now, userId) : changed(item, now, userId);
  const put: WaitingSearches = {
    ...key,
    entity: 'waitingSearches',
    ...head,
    searchIds: [...waiting.map((search) => search.searchId), searchId],
    ttl,
  };
  return {
    put,
    when: item === undefined ? 'absent' : { version: item.version },
    otherwise: COMMON_REFUSALS.conflict,
  };
}
