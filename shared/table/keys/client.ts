import type {
  AppointmentId,
  AttachmentId,
  CaseId,
  ClientId,
  ControllerId,
  DecisionId,
  DocumentId,
  NoteId,
  OpeningId,
  PaperId,
  RelationId,
  SegmentId,
  ServiceOfNoticeId,
} from '../../kernel/id.ts';
import { AFTER_ALL, type Key, partition, type Span, sort, spanOf, versionText } from './parts.ts';

/** `a`: one entry; `b` and on: so many times merged; `z`: as large as one gets. */
export type WordsSize = 'a' | 'b' | 'c' | 'd' | 'z';
const OF_NO_CASE = '0';

/** One client's partition. A descending query meets the head, the active cases, then the latest notes. */
export const clientKeys = {
  partition: (controller: ControllerId, clientId: ClientId) => partition(controller, 'c', clientId),
  head: (controller: ControllerId, clientId: ClientId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('z'),
  }),
  activeCase: (controller: ControllerId, clientId: ClientId, caseId: CaseId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('y', caseId),
  }),
  closedCase: (controller: ControllerId, clientId: ClientId, caseId: CaseId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('d', caseId),
  }),
  note: (controller: ControllerId, clientId: ClientId, noteId: NoteId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('n', noteId),
  }),
  supersededNote: (controller: ControllerId, clientId: ClientId, noteId: NoteId, version: number): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('m', noteId, versionText(version)),
  }),
  document: (controller: ControllerId, clientId: ClientId, documentId: DocumentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('jd', documentId),
  }),
  supersededDocument: (
    controller: ControllerId,
    clientId: ClientId,
    documentId: DocumentId,
    correction: number,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('jv', documentId, versionText(correction)),
  }),
  relation: (controller: ControllerId, clientId: ClientId, relationId: RelationId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('f', relationId),
  }),
  supersededRelation: (
    controller: ControllerId,
    clientId: ClientId,
    relationId: RelationId,
    version: number,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('e', relationId, versionText(version)),
  }),
  history: (controller: ControllerId, clientId: ClientId, version: number): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('h', versionText(version)),
  }),
  relationshipPeriod: (controller: ControllerId, clientId: ClientId, startedOn: string, id: string): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('g', startedOn, id),
  }),
  opening: (controller: ControllerId, clientId: ClientId, openingId: OpeningId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('l', openingId),
  }),
  /** Words of a group and of a part of it (opaque codes of the controller), of one case or of none, by size. */
  words: (
    controller: ControllerId,
    clientId: ClientId,
    at: { group: string; part: string; caseId: CaseId | undefined; size: WordsSize; segmentId: SegmentId },
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('aw', at.group, at.part, at.caseId ?? OF_NO_CASE, at.size, at.segmentId),
  }),
  /** What was said of a file's restriction at a version of its head. */
  restriction: (controller: ControllerId, clientId: ClientId, version: number): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('k', versionText(version)),
  }),
  /** An appointment that is coming. */
  appointment: (controller: ControllerId, clientId: ClientId, appointmentId: AppointmentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('cb', appointmentId),
  }),
  /** An appointment that was kept, missed or cancelled. */
  endedAppointment: (controller: ControllerId, clientId: ClientId, appointmentId: AppointmentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('bb', appointmentId),
  }),
  /** What ties workers to the client for a time: read with the head and the cases. */
  tie: (controller: ControllerId, clientId: ClientId, reference: AppointmentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('x', reference),
  }),
  attachment: (controller: ControllerId, clientId: ClientId, attachmentId: AttachmentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('ad', attachmentId),
  }),
  supersededAttachment: (
    controller: ControllerId,
    clientId: ClientId,
    attachmentId: AttachmentId,
    version: number,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('ae', attachmentId, versionText(version)),
  }),
  /** Which attachments belong to an entry, a document or a case: a row without content beside the head. */
  attachmentOf: (
    controller: ControllerId,
    clientId: ClientId,
    ownerId: string,
    attachmentId: AttachmentId,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('al', ownerId, attachmentId),
  }),
  paper: (controller: ControllerId, clientId: ClientId, paperId: PaperId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('ap', paperId),
  }),
  /** A decision in preparation, in force or under review; one that has ended lies apart. */
  decision: (controller: ControllerId, clientId: ClientId, decisionId: DecisionId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('cd', decisionId),
  }),
  endedDecision: (controller: ControllerId, clientId: ClientId, decisionId: DecisionId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('bd', decisionId),
  }),
  /** A copy of a decision sent to a recipient whose time of appeal runs, and one that is done or did not arrive. */
  serviceOfNotice: (
    controller: ControllerId,
    clientId: ClientId,
    decisionId: DecisionId,
    serviceId: ServiceOfNoticeId,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('cs', decisionId, serviceId),
  }),
  endedService: (
    controller: ControllerId,
    clientId: ClientId,
    decisionId: DecisionId,
    serviceId: ServiceOfNoticeId,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('bs', decisionId, serviceId),
  }),
  spans: {
    decisions: spanOf('cd'),
    endedDecisions: spanOf('bd'),
    servicesOf: (decisionId: DecisionId): Span => ({
      from: sort('cs', decisionId, ''),
      to: sort('cs', decisionId, AFTER_ALL),
    }),
    endedServicesOf: (decisionId: DecisionId): Span => ({
      from: sort('bs', decisionId, ''),
      to: sort('bs', decisionId, AFTER_ALL),
    }),
    papers: spanOf('ap'),
    attachments: spanOf('ad'),
    supersededAttachments: (attachmentId: AttachmentId): Span => ({
      from: sort('ae', attachmentId, ''),
      to: sort('ae', attachmentId, AFTER_ALL),
    }),
    attachmentsOf: (ownerId: string): Span => ({
      from: sort('al', ownerId, ''),
      to: sort('al', ownerId, AFTER_ALL),
    }),
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
    openings: spanOf('l'),
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
    supersededRelations: (relationId: RelationId): Span => ({
      from: sort('e', relationId, ''),
      to: sort('e', relationId, AFTER_ALL),
    }),
    supersededDocuments: (documentId: DocumentId): Span => ({
      from: sort('jv', documentId, ''),
      to: sort('jv', documentId, AFTER_ALL),
    }),
    supersededNotes: (noteId: NoteId): Span => ({
      from: sort('m', noteId, ''),
      to: sort('m', noteId, AFTER_ALL),
    }),
  },
};
