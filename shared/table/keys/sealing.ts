import type { ControllerId, EventId } from '../../kernel/id.ts';
import { type Key, partition, type Span, sort, spanOf } from './parts.ts';

const sizeText = (size: number): string => size.toString().padStart(12, '0');

/** The sealed log, in the trail: heads of its tree, and where each line stands in it. Nothing is ever replaced. */
export const sealingKeys = {
  partition: (controller: ControllerId) => partition(controller, 's'),
  /** A head under the size it grew from: of two that grow from one size, the second finds its place taken. */
  headAfter: (controller: ControllerId, size: number): Key => ({
    pk: sealingKeys.partition(controller),
    sk: sort('h', sizeText(size)),
  }),
  placeOf: (controller: ControllerId, eventId: EventId): Key => ({
    pk: partition(controller, 'i', eventId),
    sk: sort('i'),
  }),
  /** Heads that grew from a size up to this one: the last of them holds the entry at this index. */
  headsUpTo: (index: number): Span => ({ from: sort('h', ''), to: sort('h', sizeText(index)) }),
  /** Heads that grew from this size on. */
  headsFrom: (size: number): Span => ({ from: sort('h', sizeText(size)), to: spanOf('h').to }),
  spans: { heads: spanOf('h') satisfies Span },
};
