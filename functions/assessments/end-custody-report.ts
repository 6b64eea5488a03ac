import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { factsOfEnd } from '../../shared/domain/custody-reports/counted.ts';
import { ReportEndGround } from '../../shared/domain/custody-reports/model.ts';
import { endedReport } from '../../shared/domain/custody-reports/transitions.ts';
import type { CancelGround } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadDeadline } from '../../shared/domain/deadlines/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import {
  answerOfReport,
  type CustodyReportChanged,
  findCustodyReport,
  lineOfReport,
  type OneCustodyReport,
  unitOfReport,
} from './custody-report.ts';

export const EndCustodyReport = z.strictObject({ ground: ReportEndGround }).meta({ id: 'EndCustodyReport' });

const CANCELS: Readonly<Record<ReportEndGround, CancelGround>> = {
  agreementReached: 'otherGround',
  courtWithdrew: 'withdrawn',
  mistake: 'mistake',
};

/** No report is needed any more: the parents agreed (361/1983 § 16, 2 mom.), or the court needs it no longer. */
export async function endCustodyReport(
  context: ClientContext,
  {
    params,
    body: { ground },
    version,
  }: {
    params: z.infer<typeof OneCustodyReport>;
    body: z.infer<typeof EndCustodyReport>;
    version: number;
  },
): Promise<Answer<CustodyReportChanged>> {
  const { actor, now, today } = context;
  const before = await findCustodyReport(context, params.reportId);
  expectVersion(before, version);
  const unitId = unitOfReport(context, before);
  const after = endedReport(before, { on: today, ground, unitId }, { now, by: actor.userId });
  const time = await loadDeadline(context, before.clientId, before.deadlineId);
  return commit(context, {
    changes: [
      { put: after, when: { version } },
      ...(time?.state === 'running' ? cancelDeadline(context, time, CANCELS[ground]).changes : []),
    ],
    line: lineOfReport(after, ['state']),
    facts: factsOfEnd(after),
    answer: answerOfReport(after),
  });
}
