import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { openDraft as opened } from '../../shared/domain/case-notes/drafts.ts';
import { DraftEntry, DraftHead } from '../../shared/domain/case-notes/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { DraftId } from '../../shared/kernel/id.ts';
import { lineOfDraft } from './begin-draft.ts';
import { findDraft } from './find-draft.ts';

export const OpenedDraft = z
  .strictObject({
    ...DraftHead.pick({
      draftId: true,
      clientId: true,
      version: true,
      createdAt: true,
      savedAt: true,
      takenOverFrom: true,
    }).shape,
    entry: DraftEntry,
  })
  .meta({ id: 'OpenedDraft' });
type OpenedDraft = z.infer<typeof OpenedDraft>;

/** Opens a draft on whichever machine its writer sits at. The tie to the client must hold today. */
export async function openDraft(
  context: ClientContext,
  { params }: { params: { draftId: DraftId } },
): Promise<Reading<OpenedDraft>> {
  const draft = await findDraft(context, params.draftId, context.file.head.clientId);
  const { draftId, clientId, version, createdAt, savedAt, takenOverFrom } = draft;
  return {
    version,
    line: lineOfDraft(draft, []),
    body: async () => ({
      draftId,
      clientId,
      version,
      createdAt,
      savedAt,
      ...(takenOverFrom === undefined ? {} : { takenOverFrom }),
      entry: await opened(context, ringOf(context), draft),
    }),
  };
}
