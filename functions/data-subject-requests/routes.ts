import * as z from 'zod';
import { SUBJECT_REQUEST_ACTIONS } from '../../shared/access/actions/data-subject-requests.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { CheckIdentity } from '../../shared/domain/data-subject-requests/identity.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { LIMITED_REFUSAL } from '../../shared/domain/limited.ts';
import { DISPOSAL_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { breachRoutes } from './breach-routes.ts';
import { CompleteForm, checkIdentity, completeForm } from './check-identity.ts';
import { copyRoutes } from './copy-routes.ts';
import { DecideSubjectRequest, decideSubjectRequest } from './decide-request.ts';
import { DeliverAnswer, deliverAnswer } from './deliver-answer.ts';
import { ExtendTime, extendTime } from './extend-time.ts';
import { OneRequest, SubjectRequestChanged } from './known-request.ts';
import { listWaiting, WaitingQuery, WaitingSubjectRequests } from './list-waiting.ts';
import { mergedRoutes } from './merged-routes.ts';
import { packageRoutes } from './package-routes.ts';
import { LETTER_FILE, LetterQuery, printLetter } from './print-letter.ts';
import {
  readSubjectRequest,
  readSubjectRequests,
  SubjectRequestRead,
  SubjectRequestsOfClient,
} from './read-requests.ts';
import { RecordSubjectRequest, recordSubjectRequest, SubjectRequestRecorded } from './record-request.ts';
import { rectifyingRoutes } from './rectifying-routes.ts';
import { withdrawSubjectRequest } from './withdraw-request.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const REQUESTS = '/v1/data-subject-requests/clients/{clientId}/requests';
const ONE = `${REQUESTS}/{requestId}`;
const CHANGES = {
  method: 'POST',
  writes: 'changes',
  params: OneRequest,
  returns: SubjectRequestChanged,
} as const;
const { notValid, notNow, formPending } = SUBJECT_REQUEST_REFUSALS;
const { notFound } = COMMON_REFUSALS;

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/data-subject-requests/waiting',
    action: SUBJECT_REQUEST_ACTIONS.list,
    event: 'WaitingRequestsListed',
    summary:
      'What persons have asked of their data and wait for, log data included: by age or by the last day of each.',
    query: WaitingQuery,
    returns: WaitingSubjectRequests,
    handle: listWaiting,
  }),
  write({
    method: 'POST',
    path: REQUESTS,
    action: SUBJECT_REQUEST_ACTIONS.record,
    event: 'SubjectRequestRecorded',
    summary: "Records what somebody asks of a client's data: the time to answer begins.",
    writes: 'creates',
    params: OfClient,
    body: RecordSubjectRequest,
    returns: SubjectRequestRecorded,
    refusals: [notFound, notValid, CLIENT_REFUSALS.merged, DISPOSAL_REFUSALS.begun],
    example: {
      kind: 'inspection',
      receivedOn: '2026-11-20',
      form: 'signedDocument',
      asker: 'client',
      words: 'Haluan nähdä kaikki tietoni.',
    },
    handle: recordSubjectRequest,
  }),
  read({
    method: 'GET',
    path: REQUESTS,
    action: SUBJECT_REQUEST_ACTIONS.readOfClient,
    event: 'SubjectRequestsOfClientRead',
    summary: "What has been asked of a client's data and how it was answered.",
    params: OfClient,
    returns: SubjectRequestsOfClient,
    handle: readSubjectRequests,
  }),
  read({
    method: 'GET',
    path: ONE,
    action: SUBJECT_REQUEST_ACTIONS.read,
    event: 'SubjectRequestRead',
    summary: 'One request with its words, its decision and the reasons.',
    params: OneRequest,
    returns: SubjectRequestRead,
    handle: readSubjectRequest,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/form`,
    action: SUBJECT_REQUEST_ACTIONS.completeForm,
    event: 'SubjectRequestFormCompleted',
    summary: 'Records that the request was made in a form that the controller takes.',
    body: CompleteForm,
    refusals: [notFound, notNow, formPending],
    example: { form: 'signedDocument' },
    handle: completeForm,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/identity`,
    action: SUBJECT_REQUEST_ACTIONS.checkIdentity,
    event: 'AskerIdentified',
    summary: 'Records how the asker was identified: nothing is given before that.',
    body: CheckIdentity,
    refusals: [notFound, notNow, notValid],
    example: { result: 'identityDocument' },
    handle: checkIdentity,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/extend`,
    action: SUBJECT_REQUEST_ACTIONS.extend,
    event: 'SubjectRequestExtended',
    summary: 'Extends the time to answer, once, with reasons told to the asker within the first time.',
    body: ExtendTime,
    refusals: [notFound, notNow, notValid, SUBJECT_REQUEST_REFUSALS.timeOver],
    example: {
      months: 2,
      toldOn: '2026-11-24',
      reasons: 'Pyyntö koskee laajaa aineistoa kolmelta vuosikymmeneltä.',
    },
    handle: extendTime,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/decide`,
    action: SUBJECT_REQUEST_ACTIONS.decide,
    event: 'SubjectRequestDecided',
    summary: 'Decides on a request: granted, in part, refused by law, or referred elsewhere.',
    body: DecideSubjectRequest,
    refusals: [notFound, notNow, notValid, formPending, SUBJECT_REQUEST_REFUSALS.otherDecides],
    example: { outcome: 'granted', grounds: [], delivery: { mode: 'copy' } },
    handle: decideSubjectRequest,
  }),
  read({
    method: 'GET',
    path: `${ONE}/letter`,
    action: SUBJECT_REQUEST_ACTIONS.print,
    event: 'SubjectRequestLetterPrinted',
    summary:
      'The answer, the certificate of refusal with its remedies, or the notice of an extension: a page or a PDF.',
    params: OneRequest,
    query: LetterQuery,
    returns: FileAnswer,
    file: LETTER_FILE,
    refusals: [notFound, SUBJECT_REQUEST_REFUSALS.nothingToPrint],
    handle: printLetter,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/deliver`,
    action: SUBJECT_REQUEST_ACTIONS.deliver,
    event: 'SubjectRequestDelivered',
    summary: 'Records that the data were given: read on site, in writing, as a copy or electronically.',
    discloses: true,
    body: DeliverAnswer,
    refusals: [
      notFound,
      notNow,
      notValid,
      SUBJECT_REQUEST_REFUSALS.notReleased,
      SUBJECT_REQUEST_REFUSALS.rightEnded,
      DISCLOSURE_REFUSALS.minorsBan,
      DISCLOSURE_REFUSALS.representativeUnnamed,
      SUBJECT_REQUEST_REFUSALS.identityPending,
      SUBJECT_REQUEST_REFUSALS.otherDelivers,
      LIMITED_REFUSAL,
    ],
    example: { on: '2026-11-25', mode: 'copy' },
    handle: deliverAnswer,
  }),
  write({
    ...CHANGES,
    path: `${ONE}/withdraw`,
    action: SUBJECT_REQUEST_ACTIONS.withdraw,
    event: 'SubjectRequestWithdrawn',
    summary: 'Records that the asker no longer asks.',
    refusals: [notFound, notNow],
    handle: withdrawSubjectRequest,
  }),
  ...packageRoutes,
  ...copyRoutes,
  ...rectifyingRoutes,
  ...mergedRoutes,
  ...breachRoutes,
];
