import type { ClientId, ControllerId, MatterId } from '../../kernel/id.ts';
import { type Key, partition, sort, spanOf } from './parts.ts';

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
  /** Who is shut out of the file of whoever has this code, client or not. */
  barred: (controller: ControllerId, mac: string): Key => ({
    pk: partition(controller, 'i', mac),
    sk: sort('b'),
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
