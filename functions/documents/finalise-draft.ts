import * as z from 'zod';
import type { Answer, Plan } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { type CaseHead, MOST_CLIENTS } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { FinalDocument } from '../../shared/domain/documents/final.ts';
import { draftForAct, finalOfDraft } from '../../shared/domain/documents/final-of-draft.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { ClientId, DocumentId, type DraftId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { filesOf } from './files-of.ts';

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
  const draft = await draftForAct(context, { ...params, ...body });
  mustBeOfCase(body.alsoOf, draft.ofCase);
  const [, ...others] = await filesOf(context, body.alsoOf);
  return commit(context, finalPlan(await finalOfDraft(context, draft, others)));
}

/** Line, facts and answer of a document that became final. */
export function finalPlan(final: FinalDocument): Plan<DocumentWritten> {
  const { documentId, clientId, clients, version } = final.document;
  return {
    changes: final.changes,
    line: {
      clients,
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
  };
}

/** @throws Refusal `document.notOfCase` for who is no client of the case. */
export function mustBeOfCase(clientIds: readonly ClientId[], ofCase: CaseHead | undefined): void {
  if (!clientIds.every((clientId) => ofCase?.clients.includes(clientId))) {
    throw new Refusal(DOCUMENT_REFUSALS.notOfCase);
  }
}
