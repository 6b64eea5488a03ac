import { CLIENT_ACTIONS } from '../../shared/access/actions/clients.ts';
import { RELATIONSHIP_ACTIONS } from '../../shared/access/actions/relationship.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { CorrectStart, correctStart } from './correct-start.ts';
import { EndRelationship, endRelationship } from './end-relationship.ts';
import { NameOwnWorker, nameOwnWorker } from './name-own-worker.ts';
import { OneClient, ofPath } from './one-client.ts';
import { RelationshipPeriods, readPeriods } from './read-periods.ts';
import { RelationshipDocument, readRelationshipDocument } from './read-relationship-document.ts';
import { readStartCorrections, StartCorrections } from './read-start-corrections.ts';
import { RecordInforming, recordInforming } from './record-informing.ts';
import { RelationshipChanged, StartRelationship, startRelationship } from './start-relationship.ts';

/** The client relationship: its beginning, end, own worker and informing. */
export const relationshipRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/relationship/start',
    action: CLIENT_ACTIONS.startRelationship,
    event: 'RelationshipStarted',
    summary: 'Begins the client relationship.',
    writes: 'changes',
    params: OneClient,
    body: StartRelationship,
    returns: RelationshipChanged,
    refusals: [CLIENT_REFUSALS.relationshipActive, CLIENT_REFUSALS.relationshipNotValid],
    example: {
      startedOn: '2026-11-24',
      responsibleUnitId: '01KBN4PZ00000000000000000A',
      ownWorkerId: '01KBN4PZ00000000000000000B',
      informedOn: '2026-11-24',
    },
    client: ofPath,
    handle: startRelationship,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/relationship/end',
    action: CLIENT_ACTIONS.endRelationship,
    event: 'RelationshipEnded',
    summary: 'Ends the client relationship with its ground.',
    writes: 'changes',
    params: OneClient,
    body: EndRelationship,
    returns: RelationshipChanged,
    refusals: [
      CLIENT_REFUSALS.noRelationship,
      CLIENT_REFUSALS.openCases,
      CLIENT_REFUSALS.goesOn,
      CLIENT_REFUSALS.relationshipNotValid,
      APPOINTMENT_REFUSALS.tooMuchAtOnce,
    ],
    example: {
      endedOn: '2026-11-24',
      ground: 'needEnded',
      explanation: 'Tavoitteet on saavutettu, eikä tukea enää tarvita.',
    },
    client: ofPath,
    handle: endRelationship,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/relationship/correct',
    action: RELATIONSHIP_ACTIONS.correctStart,
    event: 'RelationshipStartCorrected',
    summary:
      'Corrects the day on which the relationship, or an ended period of it, began: the figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneClient,
    body: CorrectStart,
    returns: RelationshipChanged,
    refusals: [
      CLIENT_REFUSALS.noRelationship,
      CLIENT_REFUSALS.noSuchPeriod,
      CLIENT_REFUSALS.relationshipNotValid,
      CLIENT_REFUSALS.merged,
      NOTE_REFUSALS.notTheAuthor,
      NOTE_REFUSALS.presenceNeeded,
    ],
    example: {
      startedOn: '2026-11-20',
      reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Asiakkuus alkoi jo 20.11.' },
    },
    client: ofPath,
    handle: correctStart,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/relationship/corrections',
    action: RELATIONSHIP_ACTIONS.readStartCorrections,
    event: 'RelationshipStartCorrectionsRead',
    summary: 'On which days relationships stood to have begun before they were corrected, by whom and why.',
    params: OneClient,
    returns: StartCorrections,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readStartCorrections,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/relationship/own-worker',
    action: CLIENT_ACTIONS.nameOwnWorker,
    event: 'OwnWorkerNamed',
    summary: 'Names the own worker.',
    writes: 'changes',
    params: OneClient,
    body: NameOwnWorker,
    returns: RelationshipChanged,
    refusals: [CLIENT_REFUSALS.noRelationship],
    example: { ownWorkerId: '01KBN4PZ00000000000000000B' },
    client: ofPath,
    handle: nameOwnWorker,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/relationship/informing',
    action: CLIENT_ACTIONS.recordInforming,
    event: 'InformingRecorded',
    summary:
      'Records when, how and from which notice the client was informed of the processing of personal data.',
    writes: 'changes',
    params: OneClient,
    body: RecordInforming,
    returns: RelationshipChanged,
    refusals: [CLIENT_REFUSALS.noRelationship, CLIENT_REFUSALS.relationshipNotValid],
    example: { informedOn: '2026-11-24', informing: { channel: 'paper', language: 'fi' } },
    client: ofPath,
    handle: recordInforming,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/relationship/periods',
    action: CLIENT_ACTIONS.readPeriods,
    event: 'RelationshipPeriodsRead',
    summary: 'The ended periods of the client relationship with their grounds.',
    params: OneClient,
    returns: RelationshipPeriods,
    client: ofPath,
    handle: readPeriods,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/relationship-document',
    action: CLIENT_ACTIONS.readRelationshipDocument,
    event: 'RelationshipDocumentRead',
    summary: 'The relationship document in national form, with what is missing of it.',
    params: OneClient,
    returns: RelationshipDocument,
    refusals: [CLIENT_REFUSALS.noRelationship],
    client: ofPath,
    handle: readRelationshipDocument,
  }),
];
