import * as z from 'zod';
import { NoticeId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { DataSubjectSettings } from '../controllers/settings/data-subject.ts';

/**
 * Tietosuojaseloste ((EU) 2016/679, 12–14): generated, frozen as it was generated, signed step by step and published.
 * It is public data of an authority: nothing of it is sealed, and no client is named.
 */

/** Vaihe: who writes and who approves, in the controller's own words (C-43). */
export const NoticeStep = DataSubjectSettings.shape.notice.shape.approvalChain.element;
export type NoticeStep = z.infer<typeof NoticeStep>;

/** A step taken: by whom, and on which day. */
const Signature = z.strictObject({
  step: NoticeStep.shape.step,
  by: z.string(),
  userId: UserId,
  on: LocalDate,
});

export const NoticeSection = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Each names the sentence of the register that it comes from. */
  paragraphs: z.array(z.strictObject({ sentence: z.string(), text: z.string() })),
});
export type NoticeSection = z.infer<typeof NoticeSection>;

export const NoticeContent = z.strictObject({
  fi: z.array(NoticeSection),
  sv: z.array(NoticeSection),
  en: z.array(NoticeSection),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

export const Notice = z
  .strictObject({
    noticeId: NoticeId,
    state: z.enum(['draft', 'approved', 'published', 'replaced', 'discarded']),
    /** Of the settings it was made from; 0 where the controller has chosen nothing. */
    settingsVersion: z.int().min(0),
    madeBy: UserId,
    madeOn: LocalDate,
    /** What has to be signed, in this order. */
    steps: z.array(NoticeStep).min(1),
    signatures: z.array(Signature),
    /** Given when it is published: 1, 2, 3… */
    number: z.int().min(1).optional(),
    publishedOn: LocalDate.optional(),
    publishedBy: UserId.optional(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof Notice>;

export const NoticeItem = storedItem('notice', { notice: Notice });
export type NoticeItem = z.infer<typeof NoticeItem>;

/** What a notice says, and in whose name. Written once with the draft. */
export const NoticeTextItem = storedItem('noticeText', {
  noticeId: NoticeId,
  authority: z.string(),
  /** Its Swedish name, where it has one; notices written before have none. */
  authorityInSwedish: z.string().optional(),
  content: NoticeContent,
});
export type NoticeTextItem = z.infer<typeof NoticeTextItem>;

/** Which notice stands at the public address. Its own version is the number of the notice. */
export const PublishedNoticeItem = storedItem('publishedNotice', { noticeId: NoticeId });
export type PublishedNoticeItem = z.infer<typeof PublishedNoticeItem>;
