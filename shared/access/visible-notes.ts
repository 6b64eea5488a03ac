import type { NoteHead } from '../domain/case-notes/model.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor, Grant } from './actor.ts';
import { type MatrixGrant, mayUse } from './matrix.ts';

/**
 * Which entries of a file this worker may read: those that some grant in force covers by decree 457/2024,
 * for every service task of the entry. The writer reads what the writer wrote.
 */
export const visibleNotes = (actor: Actor, notes: readonly NoteHead[], today: LocalDate): NoteHead[] =>
  notes.filter((note) => mayReadNote(actor, note, today));

export const mayReadNote = (actor: Actor, note: NoteHead, today: LocalDate): boolean =>
  note.writtenBy === actor.userId || actor.grants.some((grant) => covers(grant, note, today));

function covers(grant: Grant, note: NoteHead, today: LocalDate): boolean {
  return note.serviceTasks.every(
    (serviceTask) =>
      mayUse(matrixGrantOf(grant), { serviceTask, sensitivity: note.sensitivity, kind: 'caseNote' }, today)
        .allowed,
  );
}

/** A grant as the matrix reads it. */
export const matrixGrantOf = (grant: Grant): MatrixGrant => ({
  role: grant.role,
  serviceTasks: grant.serviceTasks,
  services: grant.services,
  relatedServices: grant.relatedServices,
  duties: grant.duties,
  ...(grant.guidedRole === undefined ? {} : { guidedRole: grant.guidedRole }),
});
