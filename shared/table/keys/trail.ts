import type { CheckId, ClientId, ControllerId, EventId, UnitId, UserId } from '../../kernel/id.ts';
import { type Key, partition, sort, twoDigits } from './parts.ts';

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

/**
 * Rows by which the log is asked: where the lines of a class lie, of the whole controller, of a unit, of a client. The
 * class is a code of two letters (docs/decisions/0016).
 */
export const questionKeys = {
  ofController: (controller: ControllerId, classCode: string) => partition(controller, 'l', classCode),
  ofUnit: (controller: ControllerId, unitId: UnitId, classCode: string) =>
    partition(controller, 'lt', unitId, classCode),
  ofUser: (controller: ControllerId, userId: UserId, classCode: string) =>
    partition(controller, 'lu', userId, classCode),
  ofClient: (controller: ControllerId, clientId: ClientId, classCode: string) =>
    partition(controller, 'lc', clientId, classCode),
};
