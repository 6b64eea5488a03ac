import * as z from 'zod';
import { filesOf } from '../../shared/access/files-of.ts';
import { type CaseHead, MOST_CLIENTS } from '../../shared/domain/cases/model.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { FinalDocument } from '../../shared/domain/documents/final.ts';
import { draftForAct, finalOfDraft, mustBeOfCase } from '../../shared/domain/documents/final-of-draft.ts';
import { ClientId, DraftId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';

/** The draft in the version that was read and found ready; of a shared case, whose document it is besides. */
export const SummaryOfCase = z
  .strictObject({
    draftId: DraftId,
    draftVersion: z.int().positive(),
    alsoOf: z
      .array(ClientId)
      .max(MOST_CLIENTS - 1)
      .default([]),
  })
  .meta({ id: 'SummaryOfCase' });
export type SummaryOfCase = z.infer<typeof SummaryOfCase>;

/**
 * The summary with which a case is closed (1506.16009 and the other national types of yhteenveto), made final.
 * @throws Refusal `case.notItsSummary` and what a draft made final is refused for.
 */
export async function summaryOfCase(
  context: ClientContext,
  { caseId }: CaseHead,
  { alsoOf, ...named }: SummaryOfCase,
): Promise<FinalDocument> {
  const draft = await draftForAct(context, named);
  if (draft.entry.documentType !== 'Yhteenveto' || draft.ofCase?.caseId !== caseId) {
    throw new Refusal(CASE_REFUSALS.notItsSummary);
  }
  mustBeOfCase(alsoOf, draft.ofCase);
  const [, ...others] = await filesOf(context, alsoOf);
  return finalOfDraft(context, draft, others);
}
