import { Refusal } from '../../kernel/refusal.ts';
import { changed } from '../../table/item.ts';
import type { Doer, Reason } from '../case-notes/model.ts';
import { expectNotLimited } from '../limited.ts';
import type { DocumentHead } from './model.ts';
import { DOCUMENT_REFUSALS } from './refusals.ts';

/** The moves of a document. Each knows its prior state; the version is the race guard. */

/** What a correction may make different. Its definition, its case and its clients stay. */
export type CorrectedDocument = Pick<
  DocumentHead,
  | 'serviceTasks'
  | 'socialServices'
  | 'sensitivity'
  | 'phase'
  | 'documentAt'
  | 'language'
  | 'bodyId'
  | 'pieces'
  | 'long'
>;

/** Only what stands moves on: a mark stays a mark, and what was invalidated stays so. */
function standing(head: DocumentHead): void {
  expectNotLimited(head);
  if (head.state === 'removed') throw new Refusal(DOCUMENT_REFUSALS.isMark);
  if (head.state === 'invalidated') throw new Refusal(DOCUMENT_REFUSALS.isInvalidated);
}

const next = (head: DocumentHead, by: Doer): DocumentHead => ({
  ...head,
  ...changed(head, by.at, by.userId),
});

/** final | corrected -> corrected: the corrector, the post, the day and the ground are marked (L-11.9). */
export function correctDocument(
  head: DocumentHead,
  to: CorrectedDocument,
  reason: Reason,
  by: Doer,
): DocumentHead {
  standing(head);
  const { long: _long, ...rest } = next(head, by);
  return {
    ...rest,
    ...to,
    state: 'corrected',
    correction: head.correction + 1,
    correctedBy: by,
    reason,
  };
}

/** final | corrected -> invalidated (mitätöinti): it stays readable and says that it does not hold. */
export function invalidateDocument(head: DocumentHead, reason: Reason, by: Doer): DocumentHead {
  standing(head);
  return { ...next(head, by), state: 'invalidated', invalidatedBy: by, reason };
}

/** final | corrected | invalidated -> removed: a mark of what, who, when and why is left (L-11.10). */
export function removeDocument(head: DocumentHead, reason: Reason, by: Doer): DocumentHead {
  expectNotLimited(head);
  if (head.state === 'removed') throw new Refusal(DOCUMENT_REFUSALS.isMark);
  const { bodyId: _body, long: _long, ...rest } = next(head, by);
  return { ...rest, pieces: 0, state: 'removed', removedBy: by, reason };
}
