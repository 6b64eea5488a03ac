import * as z from 'zod';
import { filesOf } from '../../shared/access/files-of.ts';
import type { Answer, Plan } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { MOST_CLIENTS } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { FinalDocument } from '../../shared/domain/documents/final.ts';
import { draftForAct, finalOfDraft, mustBeOfCase } from '../../shared/domain/documents/final-of-draft.ts';
import { ClientId, DocumentId, type DraftId } from '../../shared/kernel/id.ts';

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
