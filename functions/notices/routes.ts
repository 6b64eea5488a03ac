import { NOTICE_ACTIONS } from '../../shared/access/actions/notices.ts';
import { NOTICE_REFUSALS } from '../../shared/domain/notices/refusals.ts';
import { FileAnswer } from '../../shared/http/file-answer.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { PRINT_FILE, PrintQuery } from '../../shared/http/print-file.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { draftNotice, NoticeChanged } from './draft-notice.ts';
import { discardNotice, OneNotice, publishNotice, SignNotice, signNotice } from './move-notice.ts';
import { listNotices, NoticePage, NoticeView, printNotice, readNotice } from './read-notices.ts';

const { notInState, wrongStep, ownText, approvedAlready, notPublisher, outdated, tooLong } = NOTICE_REFUSALS;

export const routes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/notices',
    action: NOTICE_ACTIONS.list,
    event: 'NoticesListed',
    summary:
      'The privacy notices of the own controller, and whether the published one still says what holds.',
    query: PageQuery,
    returns: NoticePage,
    refusals: [COMMON_REFUSALS.notFound],
    handle: listNotices,
  }),
  write({
    method: 'POST',
    path: '/v1/notices',
    action: NOTICE_ACTIONS.draft,
    event: 'NoticeDrafted',
    summary: 'Makes a draft of the privacy notice from the settings in force and what the system enforces.',
    writes: 'creates',
    returns: NoticeChanged,
    refusals: [COMMON_REFUSALS.notFound],
    handle: draftNotice,
  }),
  read({
    method: 'GET',
    path: '/v1/notices/{noticeId}',
    action: NOTICE_ACTIONS.read,
    event: 'NoticeRead',
    summary: 'One privacy notice with what it says in Finnish, Swedish and English.',
    params: OneNotice,
    returns: NoticeView,
    handle: readNotice,
  }),
  read({
    method: 'GET',
    path: '/v1/notices/{noticeId}/print',
    action: NOTICE_ACTIONS.print,
    event: 'NoticePrinted',
    summary: 'One privacy notice as a page or a PDF.',
    params: OneNotice,
    query: PrintQuery,
    returns: FileAnswer,
    file: PRINT_FILE,
    refusals: [tooLong],
    handle: printNotice,
  }),
  write({
    method: 'POST',
    path: '/v1/notices/{noticeId}/sign',
    action: NOTICE_ACTIONS.sign,
    event: 'NoticeSigned',
    summary: 'Signs the next step of the notice with the date; the last one approves it.',
    writes: 'changes',
    params: OneNotice,
    body: SignNotice,
    returns: NoticeChanged,
    refusals: [notInState, wrongStep, ownText, approvedAlready],
    example: { step: 'author' },
    handle: signNotice,
  }),
  write({
    method: 'POST',
    path: '/v1/notices/{noticeId}/publish',
    action: NOTICE_ACTIONS.publish,
    event: 'NoticePublished',
    summary: 'Puts an approved notice at the public address; the one before is replaced.',
    writes: 'changes',
    params: OneNotice,
    returns: NoticeChanged,
    refusals: [notInState, notPublisher, outdated],
    handle: publishNotice,
  }),
  write({
    method: 'POST',
    path: '/v1/notices/{noticeId}/discard',
    action: NOTICE_ACTIONS.discard,
    event: 'NoticeDiscarded',
    summary: 'Throws away a notice that is not published.',
    writes: 'changes',
    params: OneNotice,
    returns: NoticeChanged,
    refusals: [notInState],
    handle: discardNotice,
  }),
];
