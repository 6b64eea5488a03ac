import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { noticeOfToday, saysTheSame } from '../../shared/domain/notices/facts-now.ts';
import {
  type Notice,
  type NoticeItem,
  NoticeStep,
  type PublishedNoticeItem,
} from '../../shared/domain/notices/model.ts';
import { NOTICE_REFUSALS } from '../../shared/domain/notices/refusals.ts';
import { findPublished, loadNotice, loadNoticeText } from '../../shared/domain/notices/store.ts';
import { discarded, published, signed } from '../../shared/domain/notices/transitions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { NoticeId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed, created } from '../../shared/table/item.ts';
import { noticeKeys } from '../../shared/table/keys.ts';
import type { NoticeChanged } from './draft-notice.ts';

export const OneNotice = z.strictObject({ noticeId: NoticeId });
type Asked = { params: z.infer<typeof OneNotice>; version: number };
type Changed = Promise<Answer<z.infer<typeof NoticeChanged>>>;

export const SignNotice = z.strictObject({ step: NoticeStep.shape.step }).meta({ id: 'SignNotice' });

/** Signs the next step, with today's date. The last signature approves the text. */
export async function signNotice(
  context: ActContext,
  { params, body, version }: Asked & { body: z.infer<typeof SignNotice> },
): Changed {
  const item = await seen(context, params, version);
  return moved(context, item, signed(item.notice, body.step, moverOf(context)), ['signatures']);
}

/** Throws away a text that is not published. It stays readable. */
export async function discardNotice(context: ActContext, { params, version }: Asked): Changed {
  const item = await seen(context, params, version);
  return moved(context, item, discarded(item.notice), ['state']);
}

/**
 * Puts an approved text at the public address. It must still be what the settings and the system say today: what is
 * published is true on the day it is published.
 */
export async function publishNotice(context: ActContext, { params, version }: Asked): Changed {
  const { services, actor, now } = context;
  const where = { services, controller: actor.controller };
  const [item, text, today, pointer, { notice: chosen }] = await Promise.all([
    seen(context, params, version),
    loadNoticeText(where, params.noticeId),
    noticeOfToday(context),
    findPublished(where),
    settingsOf(services, actor.controller),
  ]);
  const publishers: readonly string[] = chosen.publishers;
  // Whoever has several roles publishes in the one that may.
  const grant = actor.grants.find(({ role }) => publishers.includes(role));
  if (grant === undefined) throw new Refusal(NOTICE_REFUSALS.notPublisher);
  context.grant = grant;
  const number = (pointer?.version ?? 0) + 1;
  const next = published(item.notice, number, moverOf(context));
  if (!saysTheSame(text.content, today.content)) throw new Refusal(NOTICE_REFUSALS.outdated);
  const before = pointer === undefined ? undefined : await loadNotice(where, pointer.noticeId);
  const head = pointer === undefined ? created(now, actor.userId) : changed(pointer, now, actor.userId);
  const put: PublishedNoticeItem = {
    ...noticeKeys.published(actor.controller),
    entity: 'publishedNotice',
    ...head,
    noticeId: params.noticeId,
  };
  return moved(
    context,
    item,
    next,
    ['state', 'number'],
    [
      {
        put,
        when: pointer === undefined ? 'absent' : { version: pointer.version },
        otherwise: COMMON_REFUSALS.conflict,
      },
      ...(before === undefined ? [] : [replaced(context, before)]),
    ],
  );
}

const moverOf = ({ actor, today }: ActContext) => ({ by: actor.userId, today });

async function seen(
  { services, actor }: ActContext,
  { noticeId }: z.infer<typeof OneNotice>,
  version: number,
): Promise<NoticeItem> {
  const item = await loadNotice({ services, controller: actor.controller }, noticeId);
  expectVersion(item, version);
  return item;
}

function replaced({ actor, now }: ActContext, item: NoticeItem): Change {
  const put: NoticeItem = {
    ...item,
    ...changed(item, now, actor.userId),
    notice: { ...item.notice, state: 'replaced' },
  };
  return { put, when: { version: item.version }, otherwise: COMMON_REFUSALS.conflict };
}

function moved(
  context: ActContext,
  item: NoticeItem,
  notice: Notice,
  changedFields: readonly string[],
  more: readonly Change[] = [],
): Changed {
  const put: NoticeItem = { ...item, ...changed(item, context.now, context.actor.userId), notice };
  const { noticeId, state } = notice;
  return commit(context, {
    changes: [{ put, when: { version: item.version } }, ...more],
    line: {
      clients: [],
      resources: [{ kind: 'notice', id: noticeId, version: put.version }],
      dataGroups: ['settings'],
      changedFields,
    },
    answer: { body: { noticeId, version: put.version, state }, version: put.version },
  });
}
