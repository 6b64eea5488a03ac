import { SERVICE_ACTIONS } from '../../shared/access/actions/services.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { CorrectService, correctService } from './correct-service.ts';
import { OneService, ofPath } from './one-service.ts';
import { readCorrections, ServiceCorrections } from './read-corrections.ts';
import { ServiceChanged } from './service-view.ts';

const ONE = '/v1/services/clients/{clientId}/services/{clientServiceId}';

/** The days of a service, put right. */
export const correctionRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: `${ONE}/correct`,
    action: SERVICE_ACTIONS.correct,
    event: 'ServiceDaysCorrected',
    summary:
      'Corrects the days on which a service began and ended: its times of the law, the beginning of its decision and the figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneService,
    body: CorrectService,
    returns: ServiceChanged,
    refusals: [
      SERVICE_REFUSALS.notValid,
      SERVICE_REFUSALS.correctedTooOften,
      DECISION_REFUSALS.begunAlready,
      NOTE_REFUSALS.notTheAuthor,
      NOTE_REFUSALS.presenceNeeded,
      CLIENT_REFUSALS.merged,
    ],
    example: {
      startedOn: '2026-11-20',
      reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Sijoitus alkoi jo 20.11.' },
    },
    client: ofPath,
    handle: correctService,
  }),
  readOfClient({
    method: 'GET',
    path: `${ONE}/corrections`,
    action: SERVICE_ACTIONS.readCorrections,
    event: 'ServiceCorrectionsRead',
    summary: 'What stood before of the days of a service: who corrected them, when and why.',
    params: OneService,
    returns: ServiceCorrections,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readCorrections,
  }),
];
