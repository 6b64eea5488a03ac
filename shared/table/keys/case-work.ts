import type {
  AssessmentId,
  CaseId,
  ClientServiceId,
  ControllerId,
  CustodyReportId,
  DeadlineId,
  DeliveryId,
  HandlingId,
  MatterId,
  MessageId,
  PlanId,
  RefundMarkId,
  TaskId,
  TransferId,
  UnitId,
} from '../../kernel/id.ts';
import { oneOf, oneUnder } from './client.ts';
import { type Key, type PartitionKey, partition, type Span, sort, spanOf, versionText } from './parts.ts';

/** Services of a client: those given, those that ended; what was delivered of each, in the order of the days. */
export const serviceKeys = {
  inForce: oneOf<ClientServiceId>('cv'),
  ended: oneOf<ClientServiceId>('bv'),
  delivery: oneUnder<ClientServiceId, DeliveryId>('av'),
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

/** Grounds on which the state refunds what a client's services cost: those that run and those that are over. */
export const refundKeys = {
  mark: oneOf<RefundMarkId>('ir'),
  spans: { marks: spanOf('ir') },
};

/** Plans in force, and those that were replaced or ended. */
export const planKeys = {
  inForce: oneOf<PlanId>('cp'),
  ended: oneOf<PlanId>('bp'),
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
  underWay: oneOf<AssessmentId>('ca'),
  ready: oneOf<AssessmentId>('ba'),
  /** Where grounds of corrections are sealed: a place that does not change when it becomes ready; nothing lies there. */
  reasons: ({ pk, assessmentId }: { pk: PartitionKey; assessmentId: AssessmentId }): Key => ({
    pk,
    sk: sort(assessmentId),
  }),
  spans: { underWay: spanOf('ca'), ready: spanOf('ba') },
};

/** Reports on custody and access that courts ask for: a handful of a child, so that none moves when it has gone. */
export const custodyReportKeys = {
  one: oneOf<CustodyReportId>('jr'),
  spans: { all: spanOf('jr') },
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
  /** To whoever made the notification. */
  message: (controller: ControllerId, matterId: MatterId, messageId: MessageId): Key => ({
    pk: matterKeys.partition(controller, matterId),
    sk: sort('b', messageId),
  }),
  /** In the file of a client: while it is handled, and afterwards. */
  openOfClient: oneOf<MatterId>('ci'),
  handledOfClient: oneOf<MatterId>('bi'),
  spans: {
    openOfClient: spanOf('ci'),
    handledOfClient: spanOf('bi'),
    /** What a reader of the matter sees: entries of its handling, the record, the head. */
    whole: { from: sort('e', ''), to: sort('z') } satisfies Span,
    supersededRecords: spanOf('a'),
    messages: spanOf('b'),
  },
};

/** Where the opening of something in a case and its closing meet. */
export const caseOpeningsKey = (controller: ControllerId, caseId: CaseId): Key => ({
  pk: partition(controller, 'n', caseId),
  sk: sort('n'),
});

/** Transfers of a client's cases between units: at hand, and over. */
export const transferKeys = {
  open: oneOf<TransferId>('cr'),
  ended: oneOf<TransferId>('br'),
};
