import * as z from 'zod';
import { LOG_SEARCH_ACTIONS } from '../../shared/access/actions/access-log.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { LogSearchId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { LOG_SEARCH_REFUSALS } from '../../shared/trail/search/refusals.ts';
import { AskSearch, askSearch, SearchAsked } from './ask-search.ts';
import { listSearches, OwnSearches } from './list-searches.ts';
import { readSearch, SearchQuery, SearchRead } from './read-search.ts';

/** Lines older than what the table holds: asked here, found by a run, read by who asked. */
export const searchRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/access-log/searches',
    action: LOG_SEARCH_ACTIONS.ask,
    event: 'LogSearchAsked',
    summary:
      'Asks for lines that have left the table, of a client, worker, unit or the controller: a run looks for them in the sealed log.',
    writes: 'creates',
    body: AskSearch,
    returns: SearchAsked,
    refusals: [COMMON_REFUSALS.notFound, LOG_SEARCH_REFUSALS.inTable, LOG_SEARCH_REFUSALS.tooManyWaiting],
    example: {
      subject: { of: 'unit', unitId: '01KDVDNA00SBSBXM0XFCT51QRC' },
      class: 'breakGlass',
      days: { from: '2022-01-01', to: '2022-12-31' },
    },
    handle: askSearch,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/searches',
    action: LOG_SEARCH_ACTIONS.list,
    event: 'LogSearchesListed',
    summary: 'What I have asked of the sealed log, and how far it is: the latest first.',
    query: PageQuery,
    returns: OwnSearches,
    handle: listSearches,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/searches/{searchId}',
    action: LOG_SEARCH_ACTIONS.read,
    event: 'LogSearchRead',
    summary: 'The lines that a search of mine has found: the latest first, at most 25 a page.',
    params: z.strictObject({ searchId: LogSearchId }),
    query: SearchQuery,
    returns: SearchRead,
    refusals: [
      COMMON_REFUSALS.notFound,
      LOG_SEARCH_REFUSALS.underWay,
      LOG_SEARCH_REFUSALS.notWhole,
      LOG_SEARCH_REFUSALS.tooMany,
    ],
    handle: readSearch,
  }),
];
