import { type DocumentClass, KINDS } from '../domain/documents/document-class.ts';
import type { DocumentHead } from '../domain/documents/model.ts';
import { type DocumentKind, ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import { ServiceTask } from '../domain/service-tasks.ts';
import type { SocialService } from '../domain/social-services.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor, Grant } from './actor.ts';
import { type MatrixItem, mayUse } from './matrix.ts';
import { matrixGrantOf } from './visible-notes.ts';

type Classified = Pick<DocumentHead, 'serviceTasks' | 'socialServices' | 'sensitivity' | 'phase' | 'kind'>;

/**
 * Whether this worker may use this document: some grant in force covers each part of it (service task, service) by
 * decree 457/2024. The same rule says what a worker may write, and makes the lists.
 */
export const mayUseDocument = (actor: Actor, document: Classified, today: LocalDate): boolean =>
  piecesOf(document).every((piece) =>
    actor.grants.some((grant) => mayUse(matrixGrantOf(grant), piece, today).allowed),
  );

function piecesOf({ serviceTasks, socialServices, sensitivity, phase, kind }: Classified): MatrixItem[] {
  return serviceTasks.flatMap((serviceTask): MatrixItem[] => {
    const piece: MatrixItem = { serviceTask, sensitivity, phase, kind };
    return socialServices.length === 0 ? [piece] : socialServices.map((service) => ({ ...piece, service }));
  });
}

export type ReadableDocuments = { all: boolean; classes: DocumentClass[] };
type Wanted = { serviceTask?: ServiceTask | undefined; kinds?: readonly DocumentKind[] | undefined };

/**
 * Where the documents that this worker may read stand in the indexes. `all`: every ordinary document of every task,
 * so that the file itself is read and what is left out of it is little.
 */
export function readableDocuments(actor: Actor, today: LocalDate, wanted: Wanted = {}): ReadableDocuments {
  const cells = actor.grants
    .flatMap((grant) => cellsOf(grant, today))
    .filter(({ serviceTask }) => wanted.serviceTask === undefined || serviceTask === wanted.serviceTask);
  const ofTasks = cells.filter(({ service }) => service === undefined);
  const whole = (serviceTask: ServiceTask, sensitivity: Sensitivity): boolean =>
    KINDS.every((kind) =>
      ofTasks.some(
        (cell) => cell.serviceTask === serviceTask && cell.sensitivity === sensitivity && cell.kind === kind,
      ),
    );
  const isWanted = ({ kind }: Cell): boolean => wanted.kinds === undefined || wanted.kinds.includes(kind);
  const isWhole = ({ serviceTask, sensitivity }: Cell): boolean => whole(serviceTask, sensitivity);
  const byTask = wanted.kinds === undefined ? ofTasks.filter(isWhole) : [];
  const byKind = ofTasks.filter((cell) => isWanted(cell) && !byTask.includes(cell));
  const byService = cells.filter((cell) => cell.service !== undefined && isWanted(cell));
  return {
    all:
      wanted.serviceTask === undefined &&
      wanted.kinds === undefined &&
      ServiceTask.options.every((task) => whole(task, 'ordinary')),
    classes: unique([
      ...byTask.map(
        ({ serviceTask, sensitivity }): DocumentClass => ({ by: 'task', serviceTask, sensitivity }),
      ),
      ...byKind.map(
        ({ kind, serviceTask, sensitivity }): DocumentClass =>
          sensitivity === 'ordinary'
            ? { by: 'kind', kind, serviceTask }
            : { by: 'sensitiveKind', kind, sensitivity },
      ),
      ...byService
        .filter((cell) => !isInTask(cell, ofTasks))
        .flatMap(({ serviceTask, service }): DocumentClass[] =>
          service === undefined ? [] : [{ by: 'service', serviceTask, service }],
        ),
      ...Sensitivity.options
        .filter((sensitivity) => cells.some((cell) => cell.sensitivity === sensitivity && isWanted(cell)))
        .map((sensitivity): DocumentClass => ({ by: 'several', sensitivity })),
    ]),
  };
}

type Cell = {
  serviceTask: ServiceTask;
  sensitivity: Sensitivity;
  kind: DocumentKind;
  service?: SocialService;
};

const isInTask = (cell: Cell, ofTasks: readonly Cell[]): boolean =>
  ofTasks.some(
    ({ serviceTask, sensitivity, kind }) =>
      serviceTask === cell.serviceTask && sensitivity === cell.sensitivity && kind === cell.kind,
  );

/** What the grant may use in one of the phases, without a service named and of each of its own. */
function cellsOf(grant: Grant, today: LocalDate): Cell[] {
  const matrixGrant = matrixGrantOf(grant);
  const services: (SocialService | undefined)[] = [
    undefined,
    ...new Set([...grant.services, ...grant.relatedServices]),
  ];
  return ServiceTask.options.flatMap((serviceTask) =>
    Sensitivity.options.flatMap((sensitivity) =>
      KINDS.flatMap((kind) =>
        services.flatMap((service): Cell[] => {
          const cell: Cell = {
            serviceTask,
            sensitivity,
            kind,
            ...(service === undefined ? {} : { service }),
          };
          const isAllowed = ProcessPhase.options.some(
            (phase) => mayUse(matrixGrant, { ...cell, phase }, today).allowed,
          );
          return isAllowed ? [cell] : [];
        }),
      ),
    ),
  );
}

const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
