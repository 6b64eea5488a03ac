import type { FactKind } from '../../shared/statistics-fact.ts';

/** Which kinds each test makes at the least: together all that there are. */
export const OF = {
  file: [
    'appointmentBooked',
    'appointmentCancelled',
    'appointmentKept',
    'appointmentMissed',
    'caseClosed',
    'caseNoteFinalised',
    'caseOpened',
    'caseReopened',
    'clientCreated',
    'documentFinalised',
    'planEnded',
    'planMade',
    'planReviewed',
    'relationshipEnded',
    'relationshipStarted',
  ],
  intake: [
    'assessmentBegun',
    'assessmentNotMade',
    'assessmentReady',
    'matterHandled',
    'matterLinked',
    'matterReceived',
    'matterUrgencyAssessed',
  ],
  decisions: [
    'decisionEnded',
    'decisionInForce',
    'decisionIssued',
    'decisionServed',
    'reviewHandled',
    'reviewReceived',
  ],
  begun: ['decisionBegun', 'decisionEnded'],
  services: ['serviceDelivered', 'serviceEnded', 'serviceEvaluated', 'serviceOpened', 'serviceStarted'],

  assistance: [
    'applicationDecided',
    'assistanceApplied',
    'assistanceTalkHeld',
    'completionAsked',
    'urgentApplicationDecided',
  ],
  requests: [
    'logRequestAnswered',
    'logRequestReceived',
    'logRequestWithdrawn',
    'misuseExplained',
    'misuseSuspected',
    'subjectRequestAnswered',
    'subjectRequestDecided',
    'subjectRequestExtended',
    'subjectRequestReceived',
    'subjectRequestWithdrawn',
  ],
  disposal: ['disposalApproved', 'disposalHeldBack', 'disposalUnitDestroyed', 'disposalUnitKept'],
  /** In the tests of retention. */
  archive: ['disposalUnitArchived', 'disposalUnitPackaged'],
} satisfies Record<string, FactKind[]>;
