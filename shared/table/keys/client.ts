import type {
  AppointmentId,
  AttachmentId,
  CaseId,
  ClientId,
  ControllerId,
  DecisionId,
  DeclarationId,
  DisclosureId,
  DocumentId,
  MinorsBanId,
  NoteId,
  OpeningId,
  PaperId,
  ReasonId,
  RelationId,
  SegmentId,
  ServiceOfNoticeId,
  SourceRequestId,
} from '../../kernel/id.ts';
import { AFTER_ALL, type Key, partition, type Span, sort, spanOf, spanUnder, versionText } from './parts.ts';

const ofClient = (controller: ControllerId, clientId: ClientId) => partition(controller, 'c', clientId);

/** One thing in a client's partition: its letters, then its id. */
export const oneOf =
  <Id extends string>(letters: string) =>
  (controller: ControllerId, clientId: ClientId, id: Id): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort(letters, id),
  });

/** One thing of another: what lies under the first id is read as one span. */
export const oneUnder =
  <First extends string, Second extends string>(letters: string) =>
  (controller: ControllerId, clientId: ClientId, first: First, second: Second): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort(letters, first, second),
  });

/** One thing as it stood at an earlier version. */
const earlierOf =
  <Id extends string>(letters: string) =>
  (controller: ControllerId, clientId: ClientId, id: Id, version: number): Key =>
    oneUnder<Id, string>(letters)(controller, clientId, id, versionText(version));

const versionOf = (letters: string) => (controller: ControllerId, clientId: ClientId, version: number) =>
  oneOf<string>(letters)(controller, clientId, versionText(version));

/** `a`: one entry; `b` and on: so many times merged; `z`: as large as one gets. */
export type WordsSize = 'a' | 'b' | 'c' | 'd' | 'z';
const OF_NO_CASE = '0';

/** One client's partition. A descending query meets the head, the active cases, then the latest notes. */
export const clientKeys = {
  partition: ofClient,
  head: (controller: ControllerId, clientId: ClientId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('z'),
  }),
  activeCase: oneOf<CaseId>('y'),
  closedCase: oneOf<CaseId>('d'),
  note: oneOf<NoteId>('n'),
  supersededNote: earlierOf<NoteId>('m'),
  document: oneOf<DocumentId>('jd'),
  supersededDocument: earlierOf<DocumentId>('jv'),
  relation: oneOf<RelationId>('f'),
  supersededRelation: earlierOf<RelationId>('e'),
  history: versionOf('h'),
  relationshipPeriod: oneUnder<string, string>('g'),
  relationshipCorrection: oneOf<ReasonId>('gc'),
  opening: oneOf<OpeningId>('l'),
  /** Words of a group and of a part of it (opaque codes of the controller), of one case or of none, by size. */
  words: (
    controller: ControllerId,
    clientId: ClientId,
    at: { group: string; part: string; caseId: CaseId | undefined; size: WordsSize; segmentId: SegmentId },
  ): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('aw', at.group, at.part, at.caseId ?? OF_NO_CASE, at.size, at.segmentId),
  }),
  /** What was said of a file's restriction at a version of its head. */
  restriction: versionOf('k'),
  /** An appointment that is coming. */
  appointment: oneOf<AppointmentId>('cb'),
  /** An appointment that was kept, missed or cancelled. */
  endedAppointment: oneOf<AppointmentId>('bb'),
  /** What ties workers to the client for a time: read with the head and the cases. */
  tie: oneOf<AppointmentId>('x'),
  attachment: oneOf<AttachmentId>('ad'),
  supersededAttachment: earlierOf<AttachmentId>('ae'),
  /** Which attachments belong to an entry, a document or a case: a row without content beside the head. */
  attachmentOf: oneUnder<string, AttachmentId>('al'),
  paper: oneOf<PaperId>('ap'),
  /** A decision in preparation, in force or under review; one that has ended lies apart. */
  decision: oneOf<DecisionId>('cd'),
  endedDecision: oneOf<DecisionId>('bd'),
  /** A copy of a decision sent to a recipient whose time of appeal runs, and one that is done or did not arrive. */
  serviceOfNotice: oneUnder<DecisionId, ServiceOfNoticeId>('cs'),
  endedService: oneUnder<DecisionId, ServiceOfNoticeId>('bs'),
  /** A permit, a ban or a consent, and a minor's ban toward a representative. */
  declaration: oneOf<DeclarationId>('ia'),
  minorsBan: oneOf<MinorsBanId>('im'),
  /** Data asked of us, and what was given. */
  disclosure: oneOf<DisclosureId>('id'),
  /** What moves with whatever a giving of data has looked at. */
  mark: (controller: ControllerId, clientId: ClientId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('ig'),
  }),
  /** Data asked of somebody else about the client. */
  sourceRequest: oneOf<SourceRequestId>('is'),
  spans: {
    sourceRequests: spanOf('is'),
    disclosures: spanOf('id'),
    declarations: spanOf('ia'),
    minorsBans: spanOf('im'),
    decisions: spanOf('cd'),
    endedDecisions: spanOf('bd'),
    servicesOf: spanUnder<DecisionId>('cs'),
    endedServicesOf: spanUnder<DecisionId>('bs'),
    papers: spanOf('ap'),
    attachments: spanOf('ad'),
    supersededAttachments: spanUnder<AttachmentId>('ae'),
    attachmentsOf: spanUnder<string>('al'),
    /** Head, active cases and ties. */
    heads: { from: sort('x', ''), to: sort('z') } satisfies Span,
    /** Head, active cases, ties and notes: read in descending order. All else of a client sorts before `n`. */
    file: { from: sort('n', ''), to: sort('z') } satisfies Span,
    notes: spanOf('n'),
    documents: spanOf('jd'),
    /** Whatever is in force or under way: its letters are two, and the first is `c`. */
    underWay: { from: sort('c'), to: sort(`c${AFTER_ALL}`) } satisfies Span,
    appointments: spanOf('cb'),
    endedAppointments: spanOf('bb'),
    activeCases: spanOf('y'),
    closedCases: spanOf('d'),
    relations: spanOf('f'),
    history: spanOf('h'),
    relationshipPeriods: spanOf('g'),
    relationshipCorrections: spanOf('gc'),
    openings: spanOf('l'),
    /** Ids carry the moment: openings from one id to another, both included. */
    openingsBetween: (first: OpeningId, last: OpeningId): Span => ({
      from: sort('l', first),
      to: sort('l', last),
    }),
    restrictions: spanOf('k'),
    /** All words of a group, or of the parts of it that begin so. */
    words: (group: string, part = ''): Span => ({
      from: sort('aw', group, part),
      to: sort('aw', group, `${part}${AFTER_ALL}`),
    }),
    wordsOfSize: (group: string, part: string, caseId: CaseId | undefined, size: WordsSize): Span => ({
      from: sort('aw', group, part, caseId ?? OF_NO_CASE, size, ''),
      to: sort('aw', group, part, caseId ?? OF_NO_CASE, size, AFTER_ALL),
    }),
    supersededRelations: spanUnder<RelationId>('e'),
    supersededDocuments: spanUnder<DocumentId>('jv'),
    supersededNotes: spanUnder<NoteId>('m'),
  },
};
