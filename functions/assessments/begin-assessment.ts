import * as z from 'zod';
import { mustBeAble } from '../../shared/access/must-be-able.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfBeginning } from '../../shared/domain/assessments/counted.ts';
import { type Assessment, NO_TIMES } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { loadAssessments } from '../../shared/domain/assessments/store.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { isAssessmentStart } from '../../shared/domain/intake/rules-of-time.ts';
import { AssessmentId, CaseId, UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { assessmentKeys } from '../../shared/table/keys.ts';
import { type AssessmentChanged, lineOfAssessment } from './one-assessment.ts';

export const BeginAssessment = z
  .strictObject({ caseId: CaseId, responsibleWorkerId: UserId })
  .meta({ id: 'BeginAssessment' });

/** Begins the assessment of service needs in a case (1301/2014 § 36; 417/2007 § 26): the time to begin is met. */
export async function beginAssessment(
  context: ClientContext,
  { body: { caseId, responsibleWorkerId } }: { body: z.infer<typeof BeginAssessment> },
): Promise<Answer<AssessmentChanged>> {
  const { file, services, actor, now, today } = context;
  const { clientId } = file.head;
  const [{ underWay }, deadlines] = await Promise.all([
    loadAssessments(context, clientId),
    loadOpenDeadlines(context, clientId),
    mustBeAble(context, { responsible: responsibleWorkerId }),
  ]);
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (ofCase === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (underWay.some((one) => one.caseId === caseId)) throw new Refusal(ASSESSMENT_REFUSALS.underWay);
  const toBegin = deadlines.filter(
    (deadline) => deadline.caseId === caseId && isAssessmentStart(deadline.rule),
  );
  const assessmentId = AssessmentId.parse(newId(services));
  const { serviceTasks, unitId } = ofCase;
  const put: Assessment = {
    ...assessmentKeys.underWay(actor.controller, clientId, assessmentId),
    entity: 'assessment',
    ...created(now, actor.userId),
    assessmentId,
    clientId,
    caseId,
    state: 'underWay',
    serviceTasks,
    unitId,
    responsibleWorkerId,
    begunOn: today,
    times: { ...NO_TIMES, beginning: toBegin.map(({ deadlineId }) => deadlineId) },
  };
  return openedInCase(context, caseId, (held) =>
    commit(context, {
      changes: [
        { put, when: 'absent' },
        held,
        ...toBegin.flatMap((deadline) => meetDeadline(context, deadline, { at: now }).changes),
      ],
      line: lineOfAssessment(put, ['assessment']),
      facts: [factOfBeginning(put, ofCase, toBegin)],
      answer: { body: { assessmentId, version: 1, findings: [] }, version: 1 },
    }),
  );
}
