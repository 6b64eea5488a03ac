import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { heardFacts, MOST_HEARD } from '../../shared/domain/custody-reports/model.ts';
import { CUSTODY_REPORT_REFUSALS } from '../../shared/domain/custody-reports/refusals.ts';
import { judgeHeard } from '../../shared/domain/custody-reports/rules.ts';
import { heardFor } from '../../shared/domain/custody-reports/transitions.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  answerOfReport,
  type CustodyReportChanged,
  findCustodyReport,
  lineOfReport,
  type OneCustodyReport,
} from './custody-report.ts';

export const HearForCustodyReport = z.strictObject(heardFacts).meta({ id: 'HearForCustodyReport' });

/**
 * Records that it was talked with the child or a person of the child's network for the report, or why it was not
 * (361/1983 § 16, 3 mom.). What was said stands in the narrative and in the report.
 */
export async function hearForCustodyReport(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: {
    params: z.infer<typeof OneCustodyReport>;
    body: z.infer<typeof HearForCustodyReport>;
    version: number;
  },
): Promise<Answer<CustodyReportChanged>> {
  const { actor, now, today } = context;
  const [before, { relations }] = await Promise.all([
    findCustodyReport(context, params.reportId),
    knownPersons(context),
  ]);
  expectVersion(before, version);
  if (before.heard.length >= MOST_HEARD) throw new Refusal(CUSTODY_REPORT_REFUSALS.wrongState);
  const { requestedOn } = before;
  refuseErrors(CUSTODY_REPORT_REFUSALS.notValid, judgeHeard(body, { relations, requestedOn, today }));
  const after = heardFor(before, body, { now, by: actor.userId });
  return commit(context, {
    changes: [{ put: after, when: { version } }],
    line: lineOfReport(after, ['heard']),
    answer: answerOfReport(after),
  });
}
