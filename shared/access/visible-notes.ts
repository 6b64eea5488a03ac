import type { NoteHead } from '../domain/case-notes/model.ts';
import type { NoteClass } from '../domain/case-notes/note-class.ts';
import { ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import { ServiceTask } from '../domain/service-tasks.ts';
import type { SocialService } from '../domain/social-services.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { ActiveGrant, Actor } from './actor.ts';
import { type MatrixGrant, type MatrixItem, mayUse, visibilityClassesOf } from './matrix.ts';
import { BOUND_BY_FILE } from './role-groups.ts';

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
  const cells = actor.grants
    .flatMap((grant) => cellsOf(grant, today))
    .filter((cell) => serviceTask === undefined || cell.serviceTask === serviceTask);
  const ofTasks = unique(cells.filter(({ service }) => service === undefined));
  const isInTask = (cell: Cell): boolean =>
    ofTasks.some((one) => one.serviceTask === cell.serviceTask && one.sensitivity === cell.sensitivity);
  const ofServices = cells.flatMap((cell): NoteClass[] =>
    cell.service === undefined || isInTask(cell)
      ? []
      : [{ kind: 'service', serviceTask: cell.serviceTask, service: cell.service }],
  );
  const ordinary = ofTasks.filter(({ sensitivity }) => sensitivity === 'ordinary');
  return {
    all: serviceTask === undefined && ordinary.length === ServiceTask.options.length,
    classes: [
      ...ofTasks.map((cell): NoteClass => ({ kind: 'task', ...cell })),
      ...unique(ofServices),
      ...Sensitivity.options
        .filter((sensitivity) => cells.some((cell) => cell.sensitivity === sensitivity))
        .map((sensitivity): NoteClass => ({ kind: 'several', sensitivity })),
    ],
  };
}

type Cell = { serviceTask: ServiceTask; sensitivity: Sensitivity; service?: SocialService };

/** What the grant may use in one of the phases, without a service named and of each of its own. */
function cellsOf(grant: ActiveGrant, today: LocalDate): Cell[] {
  const matrixGrant = matrixGrantOf(grant);
  const services = [...new Set([...grant.services, ...grant.relatedServices])];
  return ProcessPhase.options.flatMap((phase) => [
    ...visibilityClassesOf(matrixGrant, today, { phase }),
    ...services.flatMap((service) =>
      visibilityClassesOf(matrixGrant, today, { phase, service }).map((cell) => ({ ...cell, service })),
    ),
  ]);
}

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** The matrix has no row for it. */
const NOTHING: MatrixGrant = { role: 'mainUser', serviceTasks: [] };

/** A grant as the matrix reads it. One that is bound to files gives nothing outside of the file that binds it. */
export const matrixGrantOf = (grant: ActiveGrant): MatrixGrant =>
  BOUND_BY_FILE.includes(grant.role) && grant.ofFile === undefined
    ? NOTHING
    : {
        role: grant.role,
        serviceTasks: grant.serviceTasks,
        services: grant.services,
        relatedServices: grant.relatedServices,
        duties: grant.duties,
        ...(grant.guidedRole === undefined ? {} : { guidedRole: grant.guidedRole }),
      };
