import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { bodyIdOf, loadDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import { bodiesRemoved } from '../../shared/domain/documents/versions.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DraftId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { documentBodyKeys } from '../../shared/table/keys.ts';
import { lineOfDraft } from './begin-draft.ts';

export const DocumentDraftDiscarded = z
  .strictObject({ draftId: DraftId })
  .meta({ id: 'DocumentDraftDiscarded' });

/** Throws the writer's own draft away. Nothing is opened, so no tie to the client is needed. */
export async function discardDraft(
  context: ActContext,
  { params, version }: { params: { draftId: DraftId }; version: number },
): Promise<Answer<z.infer<typeof DocumentDraftDiscarded>>> {
  const { actor } = context;
  const draft = await loadDocumentDraft(context, actor.userId, params.draftId);
  if (draft === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(draft, version);
  const bodyId = bodyIdOf(draft.draftId);
  return commit(context, {
    changes: [
      { remove: draft, when: { version } },
      ...Array.from(
        { length: draft.pieces },
        (_, place): Change => ({
          remove: documentBodyKeys.piece(actor.controller, bodyId, place),
          when: { version: 1 },
        }),
      ),
    ],
    events: bodiesRemoved([draft]),
    line: lineOfDraft(draft, ['draft']),
    answer: { body: { draftId: draft.draftId } },
  });
}
