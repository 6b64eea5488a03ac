import type { CaseId, ClientId, ControllerId, MatterId } from '../../kernel/id.ts';
import { type Key, partition, sort } from './parts.ts';

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
