import { mayUseAssessment } from '../../shared/access/visible-assessments.ts';
import type { Assessment, AssessmentNotMade } from '../../shared/domain/assessments/model.ts';
import { loadAssessment, loadEndedAssessment } from '../../shared/domain/assessments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import type { AssessmentId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * One that is under way or ready, or the record that none was made, where the worker's task covers it.
 * @throws Refusal `request.notFound`, `client.merged`.
 */
export async function findAnyAssessment(
  context: ClientContext,
  assessmentId: AssessmentId,
): Promise<Assessment | AssessmentNotMade> {
  refuseMergedItself(context);
  const { clientId } = context.file.head;
  const [underWay, ended] = await Promise.all([
    loadAssessment(context, clientId, assessmentId),
    loadEndedAssessment(context, clientId, assessmentId),
  ]);
  const found = underWay ?? ended;
  if (found === undefined || !mayUseAssessment(context, found)) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** One that is under way or ready. @throws Refusal `request.notFound`, `client.merged`. */
export async function findAssessment(
  context: ClientContext,
  assessmentId: AssessmentId,
): Promise<Assessment> {
  const found = await findAnyAssessment(context, assessmentId);
  if (found.entity !== 'assessment') throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** The record that none was made. @throws Refusal `request.notFound`, `client.merged`. */
export async function findNotMade(
  context: ClientContext,
  assessmentId: AssessmentId,
): Promise<AssessmentNotMade> {
  const found = await findAnyAssessment(context, assessmentId);
  if (found.entity !== 'assessmentNotMade') throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}
