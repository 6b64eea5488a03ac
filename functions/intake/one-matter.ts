import * as z from 'zod';
import type { LinePart } from '../../shared/act.ts';
import type { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { CaseId, ClientId, DocumentId, MatterId, SubjectId } from '../../shared/kernel/id.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** The path of a route about one matter. */
export const OneMatter = z.strictObject({ matterId: MatterId });
export type OfMatter = { params: z.infer<typeof OneMatter>; version: number };

/** The path of a route about one person of a matter. */
export const OneSubject = z.strictObject({ matterId: MatterId, subjectId: SubjectId });

/** The path of a route about a matter in the file of a client whom it concerns. */
export const OneMatterOfClient = z.strictObject({ clientId: ClientId, matterId: MatterId });
export const OneClient = z.strictObject({ clientId: ClientId });

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const MatterChanged = z
  .strictObject({ matterId: MatterId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'MatterChanged' });
export type MatterChanged = z.infer<typeof MatterChanged>;

/** The clients that the matter is known to concern. */
export const clientsOf = ({ subjects }: Pick<IntakeMatter, 'subjects'>): ClientId[] =>
  subjects.flatMap(({ clientId }) => clientId ?? []);

/** The line of an act on a matter names every client whom it is known to concern. */
export const lineOfMatter = (matter: IntakeMatter, changedFields: readonly string[]): LinePart => ({
  clients: clientsOf(matter),
  resources: [
    {
      kind: 'intakeMatter',
      id: matter.matterId,
      version: matter.version,
      serviceTasks: matter.serviceTasks,
    },
  ],
  dataGroups: ['intake'],
  changedFields,
});

/** What an outcome in a client's file made. */
export const MatterHandled = z
  .strictObject({
    matterId: MatterId,
    version: z.int(),
    caseId: CaseId.optional(),
    documentId: DocumentId.optional(),
    findings: z.array(z.string()),
  })
  .meta({ id: 'MatterHandled' });
export type MatterHandled = z.infer<typeof MatterHandled>;

/** The line of an act on a matter in one client's file names that client alone. */
export const lineInFile = (
  { matterId, version, serviceTasks }: IntakeMatter,
  { clientId }: { clientId: ClientId },
  of: { fields: readonly string[]; resources?: readonly Resource[] },
): LinePart => ({
  clients: [clientId],
  resources: [
    { kind: 'intakeMatter', id: matterId, client: clientId, version, serviceTasks },
    ...(of.resources ?? []),
  ],
  dataGroups: ['intake'],
  changedFields: of.fields,
});
