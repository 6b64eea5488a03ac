import type { CatalogueEntry } from '../../documents/definition.ts';
import { expectVersion } from '../../expect-version.ts';
import type { CaseId, ClientId, DraftId } from '../../kernel/id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { mayBeWrittenOf } from '../case-notes/rules.ts';
import type { CaseHead } from '../cases/model.ts';
import type { ClientContext, ClientFile } from '../clients/file.ts';
import { ringOf } from '../clients/store.ts';
import { definitionInForce } from './definitions.ts';
import { finalisedBy } from './document-kinds.ts';
import { type LoadedDraft, loadOwnDraft, openDocumentDraft } from './drafts.ts';
import { type FinalDocument, finalDocument } from './final.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';

/** A draft as an act names it: in the version that was read and found ready. */
export type NamedDraft = { draftId: DraftId; draftVersion: number };

/** The worker's own draft, its kind, and the active case it names. */
export type DraftForAct = LoadedDraft & { entry: CatalogueEntry; ofCase: CaseHead | undefined };

/** The active case of this client that a document names. */
export function caseOfDocument(file: ClientFile, caseId: CaseId | undefined): CaseHead | undefined {
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (caseId !== undefined && ofCase === undefined) throw new Refusal(DOCUMENT_REFUSALS.noCase);
  return ofCase;
}

/**
 * The draft that an act makes final. `module` is the act's own, where drafts of this kind are made final by an act and
 * not by their writer.
 * @throws Refusal `request.notFound`, `request.stale`, `document.byAct`, `document.noCase`, `document.noRelationship`,
 *   `document.noDefinition`, `document.staleDefinition`.
 */
export async function draftForAct(
  context: ClientContext,
  { draftId, draftVersion }: NamedDraft,
  module?: string,
): Promise<DraftForAct> {
  const { file, services } = context;
  const loaded = await loadOwnDraft(context, draftId, file.head.clientId);
  expectVersion(loaded.draft, draftVersion);
  const { entry } = await definitionInForce(services, loaded.draft.definitionOid);
  const finaliser = finalisedBy(entry);
  if (finaliser !== module) {
    throw new Refusal(DOCUMENT_REFUSALS.byAct, { details: { module: finaliser ?? 'documents' } });
  }
  const ofCase = caseOfDocument(file, loaded.draft.caseId);
  if (!mayBeWrittenOf(file.head, file.cases)) throw new Refusal(DOCUMENT_REFUSALS.noRelationship);
  return { ...loaded, entry, ofCase };
}

/** @throws Refusal `document.notOfCase` for who is no client of the case. */
export function mustBeOfCase(clientIds: readonly ClientId[], ofCase: CaseHead | undefined): void {
  if (!clientIds.every((clientId) => ofCase?.clients.includes(clientId))) {
    throw new Refusal(DOCUMENT_REFUSALS.notOfCase);
  }
}

/** The draft as a final document, to be committed with the act's own item. */
export async function finalOfDraft(
  context: ClientContext,
  { draft, body, ofCase }: DraftForAct,
  others: readonly ClientFile[] = [],
): Promise<FinalDocument> {
  const opened = await openDocumentDraft(ringOf(context), { draft, body });
  return finalDocument(context, {
    files: [context.file, ...others],
    ofCase,
    definitionOid: draft.definitionOid,
    content: opened.content,
    serviceTasks: draft.serviceTasks,
    socialServices: draft.socialServices,
    sensitivity: draft.sensitivity,
    phase: draft.phase,
    documentAt: draft.documentAt,
    language: draft.language,
    draft: opened,
  });
}
