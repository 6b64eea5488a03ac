import type {
  ClientId,
  ControllerId,
  DoorPermitId,
  LogRequestId,
  MisuseId,
  WithholdingId,
} from '../../kernel/id.ts';
import { type Key, partition, sort, spanOf } from './parts.ts';

const ofClient = (controller: ControllerId, clientId: ClientId) => partition(controller, 'lr', clientId);

/** What a client asks about the use of the client's data, apart from the file: who answers does not open the file. */
export const logRequestKeys = {
  partition: ofClient,
  request: (controller: ControllerId, clientId: ClientId, id: LogRequestId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('r', id),
  }),
  withholding: (controller: ControllerId, clientId: ClientId, id: WithholdingId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('w', id),
  }),
  misuse: (controller: ControllerId, clientId: ClientId, id: MisuseId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('m', id),
  }),
  doorPermit: (controller: ControllerId, clientId: ClientId, id: DoorPermitId): Key => ({
    pk: ofClient(controller, clientId),
    sk: sort('d', id),
  }),
  spans: { doorPermits: spanOf('d'), requests: spanOf('r'), withholdings: spanOf('w'), misuses: spanOf('m') },
};
