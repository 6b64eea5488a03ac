import type { UserId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { Notice, NoticeStep } from './model.ts';
import { NOTICE_REFUSALS } from './refusals.ts';

type Mover = { by: UserId; today: LocalDate };

/** Who signs where the controller names nobody who keeps the notice up. */
export const CONTROLLER_ITSELF = 'Rekisterinpitäjä';

const APPROVING: readonly NoticeStep['step'][] = ['approver', 'updateApprover'];
const OF_UPDATE: readonly NoticeStep['step'][] = ['updater', 'updateApprover'];

/**
 * What has to be signed. The first notice is written and approved, a later one is an update where the controller has
 * steps for updates (L-3.3). Nothing is published on one pair of eyes: a chain that lacks the writer or the approver
 * gets one, in the name of whoever keeps the notice up.
 */
export function stepsOf(
  { approvalChain, owner }: ControllerSettings['notice'],
  isUpdate: boolean,
): NoticeStep[] {
  const by = owner ?? CONTROLLER_ITSELF;
  const ofUpdate = approvalChain.filter(({ step }) => OF_UPDATE.includes(step));
  const ofFirst = approvalChain.filter(({ step }) => !OF_UPDATE.includes(step));
  const chosen = isUpdate && ofUpdate.length > 0 ? ofUpdate : ofFirst;
  const writing = chosen.filter(({ step }) => !APPROVING.includes(step));
  const approving = chosen.filter(({ step }) => APPROVING.includes(step));
  return [
    ...(writing.length > 0 ? writing : [{ step: 'author' as const, by }]),
    ...(approving.length > 0 ? approving : [{ step: 'approver' as const, by }]),
  ];
}

/** @throws Refusal for a step that is not the next one, and for whoever would approve the own text, or approve it twice. */
export function signed(notice: Notice, step: NoticeStep['step'], { by: userId, today: on }: Mover): Notice {
  if (notice.state !== 'draft') throw new Refusal(NOTICE_REFUSALS.notInState);
  const next = notice.steps[notice.signatures.length];
  if (next?.step !== step) throw new Refusal(NOTICE_REFUSALS.wrongStep);
  const wrote =
    notice.madeBy === userId ||
    notice.signatures.some((one) => one.userId === userId && !APPROVING.includes(one.step));
  if (APPROVING.includes(step)) {
    if (wrote) throw new Refusal(NOTICE_REFUSALS.ownText);
    // A chain that names several approvers means several people: who wrote nothing is in the signatures by an approval.
    if (notice.signatures.some((one) => one.userId === userId)) {
      throw new Refusal(NOTICE_REFUSALS.approvedAlready);
    }
  }
  const signatures = [...notice.signatures, { ...next, userId, on }];
  const isWhole = signatures.length === notice.steps.length;
  return { ...notice, signatures, state: isWhole ? 'approved' : 'draft' };
}

export function published(notice: Notice, number: number, { by, today }: Mover): Notice {
  if (notice.state !== 'approved') throw new Refusal(NOTICE_REFUSALS.notInState);
  return { ...notice, state: 'published', number, publishedOn: today, publishedBy: by };
}

export function discarded(notice: Notice): Notice {
  if (notice.state !== 'draft' && notice.state !== 'approved') throw new Refusal(NOTICE_REFUSALS.notInState);
  return { ...notice, state: 'discarded' };
}
