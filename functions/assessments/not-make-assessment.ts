import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfNotMade } from '../../shared/domain/assessments/counted.ts';
import { type AssessmentNotMade, ClientsWish } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { Grounds, loadAssessments, sealGrounds } from '../../shared/domain/assessments/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { isSocialWorkerInOffice } from '../../shared/domain/controllers/social-worker.ts';
import { cancelDeadline, meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { isAssessmentReady, isAssessmentStart } from '../../shared/domain/intake/rules-of-time.ts';
import { AssessmentId, CaseId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { assessmentKeys } from '../../shared/table/keys.ts';
import { type AssessmentChanged, lineOfAssessment } from './one-assessment.ts';

export const NotMakeAssessment = z
  .strictObject({ caseId: CaseId, clientsWish: ClientsWish, grounds: Grounds })
  .meta({ id: 'NotMakeAssessment' });

/**
 * Records that no assessment is made in a case, for it is evidently unnecessary (1301/2014 § 36). That has been decided
 * in the time to begin, which is met; the time to be ready is cancelled. Of a child it is a social worker's to find
 * (417/2007 § 26). That the client's wish was not asked is remarked on.
 */
export async function notMakeAssessment(
  context: ClientContext,
  { body: { caseId, clientsWish, grounds } }: { body: z.infer<typeof NotMakeAssessment> },
): Promise<Answer<AssessmentChanged>> {
  const { file, services, actor, now, today } = context;
  const { clientId } = file.head;
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (ofCase === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const { serviceTasks, unitId } = ofCase;
  const [{ underWay }, deadlines, isTheirs] = await Promise.all([
    loadAssessments(context, clientId),
    loadOpenDeadlines(context, clientId),
    serviceTasks.includes('childWelfare') ? isSocialWorkerInOffice(context) : true,
  ]);
  if (!isTheirs) throw new Refusal(ASSESSMENT_REFUSALS.socialWorker);
  if (underWay.some((one) => one.caseId === caseId)) throw new Refusal(ASSESSMENT_REFUSALS.underWay);
  const assessmentId = AssessmentId.parse(newId(services));
  const key = assessmentKeys.ready(actor.controller, clientId, assessmentId);
  const ofThis = deadlines.filter((deadline) => deadline.caseId === caseId);
  const toBegin = ofThis.filter(({ rule }) => isAssessmentStart(rule));
  const put: AssessmentNotMade = {
    ...key,
    entity: 'assessmentNotMade',
    ...created(now, actor.userId),
    assessmentId,
    clientId,
    caseId,
    serviceTasks,
    unitId,
    decidedOn: today,
    clientsWish,
    grounds: await sealGrounds(ringOf(context), { ...key, caseId }, grounds),
    met: toBegin.map(({ deadlineId }) => deadlineId),
  };
  return commit(context, {
    changes: [
      { put, when: 'absent' },
      ...toBegin.flatMap((deadline) => meetDeadline(context, deadline, { at: now }).changes),
      ...ofThis
        .filter(({ rule }) => isAssessmentReady(rule))
        .flatMap((deadline) => cancelDeadline(context, deadline, 'otherGround').changes),
    ],
    line: lineOfAssessment(put, ['assessment']),
    facts: [factOfNotMade(put, ofCase)],
    answer: {
      body: {
        assessmentId,
        version: 1,
        findings: clientsWish === 'notAsked' ? ['assessment.wishNotAsked'] : [],
      },
      version: 1,
    },
  });
}
