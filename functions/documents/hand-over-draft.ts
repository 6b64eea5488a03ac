import * as z from 'zod';
import { whoCannot } from '../../shared/access/powers.ts';
import { NOTE_WRITERS } from '../../shared/access/role-groups.ts';
import { supervises } from '../../shared/access/supervision.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { indexedDocumentDraft, loadDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DraftId, UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { lineOfDraft } from './begin-draft.ts';

export const HandOverDocument = z
  .strictObject({ writerId: UserId, successorId: UserId })
  .meta({ id: 'HandOverDocument' });

export const DocumentHandedOver = z
  .strictObject({ draftId: DraftId, version: z.int(), successorId: UserId })
  .meta({ id: 'DocumentHandedOver' });

/**
 * Hands a leaver's draft to a named successor: one commit a draft, so that a long row can go on where it
 * stopped. The supervisor reads nothing of it. The successor has a right in force to make entries; opening
 * the draft still needs the successor's own tie to the client (703/2023 § 9).
 */
export async function handOverDraft(
  context: ActContext,
  {
    params,
    body: { writerId, successorId },
    version,
  }: { params: { draftId: DraftId }; body: z.infer<typeof HandOverDocument>; version: number },
): Promise<Answer<z.infer<typeof DocumentHandedOver>>> {
  const { actor, now } = context;
  const [draft] = await Promise.all([
    loadDocumentDraft(context, writerId, params.draftId),
    mustBeAbleToWrite(context, successorId),
  ]);
  if (draft === undefined || !supervises(actor, draft.unitId)) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(draft, version);
  if (successorId === writerId) throw new Refusal(NOTE_REFUSALS.successorCannot);
  const handed = indexedDocumentDraft(actor.controller, {
    ...draft,
    ...changed(draft, now, actor.userId),
    ...userKeys.documentDraft(actor.controller, successorId, draft.draftId),
    writerId: successorId,
    takenOverFrom: draft.takenOverFrom ?? writerId,
  });
  return commit(context, {
    changes: [
      { remove: draft, when: { version } },
      { put: handed, when: 'absent' },
    ],
    line: {
      ...lineOfDraft(handed, ['writer']),
      resources: [
        ...lineOfDraft(handed, []).resources,
        { kind: 'user', id: writerId },
        { kind: 'user', id: successorId },
      ],
    },
    answer: {
      body: { draftId: draft.draftId, version: handed.version, successorId },
      version: handed.version,
    },
  });
}

async function mustBeAbleToWrite(context: ActContext, userId: UserId): Promise<void> {
  const cannot = await whoCannot(context, [userId], NOTE_WRITERS);
  if (cannot.length > 0) throw new Refusal(NOTE_REFUSALS.successorCannot);
}
