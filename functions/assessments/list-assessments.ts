import * as z from 'zod';
import { mayUseAssessment } from '../../shared/access/visible-assessments.ts';
import type { Reading } from '../../shared/act.ts';
import { Assessment, AssessmentNotMade } from '../../shared/domain/assessments/model.ts';
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
  told: true,
  version: true,
});

/** That none was made, by whom and with what wish of the client; the grounds are read one by one. */
const NotMadeRow = AssessmentNotMade.pick({
  assessmentId: true,
  caseId: true,
  serviceTasks: true,
  unitId: true,
  decidedOn: true,
  clientsWish: true,
}).extend({ by: z.string() });

export const AssessmentList = z
  .strictObject({ assessments: z.array(AssessmentRow), notMade: z.array(NotMadeRow) })
  .meta({ id: 'AssessmentList' });

/** The assessments of a client: those under way, then those that are ready, the latest first; and that none was made. */
export async function listAssessments(
  context: ClientContext,
): Promise<Reading<z.infer<typeof AssessmentList>>> {
  const { clientId } = context.file.head;
  const found = await loadAssessments(context, clientId);
  const all = [...found.underWay, ...found.ready].filter((one) => mayUseAssessment(context, one));
  const notMade = found.notMade.filter((one) => mayUseAssessment(context, one));
  return {
    line: {
      clients: [clientId],
      resources: [...all, ...notMade].map(({ assessmentId, serviceTasks }) => ({
        kind: 'assessment',
        id: assessmentId,
        client: clientId,
        serviceTasks,
      })),
      dataGroups: ['assessments'],
    },
    body: () => ({
      assessments: all.map((one) => AssessmentRow.strip().parse(one)),
      notMade: notMade.map((one) => NotMadeRow.strip().parse({ ...one, by: one.createdBy })),
    }),
  };
}
