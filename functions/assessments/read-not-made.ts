import * as z from 'zod';
import { mayUseAssessment } from '../../shared/access/visible-assessments.ts';
import type { Reading } from '../../shared/act.ts';
import { AssessmentNotMade } from '../../shared/domain/assessments/model.ts';
import { Grounds, loadEndedAssessment, openGrounds } from '../../shared/domain/assessments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { OneAssessment } from './one-assessment.ts';

export const NotMadeView = z
  .strictObject({
    ...AssessmentNotMade.pick({ assessmentId: true, caseId: true, decidedOn: true, clientsWish: true }).shape,
    by: z.string(),
    grounds: Grounds,
  })
  .meta({ id: 'AssessmentNotMadeView' });

/** Why no assessment was made, by whom and when. */
export async function readNotMade(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneAssessment> },
): Promise<Reading<z.infer<typeof NotMadeView>>> {
  const { clientId } = context.file.head;
  const found = await loadEndedAssessment(context, clientId, params.assessmentId);
  if (found?.entity !== 'assessmentNotMade' || !mayUseAssessment(context, found)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  const { assessmentId, caseId, decidedOn, clientsWish, createdBy, serviceTasks } = found;
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'assessment', id: assessmentId, client: clientId, serviceTasks }],
      dataGroups: ['assessments'],
    },
    body: async () => ({
      assessmentId,
      caseId,
      decidedOn,
      clientsWish,
      by: createdBy,
      grounds: await openGrounds(ringOf(context), found),
    }),
  };
}
