import { type DocumentClass, KINDS } from '../domain/documents/document-class.ts';
import type { DocumentHead } from '../domain/documents/model.ts';
import { type DocumentKind, ProcessPhase, Sensitivity } from '../domain/entry-class.ts';
import { ServiceTask } from '../domain/service-tasks.ts';
import type { SocialService } from '../domain/social-services.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Actor } from './actor.ts';
import { type MatrixGrant, type MatrixItem, mayUse } from './matrix.ts';
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
export function readableDocuments(
  actor: Actor,
  today: LocalDate,
  wanted: Wanted = {},
  /** The kinds that there are of what is listed. */
  among: readonly DocumentKind[] = KINDS,
): ReadableDocuments {
  const grants = distinct(actor.grants.map(matrixGrantOf));
  const tasks = wanted.serviceTask === undefined ? ServiceTask.options : [wanted.serviceTask];
  const kinds = wanted.kinds ?? among;
  const ofTask = tasks.flatMap((serviceTask) =>
    Sensitivity.options.map((sensitivity) => ({
      serviceTask,
      sensitivity,
      kinds: among.filter((kind) => isAllowed(grants, { serviceTask, sensitivity, kind }, today)),
    })),
  );
  const isWhole = (row: (typeof ofTask)[number]): boolean => row.kinds.length === among.length;
  const byTask = wanted.kinds === undefined ? ofTask.filter(isWhole) : [];
  const byKind = ofTask
    .filter((row) => !byTask.includes(row))
    .flatMap(({ serviceTask, sensitivity, kinds: allowed }) =>
      allowed
        .filter((kind) => kinds.includes(kind))
        .map(
          (kind): DocumentClass =>
            sensitivity === 'ordinary'
              ? { by: 'kind', kind, serviceTask }
              : { by: 'sensitiveKind', kind, sensitivity },
        ),
    );
  /** What is readable of a sensitivity by its service alone, where the task does not already open it. */
  const byServiceOnly = (
    serviceTask: ServiceTask,
    sensitivity: Sensitivity,
    service: SocialService,
  ): boolean =>
    kinds.some(
      (kind) =>
        !ofTask.some(
          (row) =>
            row.serviceTask === serviceTask && row.sensitivity === sensitivity && row.kinds.includes(kind),
        ) && isAllowed(grants, { serviceTask, sensitivity, kind, service }, today),
    );
  const services = distinct(
    grants.flatMap(({ services: given = [], relatedServices = [] }) => [...given, ...relatedServices]),
  );
  const byService = tasks.flatMap((serviceTask) =>
    services.flatMap((service) => {
      const sensitivities = Sensitivity.options.filter((one) => byServiceOnly(serviceTask, one, service));
      return sensitivities.length === 0 ? [] : [{ serviceTask, service, sensitivities }];
    }),
  );
  const several = Sensitivity.options.filter(
    (sensitivity) =>
      ofTask.some(
        (row) => row.sensitivity === sensitivity && row.kinds.some((kind) => kinds.includes(kind)),
      ) || byService.some(({ sensitivities }) => sensitivities.includes(sensitivity)),
  );
  return {
    all:
      wanted.serviceTask === undefined &&
      wanted.kinds === undefined &&
      ofTask.every((row) => row.sensitivity !== 'ordinary' || isWhole(row)),
    classes: distinct([
      ...byTask.map(
        ({ serviceTask, sensitivity }): DocumentClass => ({ by: 'task', serviceTask, sensitivity }),
      ),
      ...byKind,
      ...byService.map(
        ({ serviceTask, service }): DocumentClass => ({ by: 'service', serviceTask, service }),
      ),
      ...several.map((sensitivity): DocumentClass => ({ by: 'several', sensitivity })),
    ]),
  };
}

/** In one of the phases, by one of the grants. */
const isAllowed = (grants: readonly MatrixGrant[], piece: MatrixItem, today: LocalDate): boolean =>
  grants.some((grant) =>
    ProcessPhase.options.some((phase) => mayUse(grant, { ...piece, phase }, today).allowed),
  );

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
