import type { ActContext } from '../../shared/act.ts';
import { loadDraft } from '../../shared/domain/case-notes/drafts.ts';
import type { DraftHead } from '../../shared/domain/case-notes/model.ts';
import type { ClientId, DraftId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** The worker's own draft: another's is not there, whoever asks. */
export async function findDraft(
  context: ActContext,
  draftId: DraftId,
  clientId?: ClientId,
): Promise<DraftHead> {
  const draft = await loadDraft(context, context.actor.userId, draftId);
  if (draft === undefined || (clientId !== undefined && draft.clientId !== clientId)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return draft;
}
