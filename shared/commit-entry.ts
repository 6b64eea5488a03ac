import type { ActContext, Answer, Plan } from './act.ts';
import { commit } from './commit.ts';
import type { KeyRing } from './crypto/key-ring.ts';
import { addedWords, type WordedEntry } from './domain/words/changes.ts';
import { mergeWords } from './domain/words/merge.ts';
import { loadSegmentsOfSize } from './domain/words/store.ts';

/** An entry that is written, with the ring and the texts its words come from. */
export type WithWords = { ring: KeyRing; entry: WordedEntry; texts: readonly string[] };

/**
 * Commits an act that writes an entry, its words in the same transaction, so that what is written is found at once.
 * Small segments that have gathered are merged afterwards; what keeps that from being done is left to the next write.
 */
export async function commitEntry<R>(
  context: ActContext,
  written: readonly WithWords[],
  plan: Plan<R>,
): Promise<Answer<R>> {
  const words = await Promise.all(
    written.map(({ ring, entry, texts }) => addedWords(context, ring, entry, texts)),
  );
  // Read beside the commit: what the commit itself adds need not be among it.
  const gathered = Promise.allSettled(
    written.flatMap(({ ring, entry }) =>
      entry.places.map(async (of) => ({
        ring,
        of,
        items: await loadSegmentsOfSize(context, ring, of, 'a'),
      })),
    ),
  );
  const answer = await commit(context, { ...plan, changes: [...plan.changes, ...words.flat()] });
  for (const one of await gathered) {
    if (one.status === 'rejected') continue;
    const { ring, of, items } = one.value;
    await mergeWords(context, ring, of, items).catch(() =>
      context.services.log.info('WORDS_NOT_MERGED', { requestId: context.request.requestId }),
    );
  }
  return answer;
}
