import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { noticeOfToday, saysTheSame } from '../../shared/domain/notices/facts-now.ts';
import { Notice, NoticeContent } from '../../shared/domain/notices/model.ts';
import { printOfNotice } from '../../shared/domain/notices/print-notice.ts';
import { NOTICE_REFUSALS } from '../../shared/domain/notices/refusals.ts';
import { findPublished, loadNotice, loadNotices, loadNoticeText } from '../../shared/domain/notices/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { fileOfPrint, PrintQuery } from '../../shared/http/print-file.ts';
import type { OneNotice } from './move-notice.ts';

export const NoticePage = z
  .strictObject({
    notices: z.array(Notice.extend({ version: z.int() })),
    /** Of the published one: whether the settings and the system say something else by now, so that it is to be made anew. */
    behind: z.boolean().optional(),
    next: z.string().optional(),
  })
  .meta({ id: 'NoticePage' });

export const NoticeView = z
  .strictObject({ notice: Notice, version: z.int(), content: NoticeContent })
  .meta({ id: 'NoticeView' });

const QUESTION = 'notices';
const MOST = 20;

/** Every notice there has been, the latest first, and whether the published one still says what holds. */
export async function listNotices(
  context: ActContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof NoticePage>>> {
  const { services, actor } = context;
  const where = { services, controller: actor.controller };
  const after = await openCursor(context, QUESTION, cursor);
  const [page, published] = await Promise.all([loadNotices(where, { limit, after }), findPublished(where)]);
  const behind =
    published === undefined
      ? undefined
      : await Promise.all([loadNoticeText(where, published.noticeId), noticeOfToday(context)]).then(
          ([text, today]) => !saysTheSame(text.content, today.content),
        );
  return {
    line: {
      clients: [],
      resources: page.items.map(({ notice, version }) => ({ kind: 'notice', id: notice.noticeId, version })),
      dataGroups: ['settings'],
    },
    body: async () => {
      const next = await sealCursor(context, QUESTION, page.lastKey);
      return {
        notices: page.items.map(({ notice, version }) => ({ ...notice, version })),
        ...(behind === undefined ? {} : { behind }),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

async function load({ services, actor }: ActContext, { noticeId }: z.infer<typeof OneNotice>) {
  const where = { services, controller: actor.controller };
  const [item, text] = await Promise.all([loadNotice(where, noticeId), loadNoticeText(where, noticeId)]);
  const line = {
    clients: [],
    resources: [{ kind: 'notice' as const, id: noticeId, version: item.version }],
    dataGroups: ['settings' as const],
  };
  return { item, text, line };
}

/** One notice with what it says in three languages. */
export async function readNotice(
  context: ActContext,
  { params }: { params: z.infer<typeof OneNotice> },
): Promise<Reading<z.infer<typeof NoticeView>>> {
  const { item, text, line } = await load(context, params);
  const { notice, version } = item;
  return { line, body: () => ({ notice, version, content: text.content }), version };
}

/** The same as a page or a PDF. */
export async function printNotice(
  context: ActContext,
  { params, query }: { params: z.infer<typeof OneNotice>; query: PrintQuery },
): Promise<Reading<FileAnswer>> {
  const { item, text, line } = await load(context, params);
  const print = printOfNotice({ notice: item.notice, text }, query.language, context.now);
  return {
    line,
    body: () =>
      fileOfPrint(
        print,
        query.form,
        `tietosuojaseloste-${query.language}`,
        context.now,
        NOTICE_REFUSALS.tooLong,
      ),
  };
}
