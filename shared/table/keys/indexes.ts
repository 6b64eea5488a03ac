import type {
  AppointmentId,
  CaseId,
  ClientId,
  ClientServiceId,
  ControllerId,
  DeadlineId,
  DecisionId,
  DocumentId,
  DraftId,
  FolderId,
  GrantId,
  HoursId,
  MatterId,
  MessageId,
  NoteId,
  OpeningId,
  PaperId,
  PlanId,
  TaskId,
  TransferId,
  UnitId,
  UploadId,
  UserId,
} from '../../kernel/id.ts';
import { AFTER_ALL, partition, type Span, sort, spanOf, twoDigits } from './parts.ts';

/** Of what is found by the day on which it ended. */
export type EndedKind = 'user' | 'grant' | 'contract';

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
  /** gsi2: cases that a unit has closed. */
  unitClosedCase: (caseId: CaseId, clientId: ClientId) => sort('kc', caseId, clientId),
  unitOpening: (openingId: OpeningId) => sort('o', openingId),
  /** gsi2: clients of a unit who have not been told of the processing, the longest waiting first. */
  unitUninformed: (startedOn: string, clientId: ClientId) => sort('n', startedOn, clientId),
  /** gsi2: grants that a unit's supervisor attests, by the day by which it is done. */
  unitGrant: (attestBy: string, grantId: GrantId) => sort('g', attestBy, grantId),
  unitGrantsOfDays: (days: { from: string; to: string }): Span => ({
    from: sort('g', days.from),
    to: sort('g', days.to, AFTER_ALL),
  }),
  /** gsi2: a unit's users who have not left. */
  unitUser: (userId: UserId) => sort('w', userId),
  /** gsi2: services of a unit by the last day they were granted for. */
  unitService: (validTo: string, id: ClientServiceId) => sort('v', validTo, id),
  /** gsi2: plans by the day of their review. */
  planReview: (reviewBy: string, planId: PlanId) => sort('p', reviewBy, planId),
  /** gsi3: the clients of a unit, whether they have cases or not: of the one that is or was responsible, or took them in. */
  clientsOfUnit: (controller: ControllerId, unitId: UnitId) => partition(controller, 'n', unitId),
  clientOfUnit: (clientId: ClientId) => sort('c', clientId),
  /** gsi3: a unit's cases that lack a client plan. */
  unitWithoutPlan: (controller: ControllerId, unitId: UnitId) => partition(controller, 'm', unitId),
  /** gsi1: what a worker prepares. gsi2: what waits for a decider in a unit. */
  decision: (decisionId: DecisionId, clientId: ClientId) => sort('d', decisionId, clientId),
  /** gsi1: what a worker has decided, gsi2: what was decided in a unit, by the first day of legal force as it is expected. */
  expectedForce: (on: string, decisionId: DecisionId, clientId: ClientId) =>
    sort('df', on, decisionId, clientId),
  /** Rows of `df` of the days, both included; without a first day from the earliest. */
  forcesOfDays: (days: { from?: string; to: string }): Span => ({
    from: sort('df', days.from ?? ''),
    to: sort('df', days.to, AFTER_ALL),
  }),
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
  /** An attachment or a paper in its class, whose partition is like a document's: by kind papers stand in gsi4. */
  keptInClass: (id: string) => sort(id),
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
  /** gsi1: matters that a worker has at hand. */
  workerMatter: (receivedAt: string, matterId: MatterId) => sort('i', receivedAt, matterId),
  /** gsi2: matters that a unit has handled, by the moment. */
  unitHandledMatter: (handledAt: string, matterId: MatterId) => sort('ih', handledAt, matterId),
  /** gsi2: messages to notifiers that wait to be sent, by the moment. */
  unitNotifierMessage: (dueAt: string, messageId: MessageId) => sort('im', dueAt, messageId),
  /** gsi3 by task, gsi1 by service: notes of one client by visibility class, an opaque code of the controller. */
  noteClass: (controller: ControllerId, clientId: ClientId, classCode: string) =>
    partition(controller, 'v', clientId, classCode),
  noteOfClass: (noteId: NoteId) => sort(noteId),
  /** gsi4: disposal units by due month, in 16 shards. */
  dueMonth: (controller: ControllerId, month: string, shard: number) =>
    partition(controller, 'd', month, twoDigits(shard)),
  /** gsi4: records of the house that have ended, or will, by kind and day. */
  ended: (controller: ControllerId, kind: EndedKind) => partition(controller, 'en', kind),
  endedOn: (on: string, ...ids: string[]) => sort(on, ...ids),
  endedUntil: (on: string): Span => ({ from: sort('0'), to: sort(on, AFTER_ALL) }),
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
    closedCases: spanOf('kc'),
    decisions: spanOf('d'),
    openings: spanOf('o'),
    users: spanOf('w'),
    uninformed: spanOf('n'),
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
    notifierMessages: spanOf('im'),
    transfers: spanOf('r'),
  },
};
