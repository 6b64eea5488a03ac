import type { ActContext, Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { addedWords, type WordedEntry } from '../words/changes.ts';
import { mergeWords } from '../words/merge.ts';
import { placeOfDocument } from '../words/places.ts';
import { loadSegmentsOfSize } from '../words/store.ts';
import { textsOf } from '../words/words.ts';
import type { DocumentContent, DocumentHead, SupersededDocument } from './model.ts';

export const wordedDocument = (document: DocumentHead | SupersededDocument): WordedEntry => ({
  kind: 'document',
  id: document.documentId,
  places: [placeOfDocument(document)],
});

/**
 * The words of a document in one client's file, for the commit that writes it. Small segments that have gathered are
 * merged beside; what keeps that from being done is left to the next document.
 */
export async function wordsOfDocument(
  context: ActContext,
  ring: KeyRing,
  document: DocumentHead,
  content: DocumentContent,
): Promise<Change[]> {
  const entry = wordedDocument(document);
  const [changes] = await Promise.all([
    addedWords(context, ring, entry, textsOf(content)),
    ...entry.places.map(async (place) => {
      try {
        await mergeWords(context, ring, place, await loadSegmentsOfSize(context, ring, place, 'a'));
      } catch {
        context.services.log.info('WORDS_NOT_MERGED', { requestId: context.request.requestId });
      }
    }),
  ]);
  return changes;
}
