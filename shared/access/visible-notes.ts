import type { NoteHead } from '../domain/case-notes/model.ts';
import type { NoteClass } from '../domain/case-notes/note-class.ts';
import { ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import { ServiceTask } from '../domain/service-tasks.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor, Grant } from './actor.ts';
import { type MatrixGrant, type MatrixItem, mayUse, visibilityClassesOf } from './matrix.ts';

type Classified = Pick<NoteHead, 'serviceTasks' | 'socialServices' | 'sensitivity' | 'phase'>;

/**
 * Which entries of a file this worker may read: those whose every part (service task, service) some grant in
 * force covers by decree 457/2024. The same rule says what a worker may write, and makes the lists.
 */
export const visibleNotes = (actor: Actor, notes: readonly NoteHead[], today: LocalDate): NoteHead[] =>
  notes.filter((note) => mayUseEntry(actor, note, today));

export const mayUseEntry = (actor: Actor, entry: Classified, today: LocalDate): boolean =>
  piecesOf(entry).every((piece) =>
    actor.grants.some((grant) => mayUse(matrixGrantOf(grant), piece, today).allowed),
  );

function piecesOf({ serviceTasks, socialServices, sensitivity, phase }: Classified): MatrixItem[] {
  return serviceTasks.flatMap((serviceTask): MatrixItem[] => {
    const piece: MatrixItem = { serviceTask, sensitivity, phase, kind: 'caseNote' };
    return socialServices.length === 0 ? [piece] : socialServices.map((service) => ({ ...piece, service }));
  });
}

/**
 * Where the entries that this worker may read stand in the indexes. `all`: every ordinary entry of every
 * task, so that the narrative itself is read and what is left out of it is little.
 */
export function readableClasses(
  actor: Actor,
  today: LocalDate,
  serviceTask?: ServiceTask,
): { all: boolean; classes: NoteClass[] } {
  const found = new Map<string, NoteClass>();
  const add = (noteClass: NoteClass): void => {
    found.set(JSON.stringify(noteClass), noteClass);
  };
  for (const grant of actor.grants) for (const noteClass of classesOfGrant(grant, today)) add(noteClass);
  const asked = [...found.values()].filter(
    (one) => serviceTask === undefined || (one.kind !== 'several' && one.serviceTask === serviceTask),
  );
  const isReadWhole = (one: NoteClass): boolean =>
    one.kind === 'service' &&
    found.has(JSON.stringify({ kind: 'task', serviceTask: one.serviceTask, sensitivity: one.sensitivity }));
  const sensitivities = new Set(asked.map((one) => one.sensitivity));
  const covered = asked.filter((one) => one.kind === 'task' && one.sensitivity === 'ordinary').length;
  return {
    all: serviceTask === undefined && covered === ServiceTask.options.length,
    classes: [
      ...asked.filter((one) => !isReadWhole(one)),
      ...Sensitivity.options
        .filter((sensitivity) => sensitivities.has(sensitivity))
        .map((sensitivity): NoteClass => ({ kind: 'several', sensitivity })),
    ],
  };
}

/** Classes the grant may use in one of the phases; what it may not is left out entry by entry. */
function classesOfGrant(grant: Grant, today: LocalDate): NoteClass[] {
  const matrixGrant = matrixGrantOf(grant);
  const services = new Set([...grant.services, ...grant.relatedServices]);
  return ProcessPhase.options.flatMap((phase): NoteClass[] => [
    ...visibilityClassesOf(matrixGrant, today, { phase }).map(
      (one): NoteClass => ({ kind: 'task', serviceTask: one.serviceTask, sensitivity: one.sensitivity }),
    ),
    ...[...services].flatMap((service) =>
      visibilityClassesOf(matrixGrant, today, { phase, service }).map(
        (one): NoteClass => ({
          kind: 'service',
          serviceTask: one.serviceTask,
          service,
          sensitivity: one.sensitivity,
        }),
      ),
    ),
  ]);
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
