import type {
  AwaitedId,
  ClientId,
  ControllerId,
  PackageId,
  StatementId,
  SubjectRequestId,
  UploadId,
} from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { AFTER_ALL, type Key, partition, type Span, sort, spanOf, spanUnder, versionText } from './parts.ts';

const ofClient = (controller: ControllerId, clientId: ClientId) => partition(controller, 'dr', clientId);

/** What is asked of a client's data, apart from the file: who handles it opens no file for that. */
export const subjectRequestKeys = {
  partition: ofClient,
  request: (controller: ControllerId, clientId: ClientId, id: SubjectRequestId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('r', id),
  }),
  /** The package that answers a request: its head, and the pieces of its parts. */
  package: (controller: ControllerId, clientId: ClientId, id: SubjectRequestId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('p', id),
  }),
  piece: (
    controller: ControllerId,
    clientId: ClientId,
    at: { packageId: PackageId; part: number; piece: number },
  ): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('q', at.packageId, versionText(at.part), versionText(at.piece)),
  }),
  /** A redacted copy of a file of the package. */
  copy: (controller: ControllerId, clientId: ClientId, id: SubjectRequestId, copyId: UploadId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('f', id, copyId),
  }),
  /** What the client says of an entry or a document: what was said of one thing is read as one span. */
  statement: (controller: ControllerId, clientId: ClientId, targetId: string, id: StatementId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('s', targetId, id),
  }),
  /** Of somebody on whom nothing is held. */
  absence: (controller: ControllerId, id: SubjectRequestId): Key => ({
    pk: partition(controller, 'dn', id),
    sk: sort('n'),
  }),
  /** What waits for an answer, of every kind, the earliest due first. */
  queue: (controller: ControllerId) => partition(controller, 'lq'),
  waiting: (controller: ControllerId, dueOn: LocalDate, id: AwaitedId): Key => ({
    pk: subjectRequestKeys.queue(controller),
    sk: sort(dueOn, id),
  }),
  spans: {
    requests: spanOf('r'),
    statements: spanUnder<string>('s'),
    copies: spanUnder<SubjectRequestId>('f'),
    pieces: (packageId: PackageId, part: number): Span => ({
      from: sort('q', packageId, versionText(part), ''),
      to: sort('q', packageId, versionText(part), AFTER_ALL),
    }),
  },
};
