import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { CorrectedDays } from '../../shared/domain/assessments/model.ts';
import { openReason } from '../../shared/domain/case-notes/texts.ts';
import { ReasonView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { AssessmentId } from '../../shared/kernel/id.ts';
import { assessmentKeys } from '../../shared/table/keys.ts';
import { findAnyAssessment } from './find-assessment.ts';
import { lineOfAssessment, type OneAssessment } from './one-assessment.ts';

export const AssessmentCorrections = z
  .strictObject({
    assessmentId: AssessmentId,
    corrections: z.array(
      z.strictObject({ ...CorrectedDays.omit({ reason: true }).shape, reason: ReasonView.optional() }),
    ),
  })
  .meta({ id: 'AssessmentCorrections' });

/** What stood before of the days of an assessment, the first correction first, each with its ground in words (L-11.8). */
export async function readCorrections(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneAssessment> },
): Promise<Reading<z.infer<typeof AssessmentCorrections>>> {
  const assessment = await findAnyAssessment(context, params.assessmentId);
  const { assessmentId, corrections = [] } = assessment;
  const historyFrom = assessment.entity === 'assessment' ? assessment.begunOn : assessment.decidedOn;
  const ring = ringOf(context);
  return {
    line: { ...lineOfAssessment(assessment, []), historyFrom },
    body: async () => ({
      assessmentId,
      corrections: await Promise.all(
        corrections.map(async ({ reason, ...said }) => ({
          ...said,
          reason: await openReason(ring, { ...assessmentKeys.reasons(assessment), reason }),
        })),
      ),
    }),
  };
}
