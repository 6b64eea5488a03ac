import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { CatalogueEntry } from '../../documents/definition.ts';
import { documentClassOf } from '../../documents/document-class.ts';
import { addedWords, type WordedEntry } from '../words/changes.ts';
import { mergeWords } from '../words/merge.ts';
import { placeOfDocument } from '../words/places.ts';
import { loadSegmentsOfSize } from '../words/store.ts';
import { textsOf } from '../words/words.ts';
import { sensitivityOf } from './document-kinds.ts';
import type { DocumentContent, DocumentDraft, DocumentHead, SupersededDocument } from './model.ts';

export const wordedDocument = (document: DocumentHead | SupersededDocument): WordedEntry => ({
  kind: 'document',
  id: document.documentId,
  places: [placeOfDocument(document)],
});

/** The words of a document in one client's file, for the commit that writes it. */
export const wordsOfDocument = (
  context: ActContext,
  ring: KeyRing,
  document: DocumentHead,
  content: DocumentContent,
): Promise<Change[]> => addedWords(context, ring, wordedDocument(document), textsOf(content));

/**
 * Merges the small segments that have gathered where a document begun now will have its words: beside the commit of the
 * draft, so that making it final does not wait for it. What keeps it from being done is left to the next draft.
 */
export async function tidyWords(
  context: ActContext,
  ring: KeyRing,
  draft: DocumentDraft,
  entry: CatalogueEntry,
): Promise<void> {
  if (draft.serviceTasks.length === 0) return;
  const place = placeOfDocument({
    ...draft,
    kind: documentClassOf(entry).kind,
    sensitivity: sensitivityOf(entry, draft.sensitivity, draft.socialServices),
  });
  try {
    await mergeWords(context, ring, place, await loadSegmentsOfSize(context, ring, place, 'a'));
  } catch {
    context.services.log.info('WORDS_NOT_MERGED', { requestId: context.request.requestId });
  }
}
