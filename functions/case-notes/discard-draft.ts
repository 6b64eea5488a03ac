import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DraftId } from '../../shared/kernel/id.ts';
import { bodyKey } from '../../shared/table/keys.ts';
import { lineOfDraft } from './begin-draft.ts';
import { findDraft } from './find-draft.ts';

export const DraftDiscarded = z.strictObject({ draftId: DraftId }).meta({ id: 'DraftDiscarded' });

/** Throws the writer's own draft away. Nothing is opened, so no tie to the client is needed. */
export async function discardDraft(
  context: ActContext,
  { params, version }: { params: { draftId: DraftId }; version: number },
): Promise<Answer<z.infer<typeof DraftDiscarded>>> {
  const draft = await findDraft(context, params.draftId);
  expectVersion(draft, version);
  return commit(context, {
    changes: [
      { remove: draft, when: { version } },
      { remove: bodyKey(context.actor.controller, draft.bodyId), when: { version: 1 } },
    ],
    line: lineOfDraft(draft, ['draft']),
    answer: { body: { draftId: draft.draftId } },
  });
}
