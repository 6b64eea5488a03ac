import type * as z from 'zod';
import { type DraftHandedOver, type HandingOver, handOver } from '../../shared/access/hand-over-draft.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { indexedDocumentDraft, loadDocumentDraft } from '../../shared/domain/documents/drafts.ts';
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
  });
