import type { FactKind } from './statistics-fact.ts';
import type { CountedAs } from './table/item.ts';

/**
 * In which thing each kind of fact is kept, so that it can be made anew from it. Every kind is here: an act that counts
 * puts the thing that it counts in the same commit, or the commit fails.
 */
export const KEPT_IN = {
  clientCreated: ['client'],
  relationshipStarted: ['client'],
  relationshipEnded: ['client'],
  caseOpened: ['case'],
  caseClosed: ['case'],
  caseReopened: ['case'],
  caseNoteFinalised: ['caseNote'],
  documentFinalised: ['document'],
  appointmentBooked: ['appointment'],
  appointmentKept: ['appointment'],
  appointmentMissed: ['appointment'],
  appointmentCancelled: ['appointment'],
  serviceOpened: ['clientService'],
  serviceStarted: ['clientService'],
  serviceDelivered: ['delivery'],
  serviceEvaluated: ['clientService'],
  serviceEnded: ['clientService'],
  refundMarked: ['refundMark'],
  refundEnded: ['refundMark'],
  planMade: ['plan'],
  planReviewed: ['plan'],
  planEnded: ['plan'],
  matterReceived: ['intakeMatter'],
  matterUrgencyAssessed: ['intakeMatter'],
  matterLinked: ['intakeMatter'],
  matterHandled: ['intakeMatter'],
  assessmentBegun: ['assessment'],
  assessmentReady: ['assessment'],
  assessmentNotMade: ['assessmentNotMade'],
  custodyReportRequested: ['custodyReport'],
  custodyReportDelivered: ['custodyReport'],
  custodyReportEnded: ['custodyReport'],
  decisionIssued: ['decision'],
  decisionServed: ['decision'],
  reviewReceived: ['decision'],
  reviewHandled: ['decision'],
  decisionInForce: ['decision'],
  decisionBegun: ['decision'],
  decisionEnded: ['decision'],
  assistanceApplied: ['intakeMatter'],
  applicationDecided: ['deadline'],
  urgentApplicationDecided: ['deadline'],
  completionAsked: ['deadline'],
  assistanceTalkHeld: ['deadline'],
  subjectRequestReceived: ['subjectRequest', 'absence'],
  subjectRequestExtended: ['subjectRequest'],
  subjectRequestDecided: ['subjectRequest', 'absence'],
  subjectRequestAnswered: ['subjectRequest', 'absence'],
  subjectRequestWithdrawn: ['subjectRequest'],
  logRequestReceived: ['logRequest'],
  logRequestAnswered: ['logRequest'],
  logRequestWithdrawn: ['logRequest'],
  misuseSuspected: ['misuseCase'],
  misuseExplained: ['misuseCase'],
  disposalApproved: ['disposalList'],
  disposalHeldBack: ['disposalRow'],
  disposalUnitKept: ['disposalRow'],
  disposalUnitPackaged: ['disposalRow'],
  disposalUnitArchived: ['disposalRow'],
  disposalUnitDestroyed: ['disposalRow'],
} as const satisfies Record<FactKind, readonly [string, ...string[]]>;
export type Keeper = (typeof KEPT_IN)[FactKind][number];

/** What a thing is named by. A unit of disposal stands on the lists of several months. */
const ID_OF: Record<Keeper, readonly [string, ...string[]]> = {
  client: ['clientId'],
  case: ['caseId'],
  caseNote: ['noteId'],
  document: ['documentId'],
  appointment: ['appointmentId'],
  clientService: ['clientServiceId'],
  delivery: ['deliveryId'],
  refundMark: ['refundMarkId'],
  plan: ['planId'],
  intakeMatter: ['matterId'],
  assessment: ['assessmentId'],
  assessmentNotMade: ['assessmentId'],
  custodyReport: ['reportId'],
  decision: ['decisionId'],
  deadline: ['deadlineId'],
  subjectRequest: ['requestId'],
  absence: ['requestId'],
  logRequest: ['requestId'],
  misuseCase: ['misuseId'],
  disposalList: ['month'],
  disposalRow: ['unitId', 'month'],
};
export const KEEPERS: readonly string[] = Object.keys(ID_OF);

/** What the table takes away by itself, so that nobody is there to say that it was disposed of. */
export const EXPIRES: ReadonlySet<string> = new Set<Keeper>(['absence']);

/** A thing that is counted, as much of it as its facts need. */
export type Thing = { entity: string; countedAs?: CountedAs[] | undefined };

export function idOf(thing: Thing): string {
  const [, names = []] = Object.entries(ID_OF).find(([entity]) => entity === thing.entity) ?? [];
  const said = new Map<string, unknown>(Object.entries(thing));
  const ids = names.map((name) => said.get(name));
  if (ids.length === 0 || !ids.every((id) => typeof id === 'string')) {
    throw new Error(`What is counted as ${thing.entity} has no id.`);
  }
  return ids.join('.');
}

/** Names of attributes by which a thing is known, and whose it is. */
export const KNOWN_BY: readonly string[] = [...new Set([...Object.values(ID_OF).flat(), 'clientId'])];
