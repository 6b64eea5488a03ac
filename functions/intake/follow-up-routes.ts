import { INTAKE_FOLLOW_UP_ACTIONS } from '../../shared/access/actions/intake-follow-up.ts';
import { DEADLINE_REFUSALS } from '../../shared/domain/deadlines/refusals.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { CancelMatterDeadline, cancelMatterDeadline } from './cancel-deadline.ts';
import { ExplainLateness, explainLateness } from './explain-lateness.ts';
import { listDeadlines, MatterDeadlines } from './list-deadlines.ts';
import { listMessages, NotifierMessages, OneMessage, OneUnitOfMessages } from './list-messages.ts';
import { MessageSent, markMessageSent } from './mark-message-sent.ts';
import { DeadlineOfMatterChanged, OneDeadlineOfMatter } from './one-deadline.ts';
import { OneMatter } from './one-matter.ts';

const ONE = '/v1/intake/matters/{matterId}';

/** What follows a matter while it has no client's file: its times, and what whoever notified is told. */
export const followUpRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: `${ONE}/deadlines`,
    action: INTAKE_FOLLOW_UP_ACTIONS.listDeadlines,
    event: 'MatterDeadlinesListed',
    summary: 'The times of a matter, running and ended.',
    params: OneMatter,
    returns: MatterDeadlines,
    handle: listDeadlines,
  }),
  write({
    method: 'POST',
    path: `${ONE}/deadlines/{deadlineId}/lateness`,
    action: INTAKE_FOLLOW_UP_ACTIONS.explainLateness,
    event: 'MatterLatenessRecorded',
    summary: 'Records why a time of a matter was exceeded.',
    writes: 'changes',
    params: OneDeadlineOfMatter,
    body: ExplainLateness,
    returns: DeadlineOfMatterChanged,
    refusals: [DEADLINE_REFUSALS.isNotLate, INTAKE_REFUSALS.isHandled],
    example: { reason: 'clientNotReached', words: 'Perhettä ei tavoitettu kolmesta yrityksestä huolimatta.' },
    handle: explainLateness,
  }),
  write({
    method: 'POST',
    path: `${ONE}/deadlines/{deadlineId}/cancel`,
    action: INTAKE_FOLLOW_UP_ACTIONS.cancelDeadline,
    event: 'MatterDeadlineCancelled',
    summary: 'Cancels a time of a matter that need not be kept any more, with the ground.',
    writes: 'changes',
    params: OneDeadlineOfMatter,
    body: CancelMatterDeadline,
    returns: DeadlineOfMatterChanged,
    refusals: [DEADLINE_REFUSALS.isOver, INTAKE_REFUSALS.isHandled],
    example: { ground: 'withdrawn', words: 'Hakija perui hakemuksensa puhelimitse.' },
    handle: cancelMatterDeadline,
  }),
  read({
    method: 'GET',
    path: '/v1/intake/units/{unitId}/messages',
    action: INTAKE_FOLLOW_UP_ACTIONS.listMessages,
    event: 'NotifierMessagesListed',
    summary: 'What waits to be sent to those who notified: to whom, by what, and the words.',
    params: OneUnitOfMessages,
    query: PageQuery,
    returns: NotifierMessages,
    handle: listMessages,
  }),
  write({
    method: 'POST',
    path: `${ONE}/messages/{messageId}/sent`,
    action: INTAKE_FOLLOW_UP_ACTIONS.markMessageSent,
    event: 'NotifierMessageMarkedSent',
    summary: 'Marks that whoever notified has been told, so that nobody tells it again.',
    writes: 'changes',
    params: OneMessage,
    returns: MessageSent,
    handle: markMessageSent,
  }),
];
