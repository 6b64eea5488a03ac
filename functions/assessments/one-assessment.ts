import * as z from 'zod';
import type { LinePart } from '../../shared/act.ts';
import type { Assessment } from '../../shared/domain/assessments/model.ts';
import { AssessmentId, ClientId, DocumentId } from '../../shared/kernel/id.ts';

export const OneClient = z.strictObject({ clientId: ClientId });
export const OneAssessment = z.strictObject({ clientId: ClientId, assessmentId: AssessmentId });

/** Whose file dispatch loads: the client in the path. */
export const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

export const AssessmentChanged = z
  .strictObject({
    assessmentId: AssessmentId,
    version: z.int(),
    documentId: DocumentId.optional(),
    findings: z.array(z.string()),
  })
  .meta({ id: 'AssessmentChanged' });
export type AssessmentChanged = z.infer<typeof AssessmentChanged>;

export const lineOfAssessment = (
  {
    clientId,
    assessmentId,
    version,
    serviceTasks,
  }: Pick<Assessment, 'clientId' | 'assessmentId' | 'version' | 'serviceTasks'>,
  changedFields: readonly string[],
): LinePart => ({
  clients: [clientId],
  resources: [{ kind: 'assessment', id: assessmentId, client: clientId, version, serviceTasks }],
  dataGroups: ['assessments'],
  changedFields,
});
