import * as z from 'zod';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { MOST_CLIENTS } from '../../shared/domain/cases/model.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import { draftForAct, finalOfDraft } from '../../shared/domain/documents/final-of-draft.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { ClientId, DocumentId, type DraftId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** The version of the draft that was read and found ready; of a shared case, whose document it is besides. */
export const FinaliseDocument = z
  .strictObject({
    draftVersion: z.int().positive(),
    alsoOf: z
      .array(ClientId)
      .max(MOST_CLIENTS - 1)
      .default([]),
  })
  .meta({ id: 'FinaliseDocument' });

export const DocumentWritten = z
  .strictObject({ documentId: DocumentId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'DocumentWritten' });
export type DocumentWritten = z.infer<typeof DocumentWritten>;

/**
 * Makes a draft a final document: locked, hashed, its body left where it was written (703/2023 § 22). From here on it
 * is corrected, never changed. What an act with law behind it must make final is refused and the act's module named.
 */
export async function finaliseDraft(
  context: ClientContext,
  { params, body }: { params: { draftId: DraftId }; body: z.infer<typeof FinaliseDocument> },
): Promise<Answer<DocumentWritten>> {
  const { clientId } = context.file.head;
  const draft = await draftForAct(context, { ...params, ...body });
  const others = await filesOf(context, body.alsoOf, draft.ofCase?.clients ?? []);
  const final = await finalOfDraft(context, draft, others);
  const { documentId, version } = final.document;
  return commit(context, {
    changes: final.changes,
    line: {
      clients: final.document.clients,
      resources: final.resources,
      dataGroups: ['documents'],
      changedFields: ['document'],
    },
    facts: final.facts,
    answer: {
      body: { documentId, version, findings: final.findings },
      version,
      location: `/v1/documents/clients/${clientId}/documents/${documentId}`,
    },
  });
}

/** Further clients of the shared case, each by a tie of the worker's own. */
async function filesOf(
  context: ClientContext,
  clientIds: readonly ClientId[],
  ofCase: readonly ClientId[],
): Promise<ClientFile[]> {
  const others = [...new Set(clientIds)].filter((clientId) => clientId !== context.file.head.clientId);
  if (!others.every((clientId) => ofCase.includes(clientId))) throw new Refusal(DOCUMENT_REFUSALS.notOfCase);
  return Promise.all(others.map((clientId) => otherFile(context, clientId)));
}
