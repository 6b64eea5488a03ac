import type { ControllerId, LogSearchId, UserId } from '../../kernel/id.ts';
import { type Key, partition, type Span, sort, spanOf } from './parts.ts';

const indexText = (index: number): string => index.toString().padStart(12, '0');

/** Searches of the sealed log, and where in it they found lines. */
export const logSearchKeys = {
  partition: (controller: ControllerId, searchId: LogSearchId) => partition(controller, 'ls', searchId),
  search: (controller: ControllerId, searchId: LogSearchId): Key => ({
    pk: logSearchKeys.partition(controller, searchId),
    sk: sort('s'),
  }),
  /** Places found, by the first of them. */
  page: (controller: ControllerId, searchId: LogSearchId, first: number): Key => ({
    pk: logSearchKeys.partition(controller, searchId),
    sk: sort('p', indexText(first)),
  }),
  /** Which searches somebody has asked that may wait still. */
  waitingOf: (controller: ControllerId, userId: UserId): Key => ({
    pk: partition(controller, 'lsu', userId),
    sk: sort('u'),
  }),
  /** gsi1: what somebody asked. */
  askedBy: (controller: ControllerId, userId: UserId) => partition(controller, 'lsa', userId),
  /** gsi2: what waits for the run. */
  waiting: (controller: ControllerId) => partition(controller, 'lsw'),
  inOrder: (searchId: LogSearchId) => sort(searchId),
  /** Pages whose first place lies before this one. */
  pagesBefore: (index: number): Span => ({
    from: sort('p', ''),
    to: sort('p', indexText(Math.max(0, index - 1))),
  }),
  spans: { pages: spanOf('p') },
};
