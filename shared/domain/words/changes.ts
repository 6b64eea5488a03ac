import type { Change } from '../../act.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { CaseId } from '../../kernel/id.ts';
import type { NoteHead } from '../case-notes/model.ts';
import { classesOfNote } from '../case-notes/note-class.ts';
import { referenceOf, type Worded } from './model.ts';
import { narrowedTo, segmentOf } from './segment.ts';
import {
  loadSegmentsOfClass,
  newSegment,
  openSegment,
  rewritten,
  type Where,
  type WordsOf,
} from './store.ts';
import { wordsOf } from './words.ts';

/** An entry as its words are kept: under each class it stands in. */
export type WordedEntry = Worded &
  Pick<NoteHead, 'serviceTasks' | 'socialServices' | 'sensitivity'> & { caseId?: CaseId | undefined };

export const placesOf = (entry: WordedEntry): WordsOf[] =>
  classesOfNote(entry).map((noteClass) => ({ noteClass, caseId: entry.caseId }));

/** The words of an entry, to be written in the commit that writes the entry: one small item for each class. */
export async function addedWords(
  where: Where,
  ring: KeyRing,
  entry: WordedEntry,
  texts: readonly string[],
): Promise<Change[]> {
  const segment = segmentOf(referenceOf(entry), wordsOf(texts));
  const items = await Promise.all(placesOf(entry).map((of) => newSegment(where, ring, of, 'a', segment)));
  return items.map((put): Change => ({ put, when: 'absent' }));
}

/**
 * Takes the words of an entry out wherever they are, for the commit that takes the entry's text away.
 * @param versions the entry as it stands and as it stood: a correction may have moved it to another class.
 */
export async function withoutWords(
  where: Where,
  ring: KeyRing,
  versions: readonly [WordedEntry, ...WordedEntry[]],
): Promise<Change[]> {
  const reference = referenceOf(versions[0]);
  const classes = new Map(
    versions
      .flatMap((entry) => placesOf(entry))
      .map(({ noteClass }) => [JSON.stringify(noteClass), noteClass]),
  );
  const items = await Promise.all(
    [...classes.values()].map((noteClass) => loadSegmentsOfClass(where, ring, noteClass)),
  );
  const changes = await Promise.all(
    items.flat().map(async (item): Promise<Change[]> => {
      const segment = await openSegment(ring, item);
      if (!segment.entries.includes(reference)) return [];
      return [
        await rewritten(
          where,
          ring,
          item,
          narrowedTo(segment, (entry) => entry !== reference),
        ),
      ];
    }),
  );
  return changes.flat();
}
