import type { ActContext } from '../../act.ts';
import { blindIndex } from '../../crypto/blind-index.ts';
import { openKept } from '../../kept-facts.ts';
import type { UnitId } from '../../kernel/id.ts';
import { helsinkiDateOf } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { NoteHead } from './model.ts';

/** An entry of the client narrative in the figures: each version by itself, of the client in whose file it is. */

const countedAs = (note: NoteHead) => ({
  kind: 'caseNoteFinalised' as const,
  of: note.noteId,
  on: helsinkiDateOf(note.eventAt),
  about: `${note.noteId}.${note.correction}`,
});

/** @param unitId in which it was written. */
export const factOfNote = (note: NoteHead, unitId: UnitId | undefined): Fact => ({
  ...countedAs(note),
  clientId: note.clientId,
  ...(unitId === undefined ? {} : { unitId }),
  serviceTasks: note.serviceTasks,
  code: note.entryType,
});

/** Moved before a move was counted, it stands in the figures as the entry that it came from, and cannot be taken back. */
const isCountedHere = ({ movedFrom, countedAs: kept = [] }: NoteHead): boolean =>
  movedFrom === undefined || kept.length > 0;

/** What is taken back of an entry that is removed. */
export const noteNotCounted = (note: NoteHead): Fact[] =>
  isCountedHere(note) ? [{ ...countedAs(note), undoes: true }] : [];

/** Moved to the right client: it is counted of this one, in the unit of the case or file where it belongs. */
export const countedThere = (left: NoteHead, arrived: NoteHead, unitId: UnitId | undefined): Fact[] =>
  isCountedHere(left) ? [...noteNotCounted(left), factOfNote(arrived, unitId)] : [];

/**
 * Corrected: it stays in the unit where it was counted, whoever has the case since.
 * @param unitId of what was counted before that was kept.
 */
export async function countedAnew(
  { services, actor: { controller } }: Pick<ActContext, 'services' | 'actor'>,
  before: NoteHead,
  after: NoteHead,
  unitId: UnitId | undefined,
): Promise<Fact[]> {
  const index = await blindIndex(services, controller);
  const kept = openKept({ controller, index }, before).findLast(({ fact }) => fact.undoes !== true);
  return countedThere(before, after, kept === undefined ? unitId : kept.fact.unitId);
}
