import * as z from 'zod';
import { OWN_LOG_ACTIONS } from '../../shared/access/actions/own-log.ts';
import { LogExtract } from '../../shared/domain/log-requests/extract.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { DISPOSAL_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { readOwn, writeOwn } from '../../shared/http/own-route.ts';
import type { Route } from '../../shared/http/route.ts';
import { LogRequestId, MisuseId } from '../../shared/kernel/id.ts';
import { LOG_SEARCH_REFUSALS } from '../../shared/trail/search/refusals.ts';
import {
  AskExplanation,
  askExplanation,
  ExplanationAsked,
  OwnExplanation,
  readOwnExplanation,
} from './own-explanations.ts';
import {
  MakeOwnRequest,
  makeOwnRequest,
  OwnRequest,
  OwnRequestMade,
  OwnRequests,
  OwnSearchMade,
  readExtractOfRequest,
  readOwnRequest,
  readOwnRequests,
  searchAgain,
} from './own-requests.ts';
import { OwnLog, OwnLogQuery, readOwnExtract, readOwnLog } from './read-own-log.ts';

/** The citizens' door: whose log it is, the tie of the signed-in person says and never the address. */
export const routes: readonly Route[] = [
  readOwn({
    method: 'GET',
    path: '/v1/access-log/me',
    action: OWN_LOG_ACTIONS.read,
    event: 'OwnLogRead',
    summary: 'Who has used my data in the last two years, which, when and on what ground.',
    query: OwnLogQuery,
    returns: OwnLog,
    handle: readOwnLog,
  }),
  readOwn({
    method: 'GET',
    path: '/v1/access-log/me/extract',
    action: OWN_LOG_ACTIONS.extract,
    event: 'OwnLogExtractRead',
    summary: 'The same with the proof that each line stands in the sealed log.',
    query: OwnLogQuery,
    returns: LogExtract,
    refusals: [LOG_SEARCH_REFUSALS.notWhole],
    handle: readOwnExtract,
  }),
  readOwn({
    method: 'GET',
    path: '/v1/access-log/me/requests',
    action: OWN_LOG_ACTIONS.listRequests,
    event: 'OwnLogRequestsRead',
    summary: 'What I have asked of the log, and how far it is.',
    returns: OwnRequests,
    handle: readOwnRequests,
  }),
  writeOwn({
    method: 'POST',
    path: '/v1/access-log/me/requests',
    action: OWN_LOG_ACTIONS.request,
    event: 'OwnLogRequestMade',
    summary: 'Asks for log data that are not shown here, such as older ones, for a special reason.',
    writes: 'creates',
    body: MakeOwnRequest,
    returns: OwnRequestMade,
    refusals: [LOG_REQUEST_REFUSALS.notValid, DISPOSAL_REFUSALS.begun],
    example: { words: 'Pyydän lokitietoni paperilla.' },
    handle: makeOwnRequest,
  }),
  readOwn({
    method: 'GET',
    path: '/v1/access-log/me/requests/{requestId}',
    action: OWN_LOG_ACTIONS.readRequest,
    event: 'OwnLogRequestRead',
    summary: "One request of mine with the controller's answer.",
    params: z.strictObject({ requestId: LogRequestId }),
    returns: OwnRequest,
    handle: readOwnRequest,
  }),
  readOwn({
    method: 'GET',
    path: '/v1/access-log/me/requests/{requestId}/extract',
    action: OWN_LOG_ACTIONS.extractOfRequest,
    event: 'OwnLogExtractOfRequestRead',
    summary: 'The log data that the answer to my request gives, older ones included, each with its proof.',
    params: z.strictObject({ requestId: LogRequestId }),
    query: OwnLogQuery,
    returns: LogExtract,
    refusals: [
      LOG_REQUEST_REFUSALS.nothingGiven,
      LOG_REQUEST_REFUSALS.searchAgain,
      LOG_SEARCH_REFUSALS.underWay,
      LOG_SEARCH_REFUSALS.notWhole,
      LOG_SEARCH_REFUSALS.tooMany,
    ],
    handle: readExtractOfRequest,
  }),
  writeOwn({
    method: 'POST',
    path: '/v1/access-log/me/requests/{requestId}/older',
    action: OWN_LOG_ACTIONS.searchAgain,
    event: 'OwnLogOfRequestSearched',
    summary:
      'Searches again for the oldest log data that the answer to my request gives, once they are no longer held.',
    writes: 'changes',
    params: z.strictObject({ requestId: LogRequestId }),
    returns: OwnSearchMade,
    refusals: [
      LOG_REQUEST_REFUSALS.nothingGiven,
      LOG_REQUEST_REFUSALS.notOlder,
      LOG_SEARCH_REFUSALS.underWay,
    ],
    handle: searchAgain,
  }),
  writeOwn({
    method: 'POST',
    path: '/v1/access-log/me/explanations',
    action: OWN_LOG_ACTIONS.askExplanation,
    event: 'OwnExplanationAsked',
    summary: 'Asks for an explanation of lines of my log, and whether that use was lawful.',
    writes: 'creates',
    body: AskExplanation,
    returns: ExplanationAsked,
    refusals: [LOG_REQUEST_REFUSALS.lineUnknown, LOG_SEARCH_REFUSALS.notWhole, DISPOSAL_REFUSALS.begun],
    handle: askExplanation,
  }),
  readOwn({
    method: 'GET',
    path: '/v1/access-log/me/explanations/{misuseId}',
    action: OWN_LOG_ACTIONS.readExplanation,
    event: 'OwnExplanationRead',
    summary: "What I asked to be explained, and the controller's reasoned answer.",
    params: z.strictObject({ misuseId: MisuseId }),
    returns: OwnExplanation,
    handle: readOwnExplanation,
  }),
];
