import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId, sealReason } from '../../shared/domain/case-notes/texts.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { factsOfReport, reportNotCounted } from '../../shared/domain/custody-reports/counted.ts';
import { type CustodyReport, MOST_CORRECTIONS } from '../../shared/domain/custody-reports/model.ts';
import { CUSTODY_REPORT_REFUSALS } from '../../shared/domain/custody-reports/refusals.ts';
import { judgeCorrection, judgeNewTime } from '../../shared/domain/custody-reports/rules.ts';
import { correctedReport, withNewTime } from '../../shared/domain/custody-reports/transitions.ts';
import { beginAnew } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadDeadline } from '../../shared/domain/deadlines/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  answerOfReport,
  type CustodyReportChanged,
  findCustodyReport,
  lineOfReport,
  type OneCustodyReport,
} from './custody-report.ts';

type Asked<T> = { params: z.infer<typeof OneCustodyReport>; body: T; version: number };

export const SetTimeOfCustodyReport = z
  .strictObject({ dueOn: LocalDate })
  .meta({ id: 'SetTimeOfCustodyReport' });

/** The court gave another day than before, such as a longer time: the time runs to it. */
export async function setTimeOfCustodyReport(
  context: ClientContext,
  { params, body: { dueOn }, version }: Asked<z.infer<typeof SetTimeOfCustodyReport>>,
): Promise<Answer<CustodyReportChanged>> {
  const before = await findCustodyReport(context, params.reportId);
  expectVersion(before, version);
  const after = withNewTime(before, dueOn, { now: context.now, by: context.actor.userId });
  refuseErrors(CUSTODY_REPORT_REFUSALS.notValid, judgeNewTime(before, dueOn));
  return commit(context, {
    changes: [{ put: after, when: { version } }, ...(await timeFollows(context, after))],
    line: lineOfReport(after, ['dueOn']),
    answer: answerOfReport(after),
  });
}

export const CorrectCustodyReport = z
  .strictObject({ requestedOn: LocalDate, dueOn: LocalDate, reason: GivenReason })
  .meta({ id: 'CorrectCustodyReport' });

/**
 * Corrects the day on which the request arrived or the day that the court set (703/2023 § 22), in whatever state. What
 * stood there is kept with the corrector and the ground; the time is held against the right days, and the figures follow.
 */
export async function correctCustodyReport(
  context: ClientContext,
  { params, body: { reason: given, ...days }, version }: Asked<z.infer<typeof CorrectCustodyReport>>,
): Promise<Answer<CustodyReportChanged>> {
  const before = await findCustodyReport(context, params.reportId);
  expectVersion(before, version);
  if ((before.corrections ?? []).length >= MOST_CORRECTIONS) {
    throw new Refusal(CUSTODY_REPORT_REFUSALS.correctedTooOften);
  }
  const by = await whoMarks(context, { writtenBy: before.createdBy }, given.presentUserId);
  refuseErrors(CUSTODY_REPORT_REFUSALS.notValid, judgeCorrection(before, days, context.today));
  const reason = await sealReason(
    ringOf(context),
    before,
    { key: before, version: before.version + 1 },
    { ...given, reasonId: newReasonId(context.services) },
  );
  const after = correctedReport(before, days, { reason, by });
  return commit(context, {
    changes: [{ put: after, when: { version } }, ...(await timeFollows(context, after))],
    line: { ...lineOfReport(after, ['requestedOn', 'dueOn']), reasonId: loggedReason(reason) },
    facts: [...reportNotCounted(before), ...factsOfReport(after)],
    answer: answerOfReport(after, after.documentId === undefined ? [] : ['custodyReport.documentBesides']),
  });
}

/** The time of the report runs, or was met, by its days as they are now; one that was cancelled stays so. */
async function timeFollows(
  context: ClientContext,
  { clientId, deadlineId, requestedOn, dueOn }: CustodyReport,
): Promise<Change[]> {
  const time = await loadDeadline(context, clientId, deadlineId);
  if (time === undefined || time.state === 'cancelled') return [];
  return beginAnew(context, time, { on: requestedOn, due: dueOn }).changes;
}
