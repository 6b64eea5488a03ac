import type { AwaitedId, ClientId, ControllerId, SubjectRequestId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Key, partition, sort, spanOf } from './parts.ts';

const ofClient = (controller: ControllerId, clientId: ClientId) => partition(controller, 'dr', clientId);

/** What is asked of a client's data, apart from the file: who handles it opens no file for that. */
export const subjectRequestKeys = {
  partition: ofClient,
  request: (controller: ControllerId, clientId: ClientId, id: SubjectRequestId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('r', id),
  }),
  /** What waits for an answer, of every kind, the earliest due first. */
  queue: (controller: ControllerId) => partition(controller, 'lq'),
  waiting: (controller: ControllerId, dueOn: LocalDate, id: AwaitedId): Key => ({
    pk: subjectRequestKeys.queue(controller),
    sk: sort(dueOn, id),
  }),
  spans: { requests: spanOf('r') },
};
