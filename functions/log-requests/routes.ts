import * as z from 'zod';
import { LOG_REQUEST_ACTIONS } from '../../shared/access/actions/log-requests.ts';
import { CheckIdentity } from '../../shared/domain/data-subject-requests/identity.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { LogExtract } from '../../shared/domain/log-requests/extract.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { DISPOSAL_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId, LogRequestId, WithholdingId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { LOG_SEARCH_REFUSALS } from '../../shared/trail/search/refusals.ts';
import { AnswerLogRequest, answerLogRequest, LogRequestChanged } from './answer-request.ts';
import { checkIdentity } from './check-identity.ts';
import { doorRoutes } from './door-routes.ts';
import { liftWithholding, WithholdingLifted } from './lift-withholding.ts';
import { misuseRoutes } from './misuse-routes.ts';
import { LETTER_FILE, LetterQuery, printAnswer } from './print-answer.ts';
import { ExtractQuery, readExtract } from './read-extract.ts';
import { LogRequestRead, LogRequestsOfClient, readLogRequest, readLogRequests } from './read-requests.ts';
import { LogRequestRecorded, RecordLogRequest, recordLogRequest } from './record-request.ts';
import { searchOlder } from './search-older.ts';
import { withdrawLogRequest } from './withdraw-request.ts';

/** The oldest lines come out of the sealed log. */
const OF_OLDER = [
  LOG_REQUEST_REFUSALS.searchAgain,
  LOG_SEARCH_REFUSALS.underWay,
  LOG_SEARCH_REFUSALS.notWhole,
  LOG_SEARCH_REFUSALS.tooMany,
];

/** Who asks is not identified, or acts for the client no more; and a minor's ban toward the representative who asks. */
const OF_GIVING = [
  LOG_REQUEST_REFUSALS.identityPending,
  LOG_REQUEST_REFUSALS.rightEnded,
  DISCLOSURE_REFUSALS.minorsBan,
  DISCLOSURE_REFUSALS.representativeUnnamed,
];

const OfClient = z.strictObject({ clientId: ClientId });
const OneRequest = OfClient.extend({ requestId: LogRequestId });

export const routes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/requests',
    action: LOG_REQUEST_ACTIONS.record,
    event: 'LogRequestRecorded',
    summary: "Records a client's request to know who has used the client's data: two months to answer begin.",
    writes: 'creates',
    params: OfClient,
    body: RecordLogRequest,
    returns: LogRequestRecorded,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.notValid, DISPOSAL_REFUSALS.begun],
    example: {
      receivedOn: '2026-11-20',
      channel: 'letter',
      asker: 'client',
      identity: 'identityDocument',
      words: 'Haluan tietää, kuka on katsonut tietojani.',
    },
    handle: recordLogRequest,
  }),
  read({
    method: 'GET',
    path: '/v1/log-requests/clients/{clientId}/requests',
    action: LOG_REQUEST_ACTIONS.readOfClient,
    event: 'LogRequestsOfClientRead',
    summary: 'What a client has asked of the log, how it was answered, and what is kept back.',
    params: OfClient,
    returns: LogRequestsOfClient,
    handle: readLogRequests,
  }),
  read({
    method: 'GET',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}',
    action: LOG_REQUEST_ACTIONS.read,
    event: 'LogRequestRead',
    summary: 'One request with its words, its answer, and why something was kept back.',
    params: OneRequest,
    returns: LogRequestRead,
    handle: readLogRequest,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}/identity',
    action: LOG_REQUEST_ACTIONS.identity,
    event: 'LogRequestIdentityChecked',
    summary: 'Records how who asks was identified: no log data are given before that.',
    writes: 'changes',
    params: OneRequest,
    body: CheckIdentity,
    returns: LogRequestChanged,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.notValid, LOG_REQUEST_REFUSALS.notOpen],
    example: { result: 'identityDocument' },
    handle: checkIdentity,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}/answer',
    action: LOG_REQUEST_ACTIONS.answer,
    event: 'LogRequestAnswered',
    summary: 'Answers a request: log data are given, in part, or refused by a written decision.',
    writes: 'changes',
    params: OneRequest,
    body: AnswerLogRequest,
    returns: LogRequestChanged,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.notValid, LOG_REQUEST_REFUSALS.notOpen],
    example: { outcome: 'given', withheld: [] },
    handle: answerLogRequest,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}/withdraw',
    action: LOG_REQUEST_ACTIONS.withdraw,
    event: 'LogRequestWithdrawn',
    summary: 'Records that the client no longer asks.',
    writes: 'changes',
    params: OneRequest,
    returns: LogRequestChanged,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.notOpen],
    handle: withdrawLogRequest,
  }),
  read({
    method: 'GET',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}/letter',
    action: LOG_REQUEST_ACTIONS.print,
    event: 'LogRequestAnswerPrinted',
    summary:
      'The answer as a page or a PDF: the decision and its remedy, a page that explains, and the lines.',
    params: OneRequest,
    query: LetterQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [LOG_REQUEST_REFUSALS.nothingGiven, LOG_REQUEST_REFUSALS.tooLong, ...OF_GIVING, ...OF_OLDER],
    handle: printAnswer,
  }),
  read({
    method: 'GET',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}/extract',
    action: LOG_REQUEST_ACTIONS.extract,
    event: 'LogExtractGiven',
    summary:
      'The lines that an answered request gives, each with the proof that it stands in the sealed log.',
    params: OneRequest,
    query: ExtractQuery,
    returns: LogExtract,
    refusals: [LOG_REQUEST_REFUSALS.nothingGiven, ...OF_GIVING, ...OF_OLDER],
    handle: readExtract,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/requests/{requestId}/older',
    action: LOG_REQUEST_ACTIONS.searchOlder,
    event: 'LogOfRequestSearched',
    summary: 'Searches the sealed log again for the oldest lines that an answer gives.',
    writes: 'changes',
    params: OneRequest,
    returns: LogRequestChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      LOG_REQUEST_REFUSALS.nothingGiven,
      LOG_REQUEST_REFUSALS.notOlder,
      LOG_SEARCH_REFUSALS.underWay,
    ],
    handle: searchOlder,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/withholdings/{withholdingId}/lift',
    action: LOG_REQUEST_ACTIONS.lift,
    event: 'LogWithholdingLifted',
    summary: 'Lifts what was kept back: the client sees it from now on.',
    writes: 'changes',
    params: OfClient.extend({ withholdingId: WithholdingId }),
    returns: WithholdingLifted,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.lifted],
    handle: liftWithholding,
  }),
  ...misuseRoutes,
  ...doorRoutes,
];
