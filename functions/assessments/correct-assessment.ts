import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { changedDays, correctedDays, type Day, judgeDays } from '../../shared/domain/assessments/correct.ts';
import {
  beginningNotCounted,
  factOfBeginning,
  factsOfReadiness,
  readinessNotCounted,
} from '../../shared/domain/assessments/counted.ts';
import { type Assessment, MOST_CORRECTIONS } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { loadTimesOf, type TimesOf, timesFollow } from '../../shared/domain/assessments/times.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId, sealReason } from '../../shared/domain/case-notes/texts.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { assessmentKeys } from '../../shared/table/keys.ts';
import { boundsOf, caseOf } from './case-of-assessment.ts';
import { findAssessment } from './find-assessment.ts';
import { type AssessmentChanged, lineOfAssessment, type OneAssessment } from './one-assessment.ts';

/** Both days as they should have been; `readyOn` of an assessment that is ready, and of no other. */
export const CorrectAssessment = z
  .strictObject({ begunOn: LocalDate, readyOn: LocalDate.optional(), reason: GivenReason })
  .meta({ id: 'CorrectAssessment' });

/**
 * Corrects the days on which an assessment was begun and ready (703/2023 § 22). What stood there is kept with the
 * corrector's name, post, day and ground. The times of the law that it met are held against the right days, and the
 * figures take the wrong ones back. What a document or the relationship says of the days is theirs to correct: the
 * answer names them.
 */
export async function correctAssessment(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneAssessment>; body: z.infer<typeof CorrectAssessment>; version: number },
): Promise<Answer<AssessmentChanged>> {
  const before = await findAssessment(context, params.assessmentId);
  expectVersion(before, version);
  if ((before.corrections ?? []).length >= MOST_CORRECTIONS) {
    throw new Refusal(ASSESSMENT_REFUSALS.correctedTooOften);
  }
  const days = changedDays(before, body);
  const [by, ofCase, times] = await Promise.all([
    whoMarks(context, { writtenBy: writerOf(context, before, days) }, body.reason.presentUserId),
    caseOf(context, before),
    loadTimesOf(context, before),
  ]);
  refuseErrors(
    ASSESSMENT_REFUSALS.daysNotValid,
    judgeDays(before, body, boundsOf(context, ofCase, times.beginning)),
  );
  const reason = await sealReason(
    ringOf(context),
    before,
    { key: assessmentKeys.reasons(before), version: before.version + 1 },
    { ...body.reason, reasonId: newReasonId(context.services) },
  );
  const after = correctedDays(before, body, reason, by);
  return commit(context, {
    changes: [{ put: after, when: { version: before.version } }, ...timesFollow(context, after, days, times)],
    line: { ...lineOfAssessment(after, days), reasonId: loggedReason(reason) },
    facts: factsOf(before, after, days, { ofCase, times }),
    answer: {
      body: {
        assessmentId: after.assessmentId,
        version: after.version,
        findings: remarksOn(after, days),
      },
      version: after.version,
    },
  });
}

/** Who recorded the days that are wrong: of two writers the one who does not correct now. */
function writerOf(
  { actor }: ClientContext,
  { createdBy, specialSupport }: Assessment,
  days: readonly Day[],
): string {
  const writers = days.map((day) => (day === 'begunOn' ? createdBy : (specialSupport?.by ?? createdBy)));
  return writers.find((userId) => userId !== actor.userId) ?? actor.userId;
}

/** What became different alone: the wrong day is taken back where it was counted, and the right one counted. */
const factsOf = (
  before: Assessment,
  after: Assessment,
  days: readonly Day[],
  { ofCase, times }: { ofCase: CaseHead; times: TimesOf },
): Fact[] => [
  ...(days.includes('begunOn')
    ? [beginningNotCounted(before), factOfBeginning(after, ofCase, times.beginning)]
    : []),
  ...(days.includes('readyOn')
    ? [...readinessNotCounted(before), ...factsOfReadiness(after, ofCase, times.readiness)]
    : []),
];

/** Where else the days may stand. */
const remarksOn = ({ documentId, result }: Assessment, days: readonly Day[]): string[] => [
  ...(documentId === undefined ? [] : ['assessment.documentBesides']),
  ...(result === 'childWelfareClient' && days.includes('readyOn') ? ['assessment.relationshipBesides'] : []),
];
