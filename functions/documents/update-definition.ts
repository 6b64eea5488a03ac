import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import {
  definitionInForce,
  definitionOfDocument,
  newestOf,
} from '../../shared/domain/documents/definitions.ts';
import { framed, loadOwnDraft, openDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import { fitted } from '../../shared/domain/documents/fitted.ts';
import { DefinitionOid } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DraftId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { lineOfDraft } from './begin-draft.ts';
import { savedAnew } from './save-draft.ts';

export const DefinitionUpdated = z
  .strictObject({
    draftId: DraftId,
    version: z.int(),
    definitionOid: DefinitionOid,
    /** Fields of the old version that the new one has no place for: their content is gone from the draft. */
    dropped: z.array(z.string()),
  })
  .meta({ id: 'DefinitionUpdated' });

/** Moves a draft to the newest version of its definition, keeping what fits. */
export async function updateDefinition(
  context: ClientContext,
  { params, version }: { params: { draftId: DraftId }; version: number },
): Promise<Answer<z.infer<typeof DefinitionUpdated>>> {
  const { file, services } = context;
  const loaded = await loadOwnDraft(context, params.draftId, file.head.clientId);
  const { draft: before, body } = loaded;
  expectVersion(before, version);
  const newest = await newestOf(services, before.definitionOid);
  if (newest?.oid === before.definitionOid) throw new Refusal(DOCUMENT_REFUSALS.notNewer);
  const [old, now] = await Promise.all([
    definitionOfDocument(services, before.definitionOid),
    definitionInForce(services, newest?.oid ?? before.definitionOid),
  ]);
  const { content } = await openDocumentDraft(ringOf(context), loaded);
  const moved = fitted(old, now, content);
  const { draft, changes, events } = await savedAnew(
    context,
    before,
    body.pieces,
    { ...framed(before), content: moved.content },
    now.definition.oid,
  );
  return commit(context, {
    changes,
    events,
    line: lineOfDraft(draft, ['definition']),
    answer: {
      body: {
        draftId: draft.draftId,
        version: draft.version,
        definitionOid: draft.definitionOid,
        dropped: moved.dropped,
      },
      version: draft.version,
    },
  });
}
