import type {
  AppointmentId,
  AssessmentId,
  AttachmentId,
  BodyId,
  CalendarHolderId,
  CaseId,
  CheckId,
  ClientId,
  ClientServiceId,
  CommitmentId,
  ControllerId,
  DeadlineId,
  DecisionId,
  DelegationId,
  DeliveryId,
  DocumentId,
  DraftId,
  EventId,
  FolderId,
  GrantId,
  HandlingId,
  HoursId,
  JobId,
  MatterId,
  MessageId,
  NoteId,
  OpeningId,
  PaperId,
  PartyId,
  PlanId,
  PostId,
  RelationId,
  ResourceId,
  SegmentId,
  ServiceOfNoticeId,
  TaskId,
  TransferId,
  UnitId,
  UploadId,
  UserId,
} from '../kernel/id.ts';

/**
 * Every key of every table is built here and nowhere else. Each partition begins with the controller,
 * so that credentials bound to one controller cannot name another's. Keys hold ids, times and coded
 * values only: key names stand in CloudTrail and in table metrics.
 */
export type PartitionKey = string & { readonly brand: 'PartitionKey' };
export type SortKey = string & { readonly brand: 'SortKey' };
export type Key = { pk: PartitionKey; sk: SortKey };

const partition = (controller: ControllerId, ...parts: string[]): PartitionKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is put on
  [controller, ...parts].join('#') as PartitionKey;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where the brand is put on
const sort = (...parts: string[]): SortKey => parts.join('#') as SortKey;

/** A span of sort keys, both ends included. */
export type Span = { from: SortKey; to: SortKey };
const AFTER_ALL = '~';
const spanOf = (prefix: string): Span => ({ from: sort(prefix, ''), to: sort(prefix, AFTER_ALL) });

const twoDigits = (count: number): string => count.toString().padStart(2, '0');
const versionText = (version: number): string => version.toString().padStart(8, '0');

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

/** Services of a client: those given, those that ended; what was delivered of each, in the order of the days. */
export const serviceKeys = {
  inForce: (controller: ControllerId, clientId: ClientId, id: ClientServiceId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('cv', id),
  }),
  ended: (controller: ControllerId, clientId: ClientId, id: ClientServiceId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('bv', id),
  }),
  delivery: (
    controller: ControllerId,
    clientId: ClientId,
    id: ClientServiceId,
    deliveryId: DeliveryId,
  ): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('av', id, deliveryId),
  }),
  spans: {
    inForce: spanOf('cv'),
    ended: spanOf('bv'),
    /** Deliveries of a service, their ids from one to another. */
    deliveries: (id: ClientServiceId, from: string, to: string): Span => ({
      from: sort('av', id, from),
      to: sort('av', id, to),
    }),
  },
};

/** Plans in force, and those that were replaced or ended. */
export const planKeys = {
  inForce: (controller: ControllerId, clientId: ClientId, planId: PlanId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('cp', planId),
  }),
  ended: (controller: ControllerId, clientId: ClientId, planId: PlanId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('bp', planId),
  }),
  spans: { inForce: spanOf('cp'), ended: spanOf('bp') },
};

/**
 * Times that run, and those that have ended, in the partition of a client, or of an intake matter that has no client
 * yet.
 */
export const deadlineKeys = {
  open: (pk: PartitionKey, deadlineId: DeadlineId): Key => ({ pk, sk: sort('ct', deadlineId) }),
  ended: (pk: PartitionKey, deadlineId: DeadlineId): Key => ({ pk, sk: sort('bt', deadlineId) }),
  spans: { open: spanOf('ct'), ended: spanOf('bt') },
};

/** What is to be done, and what is over: in the partition of a client, or of a unit for what names nobody. */
export const taskKeys = {
  ofUnit: (controller: ControllerId, unitId: UnitId) => partition(controller, 'h', unitId),
  open: (pk: PartitionKey, taskId: TaskId): Key => ({ pk, sk: sort('cw', taskId) }),
  ended: (pk: PartitionKey, taskId: TaskId): Key => ({ pk, sk: sort('bw', taskId) }),
  spans: { open: spanOf('cw'), ended: spanOf('bw') },
};

/** Assessments of service needs: under way, and those that are ready. */
export const assessmentKeys = {
  underWay: (controller: ControllerId, clientId: ClientId, assessmentId: AssessmentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('ca', assessmentId),
  }),
  ready: (controller: ControllerId, clientId: ClientId, assessmentId: AssessmentId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('ba', assessmentId),
  }),
  spans: { underWay: spanOf('ca'), ready: spanOf('ba') },
};

/** An intake matter: received before it is known whose it is, so that it has a partition of its own. */
export const matterKeys = {
  partition: (controller: ControllerId, matterId: MatterId) => partition(controller, 'e', matterId),
  head: (controller: ControllerId, matterId: MatterId): Key => ({
    pk: matterKeys.partition(controller, matterId),
    sk: sort('z'),
  }),
  record: (controller: ControllerId, matterId: MatterId): Key => ({
    pk: matterKeys.partition(controller, matterId),
    sk: sort('r'),
  }),
  supersededRecord: (controller: ControllerId, matterId: MatterId, version: number): Key => ({
    pk: matterKeys.partition(controller, matterId),
    sk: sort('a', versionText(version)),
  }),
  handling: (controller: ControllerId, matterId: MatterId, handlingId: HandlingId): Key => ({
    pk: matterKeys.partition(controller, matterId),
    sk: sort('e', handlingId),
  }),
  /** In the file of a client: while it is handled, and afterwards. */
  openOfClient: (controller: ControllerId, clientId: ClientId, matterId: MatterId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('ci', matterId),
  }),
  handledOfClient: (controller: ControllerId, clientId: ClientId, matterId: MatterId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('bi', matterId),
  }),
  spans: {
    openOfClient: spanOf('ci'),
    handledOfClient: spanOf('bi'),
    /** What a reader of the matter sees: entries of its handling, the record, the head. */
    whole: { from: sort('e', ''), to: sort('z') } satisfies Span,
    supersededRecords: spanOf('a'),
  },
};

/** Transfers of a client's cases between units: at hand, and over. */
export const transferKeys = {
  open: (controller: ControllerId, clientId: ClientId, transferId: TransferId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('cr', transferId),
  }),
  ended: (controller: ControllerId, clientId: ClientId, transferId: TransferId): Key => ({
    pk: clientKeys.partition(controller, clientId),
    sk: sort('br', transferId),
  }),
};

/** A text held apart from its head: written once, read by its id. */
export const bodyKey = (controller: ControllerId, bodyId: BodyId): Key => ({
  pk: partition(controller, 'b', bodyId),
  sk: sort('b'),
});

/** A document's content, in one piece or several, and what was added when it became final: one query. */
export const documentBodyKeys = {
  partition: (controller: ControllerId, bodyId: BodyId) => partition(controller, 'b', bodyId),
  piece: (controller: ControllerId, bodyId: BodyId, place: number): Key => ({
    pk: documentBodyKeys.partition(controller, bodyId),
    sk: sort('p', twoDigits(place)),
  }),
  closing: (controller: ControllerId, bodyId: BodyId): Key => ({
    pk: documentBodyKeys.partition(controller, bodyId),
    sk: sort('z'),
  }),
};

/** Folders of paper, by the unit in whose premises they stand. */
export const folderKeys = {
  partition: (controller: ControllerId, unitId: UnitId) => partition(controller, 'p', unitId),
  folder: (controller: ControllerId, unitId: UnitId, folderId: FolderId): Key => ({
    pk: folderKeys.partition(controller, unitId),
    sk: sort('f', folderId),
  }),
  spans: { folders: spanOf('f') },
};

/** An upload under way: found by the id that names its object in the inbox, so that a file says nothing of its client. */
export const uploadKey = (controller: ControllerId, uploadId: UploadId): Key => ({
  pk: partition(controller, 'l', uploadId),
  sk: sort('l'),
});

/** Look-up by identity code, by temporary id and by name token: the values are keyed hashes. */
export const lookupKeys = {
  /** Matters in which a person with this code is named, whether or not the person is a client. */
  matterPartition: (controller: ControllerId, mac: string) => partition(controller, 'i', mac),
  matter: (controller: ControllerId, mac: string, matterId: MatterId): Key => ({
    pk: lookupKeys.matterPartition(controller, mac),
    sk: sort('m', matterId),
  }),
  mattersSpan: spanOf('m'),
  /** One code, one client: what is put here only where nothing stands keeps a code from two files. */
  identity: (controller: ControllerId, mac: string): Key => ({
    pk: partition(controller, 'i', mac),
    sk: sort('i'),
  }),
  namePartition: (controller: ControllerId, tokenHash: string) => partition(controller, 'n', tokenHash),
  name: (controller: ControllerId, tokenHash: string, clientId: ClientId): Key => ({
    pk: lookupKeys.namePartition(controller, tokenHash),
    sk: sort(clientId),
  }),
  /** Which tokens a client has now, so that a changed name takes its old tokens away. */
  tokensOf: (controller: ControllerId, clientId: ClientId): Key => ({
    pk: partition(controller, 't', clientId),
    sk: sort('t'),
  }),
};

/** A user, the user's grants and the powers compiled from them. */
export const userKeys = {
  partition: (controller: ControllerId, userId: UserId) => partition(controller, 'u', userId),
  user: (controller: ControllerId, userId: UserId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('u'),
  }),
  powers: (controller: ControllerId, userId: UserId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('p'),
  }),
  grant: (controller: ControllerId, userId: UserId, grantId: GrantId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('g', grantId),
  }),
  /** What a user has signed: kept when the account has ended. */
  commitment: (controller: ControllerId, userId: UserId, commitmentId: CommitmentId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('c', commitmentId),
  }),
  /** A draft lies with its writer; its content is sealed under the client it concerns. */
  draft: (controller: ControllerId, userId: UserId, draftId: DraftId): Key => ({
    pk: partition(controller, 'd', userId),
    sk: sort(draftId),
  }),
  draftPartition: (controller: ControllerId, userId: UserId) => partition(controller, 'd', userId),
  /** Drafts of documents lie with their writer too, apart from those of notes. */
  documentDraft: (controller: ControllerId, userId: UserId, draftId: DraftId): Key => ({
    pk: userKeys.documentDraftPartition(controller, userId),
    sk: sort(draftId),
  }),
  documentDraftPartition: (controller: ControllerId, userId: UserId) => partition(controller, 'g', userId),
  spans: { grants: spanOf('g'), commitments: spanOf('c') },
};

/** Settings, units, posts and the list of users of a controller. */
export const controllerKeys = {
  organisation: (controller: ControllerId) => partition(controller, 'o'),
  controller: (controller: ControllerId): Key => ({ pk: partition(controller, 'o'), sk: sort('c') }),
  unit: (controller: ControllerId, unitId: UnitId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('u', unitId),
  }),
  post: (controller: ControllerId, postId: PostId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('p', postId),
  }),
  member: (controller: ControllerId, userId: UserId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('w', userId),
  }),
  /** A proposed grant that the main user has not decided on. */
  proposal: (controller: ControllerId, grantId: GrantId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('r', grantId),
  }),
  settings: (controller: ControllerId): Key => ({ pk: partition(controller, 's'), sk: sort('s') }),
  settingsVersion: (controller: ControllerId, version: number): Key => ({
    pk: partition(controller, 's'),
    sk: sort('h', versionText(version)),
  }),
  settingsPartition: (controller: ControllerId) => partition(controller, 's'),
  spans: {
    units: spanOf('u'),
    posts: spanOf('p'),
    members: spanOf('w'),
    proposals: spanOf('r'),
    settingsVersions: spanOf('h'),
  },
};

/** Toimivaltataulukko: rows by the kind of decision they give, and what they said before. */
export const delegationKeys = {
  partition: (controller: ControllerId) => partition(controller, 'z'),
  delegation: (controller: ControllerId, kind: string, delegationId: DelegationId): Key => ({
    pk: partition(controller, 'z'),
    sk: sort('a', kind, delegationId),
  }),
  history: (controller: ControllerId, delegationId: DelegationId, version: number): Key => ({
    pk: partition(controller, 'z', delegationId),
    sk: sort('h', versionText(version)),
  }),
  historyPartition: (controller: ControllerId, delegationId: DelegationId) =>
    partition(controller, 'z', delegationId),
  spans: {
    all: spanOf('a'),
    history: spanOf('h'),
    ofKind: (kind: string): Span => ({ from: sort('a', kind, ''), to: sort('a', kind, AFTER_ALL) }),
  },
};

/** Support persons, support families, suppliers: parties of their own, not clients. */
export const partyKeys = {
  partition: (controller: ControllerId) => partition(controller, 'y'),
  party: (controller: ControllerId, partyId: PartyId): Key => ({
    pk: partition(controller, 'y'),
    sk: sort('p', partyId),
  }),
  history: (controller: ControllerId, partyId: PartyId, version: number): Key => ({
    pk: partition(controller, 'y', partyId),
    sk: sort('h', versionText(version)),
  }),
  historyPartition: (controller: ControllerId, partyId: PartyId) => partition(controller, 'y', partyId),
  spans: { parties: spanOf('p'), history: spanOf('h') },
};

/** Index partitions. `all` ends of spans are of one letter case. */
export const indexKeys = {
  /** gsi1: what a worker has in hand: own clients, cases. */
  worker: (controller: ControllerId, userId: UserId) => partition(controller, 'w', userId),
  workerClient: (clientId: ClientId) => sort('c', clientId),
  workerCase: (caseId: CaseId, clientId: ClientId) => sort('k', caseId, clientId),
  workerUpload: (uploadId: UploadId) => sort('u', uploadId),
  /** gsi2: what stands in a folder. */
  papersOfFolder: (controller: ControllerId, folderId: FolderId) => partition(controller, 'p', folderId),
  paperInFolder: (paperId: PaperId, clientId: ClientId) => sort(paperId, clientId),
  /** gsi2: what a unit has in hand. */
  unit: (controller: ControllerId, unitId: UnitId) => partition(controller, 't', unitId),
  unitCase: (caseId: CaseId, clientId: ClientId) => sort('k', caseId, clientId),
  unitOpening: (openingId: OpeningId) => sort('o', openingId),
  /** gsi2: services of a unit by the last day they were granted for. */
  unitService: (validTo: string, id: ClientServiceId) => sort('v', validTo, id),
  /** gsi2: plans by the day of their review. */
  planReview: (reviewBy: string, planId: PlanId) => sort('p', reviewBy, planId),
  /** gsi3: a unit's cases that lack a client plan. */
  unitWithoutPlan: (controller: ControllerId, unitId: UnitId) => partition(controller, 'm', unitId),
  /** gsi1: what a worker prepares. gsi2: what waits for a decider in a unit. */
  decision: (decisionId: DecisionId, clientId: ClientId) => sort('d', decisionId, clientId),
  /** gsi2: drafts of a unit's writers, the longest unsaved first. */
  unitDraft: (savedAt: string, draftId: DraftId) => sort('a', savedAt, draftId),
  unitDraftsSavedBy: (moment: string): Span => ({ from: sort('a', ''), to: sort('a', moment, AFTER_ALL) }),
  /**
   * gsi1, gsi2: the times that a worker or a unit must keep, those that are others' to use, and those that were
   * exceeded and nobody has said why; each by its last day.
   */
  deadline: (dueOn: string, deadlineId: DeadlineId) => sort('t', dueOn, deadlineId),
  deadlineOfOthers: (dueOn: string, deadlineId: DeadlineId) => sort('to', dueOn, deadlineId),
  deadlineWithoutReason: (dueOn: string, deadlineId: DeadlineId) => sort('tr', dueOn, deadlineId),
  /** gsi2: drafts of documents of a unit's writers, the longest unsaved first. */
  unitDocumentDraft: (savedAt: string, draftId: DraftId) => sort('j', savedAt, draftId),
  unitDocumentDraftsSavedBy: (moment: string): Span => ({
    from: sort('j', ''),
    to: sort('j', moment, AFTER_ALL),
  }),
  /** gsi3 by task, gsi1 by service, gsi2 by kind: documents of one client by visibility class, as notes have theirs. */
  documentClass: (controller: ControllerId, clientId: ClientId, classCode: string) =>
    partition(controller, 'a', clientId, classCode),
  /** gsi4: documents of one case of one client. */
  documentsOfCase: (controller: ControllerId, clientId: ClientId, caseId: CaseId) =>
    partition(controller, 'a', clientId, caseId),
  documentInIndex: (documentId: DocumentId) => sort(documentId),
  /** Rows of `t`, `to` or `tr` of the days, both included; without a first day from the earliest. */
  deadlinesOfDays: (row: 't' | 'to' | 'tr', days: { from?: string; to: string }): Span => ({
    from: sort(row, days.from ?? ''),
    to: sort(row, days.to, AFTER_ALL),
  }),
  /** gsi1: what a worker has to do; gsi2: a unit's queue, what is taken from it, what waits for its supervisor. */
  task: (dueOn: string, taskId: TaskId) => sort('s', dueOn, taskId),
  taskTaken: (dueOn: string, taskId: TaskId) => sort('st', dueOn, taskId),
  /** gsi2: what was proposed to a unit. */
  unitTransfer: (until: string, transferId: TransferId) => sort('r', until, transferId),
  taskOfSupervisor: (dueOn: string, taskId: TaskId) => sort('sl', dueOn, taskId),
  /** gsi2: matters in a unit's intake. The digit puts urgent ones first: 1 urgent, 2 not assessed, 3 can wait. */
  unitMatter: (order: 1 | 2 | 3, receivedAt: string, matterId: MatterId) =>
    sort('i', order.toString(), receivedAt, matterId),
  /** gsi2: matters that a unit has handled, by the moment. */
  unitHandledMatter: (handledAt: string, matterId: MatterId) => sort('ih', handledAt, matterId),
  /** gsi3 by task, gsi1 by service: notes of one client by visibility class, an opaque code of the controller. */
  noteClass: (controller: ControllerId, clientId: ClientId, classCode: string) =>
    partition(controller, 'v', clientId, classCode),
  noteOfClass: (noteId: NoteId) => sort(noteId),
  /** gsi4: disposal units by due month, in 16 shards. */
  dueMonth: (controller: ControllerId, month: string, shard: number) =>
    partition(controller, 'd', month, twoDigits(shard)),
  dueClienthood: (clientId: ClientId) => sort('c', clientId),
  dueCase: (caseId: CaseId, clientId: ClientId) => sort('k', caseId, clientId),
  /** gsi2: appointments, published hours and reminders of a unit, by their moment. */
  unitAppointment: (startsAt: string, appointmentId: AppointmentId, clientId: ClientId) =>
    sort('b', startsAt, appointmentId, clientId),
  unitHours: (startsAt: string, hoursId: HoursId) => sort('f', startsAt, hoursId),
  unitReminder: (dueAt: string, messageId: MessageId) => sort('m', dueAt, messageId),
  /** Rows of a unit from one moment up to, but not including, another. */
  unitMoments: (of: 'b' | 'f' | 'm', from: string, before: string): Span => ({
    from: sort(of, from),
    to: sort(of, before),
  }),
  dueMatter: (matterId: MatterId) => sort('m', matterId),
  spans: {
    clients: spanOf('c'),
    cases: spanOf('k'),
    decisions: spanOf('d'),
    openings: spanOf('o'),
    planReviews: spanOf('p'),
    uploads: spanOf('u'),
    /** `t` and `to`: whatever runs. */
    deadlines: { from: sort('t', ''), to: sort('to', AFTER_ALL) } satisfies Span,
    tasks: spanOf('s'),
    tasksTaken: spanOf('st'),
    tasksOfSupervisor: spanOf('sl'),
    services: spanOf('v'),
    matters: spanOf('i'),
    handledMatters: spanOf('ih'),
    transfers: spanOf('r'),
  },
};

/** Calendars: of a worker, a room, a client, and what a unit has to book. */
export const calendarKeys = {
  partition: (controller: ControllerId, holder: CalendarHolderId) => partition(controller, 'r', holder),
  /** What is booked of one holder on one day of UTC. */
  day: (controller: ControllerId, holder: CalendarHolderId, day: string): Key => ({
    pk: calendarKeys.partition(controller, holder),
    sk: sort('l', day),
  }),
  /** Published hours: the id carries the moment they begin. */
  hours: (controller: ControllerId, workerId: UserId, hoursId: HoursId): Key => ({
    pk: calendarKeys.partition(controller, workerId),
    sk: sort('h', hoursId),
  }),
  ofUnit: (controller: ControllerId, unitId: UnitId) => partition(controller, 'r', unitId),
  resource: (controller: ControllerId, unitId: UnitId, resourceId: ResourceId): Key => ({
    pk: calendarKeys.ofUnit(controller, unitId),
    sk: sort('r', resourceId),
  }),
  spans: {
    resources: spanOf('r'),
    days: (from: string, to: string): Span => ({ from: sort('l', from), to: sort('l', to) }),
    hours: (from: string, to: string): Span => ({ from: sort('h', from), to: sort('h', to) }),
  },
};

/** Messages that wait to be sent, by the hour they are due in. */
export const messageKeys = {
  hour: (controller: ControllerId, hour: string) => partition(controller, 'm', hour),
  message: (controller: ControllerId, dueAt: string, messageId: MessageId): Key => ({
    pk: messageKeys.hour(controller, dueAt.slice(0, 13)),
    sk: sort(dueAt, messageId),
  }),
};

/** Outgoing events, idempotency marks, facts, jobs. */
export const workKeys = {
  outboxPartition: (controller: ControllerId, minute: string, shard: number) =>
    partition(controller, 'x', minute, twoDigits(shard)),
  outbox: (controller: ControllerId, minute: string, shard: number, eventId: EventId): Key => ({
    pk: workKeys.outboxPartition(controller, minute, shard),
    sk: sort(eventId),
  }),
  mark: (controller: ControllerId, hash: string): Key => ({
    pk: partition(controller, 'k', hash),
    sk: sort('k'),
  }),
  factPartition: (controller: ControllerId, month: string) => partition(controller, 'f', month),
  fact: (controller: ControllerId, month: string, factId: string): Key => ({
    pk: partition(controller, 'f', month),
    sk: sort(factId),
  }),
  /** The run of one day over a controller's deadlines. */
  escalationRun: (controller: ControllerId, on: string): Key => ({
    pk: partition(controller, 'j', on),
    sk: sort('j'),
  }),
  job: (controller: ControllerId, jobId: JobId): Key => ({
    pk: partition(controller, 'j', jobId),
    sk: sort('j'),
  }),
};

/** The keys table: a client's own key and the keys of the cases it takes part in. */
export const keyKeys = {
  client: (controller: ControllerId, clientId: ClientId) => partition(controller, 'c', clientId),
  clientKey: (controller: ControllerId, clientId: ClientId): Key => ({
    pk: keyKeys.client(controller, clientId),
    sk: sort('a'),
  }),
  caseKey: (controller: ControllerId, clientId: ClientId, caseId: CaseId): Key => ({
    pk: keyKeys.client(controller, clientId),
    sk: sort('k', caseId),
  }),
  /** A matter's own key, wrapped by the key service; beside it, the same key wrapped for each client of the matter. */
  matter: (controller: ControllerId, matterId: MatterId) => partition(controller, 'm', matterId),
  matterKey: (controller: ControllerId, matterId: MatterId): Key => ({
    pk: keyKeys.matter(controller, matterId),
    sk: sort('a'),
  }),
  matterKeyOfClient: (controller: ControllerId, matterId: MatterId, clientId: ClientId): Key => ({
    pk: keyKeys.matter(controller, matterId),
    sk: sort('c', clientId),
  }),
  controllerKey: (controller: ControllerId, purpose: 'list' | 'lookup' | 'controller'): Key => ({
    pk: partition(controller, 'o'),
    sk: sort(purpose),
  }),
};

/** Checks of a client's log, apart from the client's file: who follows the use does not open the file. */
export const checkKeys = {
  partition: (controller: ControllerId, clientId: ClientId) => partition(controller, 'q', clientId),
  check: (controller: ControllerId, clientId: ClientId, checkId: CheckId): Key => ({
    pk: checkKeys.partition(controller, clientId),
    sk: sort(checkId),
  }),
};

/** The trail: append-only, so nothing here is ever replaced. */
export const trailKeys = {
  clientPartition: (controller: ControllerId, clientId: ClientId) => partition(controller, 'c', clientId),
  workerPartition: (controller: ControllerId, userId: UserId) => partition(controller, 'w', userId),
  ofClient: (controller: ControllerId, clientId: ClientId, eventId: EventId): Key => ({
    pk: trailKeys.clientPartition(controller, clientId),
    sk: sort(eventId),
  }),
  ofWorker: (controller: ControllerId, userId: UserId, eventId: EventId): Key => ({
    pk: trailKeys.workerPartition(controller, userId),
    sk: sort(eventId),
  }),
  /** gsi1 */
  workerMonth: (controller: ControllerId, userId: UserId, month: string) =>
    partition(controller, 'u', userId, month),
  /** gsi2 */
  minute: (controller: ControllerId, minute: string, shard: number) =>
    partition(controller, 'm', minute, twoDigits(shard)),
  event: (eventId: EventId) => sort(eventId),
};

export const SHARDS = 16;
