import * as z from 'zod';
import { ServiceTask } from './domain/service-tasks.ts';
import { UnitId } from './kernel/id.ts';
import { LocalDate } from './kernel/local-date.ts';

/**
 * Tilastotapahtuma: what an act adds to the figures, without identity, written in the transaction of the
 * act. One partition a controller and month, so that no figure needs a scan of the register.
 */
export const Fact = z.strictObject({
  kind: z.enum([
    'clientCreated',
    'relationshipStarted',
    'relationshipEnded',
    'caseOpened',
    'caseClosed',
    'caseReopened',
    'caseNoteFinalised',
    'documentFinalised',
    'appointmentBooked',
    'appointmentKept',
    'appointmentMissed',
    'appointmentCancelled',
    'serviceOpened',
    'serviceStarted',
    'serviceDelivered',
    'serviceEvaluated',
    'serviceEnded',
    'planMade',
    'planReviewed',
    'planEnded',
    'matterReceived',
    'matterUrgencyAssessed',
    'matterLinked',
    'matterHandled',
    'assessmentBegun',
    'assessmentReady',
    'assessmentNotMade',
    'decisionIssued',
    'decisionServed',
    'reviewReceived',
    'reviewHandled',
    'decisionInForce',
    'decisionEnded',
  ]),
  on: LocalDate,
  unitId: UnitId.optional(),
  serviceTasks: z.array(ServiceTask).optional(),
  /** Whole days, where the kind has a length: an ended relationship, a closed case. */
  days: z.int().nonnegative().optional(),
  /** A code of the kind: entry type, way of opening, ground. */
  code: z.string().max(40).optional(),
});
export type Fact = z.infer<typeof Fact>;
