import type { WordedEntry } from '../words/changes.ts';
import { placesOfNote } from '../words/places.ts';
import { textsOf } from '../words/words.ts';
import type { NoteContent, NoteHead, SupersededNote } from './model.ts';

/** What of an entry is looked for by words: what was written, not the codes that were chosen. */
export const textsOfNote = ({ text, agreed, place, participants, details }: NoteContent): string[] =>
  textsOf([text, agreed, place, participants, details]);

export const wordedNote = (note: NoteHead | SupersededNote): WordedEntry => ({
  kind: 'caseNote',
  id: note.noteId,
  places: placesOfNote(note),
});
