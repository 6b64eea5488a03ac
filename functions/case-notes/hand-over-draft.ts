import type * as z from 'zod';
import { type DraftHandedOver, type HandingOver, handOver } from '../../shared/access/hand-over-draft.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { indexedDraft, loadDraft } from '../../shared/domain/case-notes/drafts.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { lineOfDraft } from './begin-draft.ts';

/** Hands a leaver's draft of an entry to a named successor. */
export const handOverDraft = (
  context: ActContext,
  input: HandingOver,
): Promise<Answer<z.infer<typeof DraftHandedOver>>> =>
  handOver(context, input, {
    load: loadDraft,
    keyOf: userKeys.draft,
    indexed: indexedDraft,
    lineOf: lineOfDraft,
  });
