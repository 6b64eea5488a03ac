import type { ControllerId, EventId, JobId } from '../../kernel/id.ts';
import { type Key, partition, type SortKey, sort, spanOf, twoDigits } from './parts.ts';

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
  /** A fact that a later act may take back, by a keyed hash of what it is about; and what takes it back. */
  factAbout: (controller: ControllerId, month: string, about: string): Key => ({
    pk: workKeys.factPartition(controller, month),
    sk: sort('of', about),
  }),
  undoneFact: (controller: ControllerId, month: string, about: string): Key => ({
    pk: workKeys.factPartition(controller, month),
    sk: sort('un', about),
  }),
  /** That the thing of a fact is no more. */
  goneFact: (controller: ControllerId, month: string, about: string): Key => ({
    pk: workKeys.factPartition(controller, month),
    sk: sort('gone', about),
  }),
  /** The hash in the name of a fact, of what takes it back, and of the mark that its thing is no more. */
  aboutIn: (sk: SortKey): string => sk.split('#').slice(1).join('#'),
  /** The fact that this one takes back. */
  undoneBy: (sk: SortKey): SortKey => sort('of', ...sk.split('#').slice(1)),
  /** Facts that may be taken back, what takes one back (both in one order), and those that nothing takes back: ids. */
  factSpans: { named: spanOf('of'), undoing: spanOf('un'), others: { from: sort('0'), to: sort('8') } },
  goneFactSpan: spanOf('gone'),
  /** The run of one day over a controller's deadlines. */
  escalationRun: (controller: ControllerId, on: string): Key => ({
    pk: partition(controller, 'j', on),
    sk: sort('j'),
  }),
  /** How far the messages of a controller have been looked through. */
  messageRun: (controller: ControllerId): Key => ({
    pk: partition(controller, 'j', 'messages'),
    sk: sort('j'),
  }),
  job: (controller: ControllerId, jobId: JobId): Key => ({
    pk: partition(controller, 'j', jobId),
    sk: sort('j'),
  }),
};
