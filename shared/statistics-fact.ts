import * as z from 'zod';
import { AGE_GROUPS } from './age-groups.ts';
import { ServiceTask } from './domain/service-tasks.ts';
import { type ClientId, UnitId } from './kernel/id.ts';
import { LocalDate } from './kernel/local-date.ts';
import { MunicipalityCode } from './kernel/municipality-code.ts';

export const FactKind = z
  .enum([
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
    'refundMarked',
    'refundEnded',
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
    'custodyReportRequested',
    'custodyReportDelivered',
    'custodyReportEnded',
    'decisionIssued',
    'decisionServed',
    'reviewReceived',
    'reviewHandled',
    'decisionInForce',
    'decisionBegun',
    'decisionEnded',
    'assistanceApplied',
    'applicationDecided',
    'urgentApplicationDecided',
    'completionAsked',
    'assistanceTalkHeld',
    'subjectRequestReceived',
    'subjectRequestExtended',
    'subjectRequestDecided',
    'subjectRequestAnswered',
    'subjectRequestWithdrawn',
    'logRequestReceived',
    'logRequestAnswered',
    'logRequestWithdrawn',
    'misuseSuspected',
    'misuseExplained',
    'disposalApproved',
    'disposalHeldBack',
    'disposalUnitKept',
    'disposalUnitPackaged',
    'disposalUnitArchived',
    'disposalUnitDestroyed',
  ])
  .meta({ id: 'FactKind' });
export type FactKind = z.infer<typeof FactKind>;

/**
 * Tilastotapahtuma: what an act adds to the figures, without identity, written in the transaction of the
 * act. One partition a controller and month, so that no figure needs a scan of the register.
 */
export const StoredFact = z.strictObject({
  kind: FactKind,
  on: LocalDate,
  unitId: UnitId.optional(),
  serviceTasks: z.array(ServiceTask).optional(),
  /** Whole days, where the kind has a length: an ended relationship, a closed case. */
  days: z.int().nonnegative().optional(),
  /** A code of the kind: entry type, way of opening, ground. */
  code: z.string().max(40).optional(),
  /** What one thing holds of several kinds: an agreement on custody, residence and access. */
  parts: z.array(z.string().max(40)).max(8).optional(),
  /** Whether what the law sets a time for was done within it; unsaid where no time ran. */
  inTime: z.boolean().optional(),
  /**
   * Salanimi: of one person the same through one calendar year and in no other, so that persons are counted once and
   * cannot be followed over the years (docs/decisions/0092).
   */
  person: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  /** Of the person behind, in the year of the fact; not said of whoever is not in the file (docs/decisions/0098). */
  ageGroup: z.enum(AGE_GROUPS).optional(),
  /** Kotikunta, as the register has it; never of somebody under a safety ban. */
  homeMunicipality: MunicipalityCode.optional(),
  /** It takes back the fact of the same kind, month and thing: what was counted was removed. */
  undoes: z.literal(true).optional(),
});
/** Kinds of which a figure asks how old the person is, and where at home: of the others it is not written. */
export const TOLD_OF_PERSONS: ReadonlySet<FactKind> = new Set<FactKind>([
  'appointmentBooked',
  'appointmentKept',
  'appointmentMissed',
  'appointmentCancelled',
  'serviceOpened',
  'serviceStarted',
  'serviceDelivered',
  'serviceEnded',
  'refundMarked',
  'refundEnded',
  'decisionIssued',
  'decisionBegun',
  'reviewReceived',
  'reviewHandled',
]);

export type StoredFact = z.infer<typeof StoredFact>;

/**
 * What an act says of what it did. Neither the client nor the thing is stored: commit makes keyed hashes of them. The
 * client is the one that the line names, unless the fact names another or the line several.
 */
export type Fact = Omit<StoredFact, 'person' | 'ageGroup' | 'homeMunicipality'> & {
  clientId?: ClientId;
  /** Where the person lived when it was counted first. Left out, or under a safety ban, it is as the register has it. */
  homeMunicipality?: string | undefined;
  /** It is of no person, though the line names one. */
  ofNobody?: true;
  /** The id of what was done, where a later act may take it back. */
  about?: string;
  /** The id of the thing that it is kept with, where the commit has several of its kind. */
  of?: string;
};
