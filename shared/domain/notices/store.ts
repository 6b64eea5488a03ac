import type { ControllerId, NoticeId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { Services } from '../../services.ts';
import { controllerKeys, noticeKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { ControllerItem } from '../controllers/model.ts';
import { NoticeItem, NoticeTextItem, PublishedNoticeItem } from './model.ts';

type Where = { services: Pick<Services, 'tables'>; controller: ControllerId };

/** @throws Refusal `request.notFound`. */
export async function loadNotice({ services, controller }: Where, noticeId: NoticeId): Promise<NoticeItem> {
  const key = noticeKeys.notice(controller, noticeId);
  const item = await getItem(services.tables, controller, 'records', key, NoticeItem);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** What a notice says. @throws Refusal `request.notFound`. */
export async function loadNoticeText(
  { services, controller }: Where,
  noticeId: NoticeId,
): Promise<NoticeTextItem> {
  const key = noticeKeys.text(controller, noticeId);
  const item = await getItem(services.tables, controller, 'records', key, NoticeTextItem);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** The controller's record, for who has no token; undefined where it has not been set up. */
export const findController = ({ services, controller }: Where): Promise<ControllerItem | undefined> =>
  getItem(services.tables, controller, 'records', controllerKeys.controller(controller), ControllerItem);

/** Which notice is published; undefined where none has been. */
export const findPublished = ({ services, controller }: Where): Promise<PublishedNoticeItem | undefined> =>
  getItem(services.tables, controller, 'records', noticeKeys.published(controller), PublishedNoticeItem);

/** Notices of the controller, the latest first. */
export const loadNotices = (
  { services, controller }: Where,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<NoticeItem>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: noticeKeys.partition(controller),
      span: noticeKeys.spans.notices,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    NoticeItem,
  );
