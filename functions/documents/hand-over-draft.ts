import type * as z from 'zod';
import { type DraftHandedOver, type HandingOver, handOver } from '../../shared/access/hand-over-draft.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { definitionOfDocument } from '../../shared/domain/documents/definitions.ts';
import { finalisedBy } from '../../shared/domain/documents/document-kinds.ts';
import { indexedDocumentDraft, loadDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import type { DocumentDraft } from '../../shared/domain/documents/model.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { lineOfDraft } from './begin-draft.ts';

/** Hands a leaver's draft of a document to a named successor. */
export const handOverDraft = (
  context: ActContext,
  input: HandingOver,
): Promise<Answer<z.infer<typeof DraftHandedOver>>> =>
  handOver(context, input, {
    load: loadDocumentDraft,
    keyOf: userKeys.documentDraft,
    indexed: indexedDocumentDraft,
    lineOf: lineOfDraft,
    judge: mustNotBeOfDecision,
  });

/** The draft of a decision passes with the decision that names it, or nobody could propose that any more. */
async function mustNotBeOfDecision(
  { services }: ActContext,
  { definitionOid }: DocumentDraft,
): Promise<void> {
  const { entry } = await definitionOfDocument(services, definitionOid);
  if (finalisedBy(entry) === 'decisions') throw new Refusal(DOCUMENT_REFUSALS.draftOfDecision);
}
