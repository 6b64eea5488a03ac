import * as z from 'zod';
import { MISUSE_ACTIONS } from '../../shared/access/actions/log-requests.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { DISPOSAL_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId, MisuseId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { LOG_SEARCH_REFUSALS } from '../../shared/trail/search/refusals.ts';
import {
  ExplainMisuse,
  explainMisuse,
  HearWorker,
  hearWorker,
  MisuseChanged,
  MisuseRead,
  readMisuse,
} from './handle-misuse.ts';
import { MisuseSuspected, SuspectMisuse, suspectMisuse } from './suspect-misuse.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OneMisuse = OfClient.extend({ misuseId: MisuseId });
const AN_ID = '01KBN4PZ00000000000000000A';
const WORDS = 'Työntekijällä ei ollut asiakassuhdetta eikä tehtävää asiakkaan asiassa.';

/** From the suspicion of misuse to the controller's reasoned answer in writing. */
export const misuseRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/misuse',
    action: MISUSE_ACTIONS.suspect,
    event: 'MisuseSuspected',
    summary: "Puts a suspicion of misuse of a client's data on record: the client's own, or one found here.",
    writes: 'creates',
    params: OfClient,
    body: SuspectMisuse,
    returns: MisuseSuspected,
    refusals: [LOG_REQUEST_REFUSALS.lineUnknown, LOG_SEARCH_REFUSALS.notWhole, DISPOSAL_REFUSALS.begun],
    example: {
      origin: 'client',
      channel: 'letter',
      asker: 'client',
      suspected: { userIds: [AN_ID], eventIds: [] },
      words: 'Miksi naapurini on avannut tietoni?',
    },
    handle: suspectMisuse,
  }),
  read({
    method: 'GET',
    path: '/v1/log-requests/clients/{clientId}/misuse/{misuseId}',
    action: MISUSE_ACTIONS.read,
    event: 'MisuseRead',
    summary: 'A suspicion of misuse, who was heard of it and how it was answered.',
    params: OneMisuse,
    returns: MisuseRead,
    handle: readMisuse,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/misuse/{misuseId}/hear',
    action: MISUSE_ACTIONS.hear,
    event: 'MisuseHeard',
    summary: 'Records what a worker concerned said.',
    writes: 'changes',
    params: OneMisuse,
    body: HearWorker,
    returns: MisuseChanged,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.notOpen, LOG_REQUEST_REFUSALS.ownUse],
    example: { userId: AN_ID, heardOn: '2026-11-24', words: 'Luulin asiakasta toiseksi henkilöksi.' },
    handle: hearWorker,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/misuse/{misuseId}/answer',
    action: MISUSE_ACTIONS.answer,
    event: 'MisuseAnswered',
    summary: "The controller's reasoned answer in writing: whether the use was lawful, and what was done.",
    writes: 'changes',
    params: OneMisuse,
    body: ExplainMisuse,
    returns: MisuseChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      LOG_REQUEST_REFUSALS.notOpen,
      LOG_REQUEST_REFUSALS.notValid,
      LOG_REQUEST_REFUSALS.ownUse,
    ],
    example: { view: 'unlawful', measures: ['rightsEnded'], grounds: WORDS, reasons: WORDS },
    handle: explainMisuse,
  }),
];
