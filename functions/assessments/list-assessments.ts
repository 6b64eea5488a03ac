import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { Assessment } from '../../shared/domain/assessments/model.ts';
import { loadAssessments } from '../../shared/domain/assessments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';

const AssessmentRow = Assessment.pick({
  assessmentId: true,
  caseId: true,
  state: true,
  serviceTasks: true,
  unitId: true,
  responsibleWorkerId: true,
  begunOn: true,
  readyOn: true,
  result: true,
  specialSupport: true,
  documentId: true,
  version: true,
});

export const AssessmentList = z
  .strictObject({ assessments: z.array(AssessmentRow) })
  .meta({ id: 'AssessmentList' });

/** The assessments of a client: those under way, then those that are ready, the latest first. */
export async function listAssessments(
  context: ClientContext,
): Promise<Reading<z.infer<typeof AssessmentList>>> {
  const { clientId } = context.file.head;
  const { underWay, ready } = await loadAssessments(context, clientId);
  const all = [...underWay, ...ready];
  return {
    line: {
      clients: [clientId],
      resources: all.map(({ assessmentId, serviceTasks }) => ({
        kind: 'assessment',
        id: assessmentId,
        client: clientId,
        serviceTasks,
      })),
      dataGroups: ['assessments'],
    },
    body: () => ({ assessments: all.map((one) => AssessmentRow.strip().parse(one)) }),
  };
}
