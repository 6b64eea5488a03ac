import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { noticeOfToday } from '../../shared/domain/notices/facts-now.ts';
import { Notice, type NoticeItem, type NoticeTextItem } from '../../shared/domain/notices/model.ts';
import { findPublished } from '../../shared/domain/notices/store.ts';
import { stepsOf } from '../../shared/domain/notices/transitions.ts';
import { NoticeId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { noticeKeys } from '../../shared/table/keys.ts';

export const NoticeChanged = z
  .strictObject({ noticeId: NoticeId, version: z.int(), state: Notice.shape.state })
  .meta({ id: 'NoticeChanged' });

/**
 * Makes a draft from the settings in force today and from what the system holds everybody to. Its text is frozen: who
 * signs it signs what was read.
 */
export async function draftNotice(context: ActContext): Promise<Answer<z.infer<typeof NoticeChanged>>> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const [made, { notice: chosen }, published] = await Promise.all([
    noticeOfToday(context),
    settingsOf(services, controller),
    findPublished({ services, controller }),
  ]);
  const noticeId = NoticeId.parse(newId(services));
  const head = created(now, actor.userId);
  const put: NoticeItem = {
    ...noticeKeys.notice(controller, noticeId),
    entity: 'notice',
    ...head,
    notice: {
      noticeId,
      state: 'draft',
      settingsVersion: made.settingsVersion,
      madeBy: actor.userId,
      madeOn: today,
      steps: stepsOf(chosen, published !== undefined),
      signatures: [],
    },
  };
  const text: NoticeTextItem = {
    ...noticeKeys.text(controller, noticeId),
    entity: 'noticeText',
    ...head,
    noticeId,
    authority: made.authority.fi,
    ...(made.authority.sv === undefined ? {} : { authorityInSwedish: made.authority.sv }),
    content: made.content,
  };
  return commit(context, {
    changes: [
      { put, when: 'absent' },
      { put: text, when: 'absent' },
    ],
    line: {
      clients: [],
      resources: [{ kind: 'notice', id: noticeId, version: 1 }],
      dataGroups: ['settings'],
      changedFields: ['notice'],
    },
    answer: { body: { noticeId, version: 1, state: 'draft' }, version: 1 },
  });
}
