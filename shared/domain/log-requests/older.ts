import type { ActContext } from '../../act.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import { DAYS_IN_TABLE } from '../../trail/line.ts';
import type { LogSearch } from '../../trail/search/model.ts';
import { LOG_SEARCH_REFUSALS } from '../../trail/search/refusals.ts';
import { heldFrom } from '../../trail/search/rules.ts';
import { DAYS_HELD, expectReady, loadLogSearch, newSearch } from '../../trail/search/store.ts';
import type { ClientHead } from '../clients/model.ts';
import type { AskedDays, LogRequest } from './model.ts';
import { filesOf } from './own-lines.ts';
import { LOG_REQUEST_REFUSALS } from './refusals.ts';

/**
 * Of the days given, those whose lines have left the table or leave it before the answer to the search is gone.
 * @returns undefined where all lie in the table as long as that.
 */
export async function searchOfOlder(
  context: Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>,
  head: ClientHead,
  given: AskedDays | undefined,
): Promise<LogSearch | undefined> {
  const leaving = addDays(heldFrom(context.today), DAYS_HELD);
  if (given === undefined || given.from >= leaving) return undefined;
  const days = { from: given.from, to: given.to < leaving ? given.to : leaving };
  const files = await filesOf(context.services, context.actor.controller, head);
  return newSearch(
    context,
    { subject: { of: 'client', clientId: head.clientId }, days, files },
    { listed: false },
  );
}

/** The last day on which what is given can be read: the table still holds it, or the search still does. */
export const readableUntil = (
  given: AskedDays | undefined,
  older: Pick<LogSearch, 'until'> | undefined,
): LocalDate | undefined =>
  given === undefined ? undefined : (older?.until ?? addDays(given.from, DAYS_IN_TABLE - 1));

/**
 * The request with a new search for the oldest lines that its answer gives.
 * @throws Refusal where nothing was given, while they are searched for, and where they can be read as they are.
 */
export async function withNewSearch(
  context: Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>,
  head: ClientHead,
  request: LogRequest,
): Promise<{ put: LogRequest; search: LogSearch }> {
  const { given, older } = request;
  const concerns = [request.clientId];
  if (given === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.nothingGiven, { concerns });
  const last = older === undefined ? undefined : await loadLogSearch(context, older);
  if (last?.state === 'waiting') throw new Refusal(LOG_SEARCH_REFUSALS.underWay, { concerns });
  const search = last?.state === 'ready' ? undefined : await searchOfOlder(context, head, given);
  if (search === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.notOlder, { concerns });
  const put: LogRequest = {
    ...request,
    ...changed(request, context.now, context.actor.userId),
    older: search.searchId,
    readableUntil: search.until,
  };
  return { put, search };
}

/**
 * What was found of the days that the table does not hold; undefined where it holds all that is given.
 * @throws Refusal while they are searched for, and where they are to be searched for again.
 */
export async function olderOf(
  context: Pick<ActContext, 'services' | 'actor' | 'today'>,
  { older, given, clientId }: LogRequest,
): Promise<LogSearch | undefined> {
  if (given === undefined || given.from >= heldFrom(context.today)) return undefined;
  const concerns = [clientId];
  const search = older === undefined ? undefined : await loadLogSearch(context, older);
  if (search === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.searchAgain, { concerns });
  expectReady(search, concerns);
  return search;
}
