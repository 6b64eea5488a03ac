import type { ControllerId, NoticeId } from '../../kernel/id.ts';
import { type Key, partition, sort, spanOf } from './parts.ts';

/** Privacy notices of a controller, and which of them is published. */
export const noticeKeys = {
  partition: (controller: ControllerId) => partition(controller, 'pn'),
  notice: (controller: ControllerId, noticeId: NoticeId): Key => ({
    pk: partition(controller, 'pn'),
    sk: sort('n', noticeId),
  }),
  /** What it says, which never changes: apart, so that a list of notices is light. */
  text: (controller: ControllerId, noticeId: NoticeId): Key => ({
    pk: partition(controller, 'pn'),
    sk: sort('t', noticeId),
  }),
  published: (controller: ControllerId): Key => ({ pk: partition(controller, 'pn'), sk: sort('p') }),
  spans: { notices: spanOf('n') },
};
