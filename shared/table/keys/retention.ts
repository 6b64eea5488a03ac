import type { ClientId, ControllerId, RetentionHoldId } from '../../kernel/id.ts';
import { type Key, partition, sort, spanOf } from './parts.ts';

/** Disposal lists and their rows by month, and holds by client. */
export const retentionKeys = {
  lists: (controller: ControllerId) => partition(controller, 'dl'),
  list: (controller: ControllerId, month: string): Key => ({
    pk: retentionKeys.lists(controller),
    sk: sort(month),
  }),
  /** By which rules the due months were counted. */
  counted: (controller: ControllerId): Key => ({ pk: partition(controller, 'dc'), sk: sort('c') }),
  rows: (controller: ControllerId, month: string) => partition(controller, 'dr', month),
  /** `open`: something is still to be done with it. */
  row: (controller: ControllerId, month: string, unitId: string, open: boolean): Key => ({
    pk: retentionKeys.rows(controller, month),
    sk: sort(open ? 'o' : 'f', unitId),
  }),
  holds: (controller: ControllerId, clientId: ClientId) => partition(controller, 'dh', clientId),
  hold: (controller: ControllerId, clientId: ClientId, holdId: RetentionHoldId): Key => ({
    pk: retentionKeys.holds(controller, clientId),
    sk: sort('h', holdId),
  }),
  gate: (controller: ControllerId, clientId: ClientId): Key => ({
    pk: retentionKeys.holds(controller, clientId),
    sk: sort('g'),
  }),
  spans: { openRows: spanOf('o'), finishedRows: spanOf('f'), holds: spanOf('h') },
};
