import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { correctedDecidedOn, judgeDecidedOn } from '../../shared/domain/assessments/correct.ts';
import { factOfNotMade, notMadeNotCounted } from '../../shared/domain/assessments/counted.ts';
import { MOST_CORRECTIONS } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId, sealReason } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { meetAnew } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadDeadline } from '../../shared/domain/deadlines/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { assessmentKeys } from '../../shared/table/keys.ts';
import { boundsOf, caseOf } from './case-of-assessment.ts';
import { findNotMade } from './find-assessment.ts';
import { type AssessmentChanged, lineOfAssessment, type OneAssessment } from './one-assessment.ts';

export const CorrectNotMade = z
  .strictObject({ decidedOn: LocalDate, reason: GivenReason })
  .meta({ id: 'CorrectAssessmentNotMade' });

/**
 * Corrects the day on which it was found that no assessment is made (703/2023 § 22). What stood there is kept with the
 * corrector and the ground; the time of the law that it met is held against the right day, and the figures follow.
 */
export async function correctNotMade(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneAssessment>; body: z.infer<typeof CorrectNotMade>; version: number },
): Promise<Answer<AssessmentChanged>> {
  const before = await findNotMade(context, params.assessmentId);
  expectVersion(before, version);
  if ((before.corrections ?? []).length >= MOST_CORRECTIONS) {
    throw new Refusal(ASSESSMENT_REFUSALS.correctedTooOften);
  }
  const [by, ofCase, ...loaded] = await Promise.all([
    whoMarks(context, { writtenBy: before.createdBy }, body.reason.presentUserId),
    caseOf(context, before),
    ...(before.met ?? []).map((deadlineId) => loadDeadline(context, before.clientId, deadlineId)),
  ]);
  const met = loaded.filter((one) => one?.state === 'met' || one?.state === 'lateMet');
  const known = met.filter((one) => one !== undefined);
  refuseErrors(
    ASSESSMENT_REFUSALS.daysNotValid,
    judgeDecidedOn(before, body.decidedOn, boundsOf(context, ofCase, known)),
  );
  const reason = await sealReason(
    ringOf(context),
    before,
    { key: assessmentKeys.reasons(before), version: before.version + 1 },
    { ...body.reason, reasonId: newReasonId(context.services) },
  );
  const after = correctedDecidedOn(before, body.decidedOn, reason, by);
  const isNamed = before.met !== undefined;
  return commit(context, {
    changes: [
      { put: after, when: { version: before.version } },
      ...known.flatMap((one) => meetAnew(context, one, body.decidedOn).changes),
    ],
    line: { ...lineOfAssessment(after, ['decidedOn']), reasonId: loggedReason(reason) },
    facts: isNamed ? [notMadeNotCounted(before), factOfNotMade(after, ofCase)] : [],
    answer: {
      body: {
        assessmentId: after.assessmentId,
        version: after.version,
        findings: isNamed ? [] : ['assessment.figuresStay'],
      },
      version: after.version,
    },
  });
}
