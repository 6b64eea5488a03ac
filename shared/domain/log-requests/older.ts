import type { ActContext } from '../../act.ts';
import { addDays } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LogSearch } from '../../trail/search/model.ts';
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
