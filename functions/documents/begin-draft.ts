import * as z from 'zod';
import type { Answer, Change, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { newPieces } from '../../shared/domain/documents/body.ts';
import { bodyIdOf, framed, indexedDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import { caseOfDocument } from '../../shared/domain/documents/final-of-draft.ts';
import { DefinitionOid, type DocumentDraft, DraftedDocument } from '../../shared/domain/documents/model.ts';
import { tidyWords } from '../../shared/domain/documents/words.ts';
import { DraftId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { draftable, judgeDraft } from './judge-draft.ts';

/** A draft of the newest version of a definition. */
export const BeginDocument = z
  .strictObject({ definitionOid: DefinitionOid, ...DraftedDocument.shape })
  .meta({ id: 'BeginDocument' });

export const DocumentDraftSaved = z
  .strictObject({ draftId: DraftId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'DocumentDraftSaved' });
export type DocumentDraftSaved = z.infer<typeof DocumentDraftSaved>;

/** Saves a draft on the server: with its writer, sealed under its subject, half thought as it may be. */
export async function beginDraft(
  context: ClientContext,
  { body: { definitionOid, ...drafted } }: { body: z.infer<typeof BeginDocument> },
): Promise<Answer<DocumentDraftSaved>> {
  const { file, actor, services, now } = context;
  const { clientId } = file.head;
  const defined = await draftable(services, definitionOid);
  caseOfDocument(file, drafted.caseId);
  const findings = judgeDraft(defined, drafted.content);
  const draftId = DraftId.parse(newId(services));
  const ring = ringOf(context);
  const pieces = await newPieces(
    context,
    ring,
    { clientId, caseId: drafted.caseId },
    { bodyId: bodyIdOf(draftId), saving: 1 },
    drafted.content,
  );
  const unitId = context.grant?.unitIds[0];
  const draft = indexedDocumentDraft(actor.controller, {
    ...userKeys.documentDraft(actor.controller, actor.userId, draftId),
    entity: 'documentDraft',
    ...created(now, actor.userId),
    draftId,
    writerId: actor.userId,
    clientId,
    definitionOid,
    ...framed(drafted),
    saving: 1,
    pieces: pieces.length,
    ...(pieces[0]?.long === undefined ? {} : { long: pieces[0].long }),
    savedAt: now,
    ...(unitId === undefined ? {} : { unitId }),
  });
  const begun = commit(context, {
    changes: [draft, ...pieces].map((put): Change => ({ put, when: 'absent' })),
    line: lineOfDraft(draft, ['draft']),
    answer: {
      body: { draftId, version: 1, findings },
      version: 1,
      location: `/v1/documents/clients/${clientId}/drafts/${draftId}`,
    },
  });
  const [answer] = await Promise.all([begun, tidyWords(context, ring, draft, defined.entry)]);
  return answer;
}

export const lineOfDraft = (
  draft: Pick<DocumentDraft, 'clientId' | 'draftId' | 'version' | 'serviceTasks'>,
  changedFields: readonly string[],
): LinePart => ({
  clients: [draft.clientId],
  resources: [{ kind: 'draft', id: draft.draftId, version: draft.version, serviceTasks: draft.serviceTasks }],
  dataGroups: ['drafts'],
  changedFields,
});
