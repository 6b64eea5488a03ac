import * as z from 'zod';
import { mayUseAssessment } from '../../shared/access/visible-assessments.ts';
import type { Reading } from '../../shared/act.ts';
import { Assessment, AssessmentNotMade } from '../../shared/domain/assessments/model.ts';
import { loadAssessments } from '../../shared/domain/assessments/store.ts';
import { Doer, Reason } from '../../shared/domain/case-notes/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';

/** Who put its days right last, when and on what ground; what stood there is read one by one. */
const CorrectionMark = z
  .strictObject({
    ...Doer.pick({ name: true, post: true, at: true }).shape,
    ground: Reason.shape.ground,
  })
  .meta({ id: 'AssessmentCorrectionMark' });

function correctedOf({ corrections = [] }: Pick<Assessment, 'corrections'>): {
  corrected?: z.infer<typeof CorrectionMark>;
} {
  const last = corrections.at(-1);
  if (last === undefined) return {};
  const { by, reason } = last;
  return { corrected: { name: by.name, post: by.post, at: by.at, ground: reason.ground } };
}

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
}).extend({ corrected: CorrectionMark.optional() });

/** That none was made, by whom and with what wish of the client; the grounds are read one by one. */
const NotMadeRow = AssessmentNotMade.pick({
  assessmentId: true,
  caseId: true,
  serviceTasks: true,
  unitId: true,
  decidedOn: true,
  clientsWish: true,
  version: true,
}).extend({ by: z.string(), corrected: CorrectionMark.optional() });

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
      assessments: all.map((one) => AssessmentRow.strip().parse({ ...one, ...correctedOf(one) })),
      notMade: notMade.map((one) =>
        NotMadeRow.strip().parse({ ...one, by: one.createdBy, ...correctedOf(one) }),
      ),
    }),
  };
}
