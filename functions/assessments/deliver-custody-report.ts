import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { factsOfDelivery } from '../../shared/domain/custody-reports/counted.ts';
import { CUSTODY_REPORT_REFUSALS } from '../../shared/domain/custody-reports/refusals.ts';
import { judgeDelivery } from '../../shared/domain/custody-reports/rules.ts';
import { deliveredReport } from '../../shared/domain/custody-reports/transitions.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadDeadline } from '../../shared/domain/deadlines/store.ts';
import { loadDisclosure } from '../../shared/domain/disclosures/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DisclosureId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import {
  answerOfReport,
  type CustodyReportChanged,
  findCustodyReport,
  lineOfReport,
  type OneCustodyReport,
  unitOfReport,
} from './custody-report.ts';

export const DeliverCustodyReport = z
  .strictObject({ disclosureId: DisclosureId })
  .meta({ id: 'DeliverCustodyReport' });

/**
 * Marks the report as delivered by the disclosure that sent it to the court, on the day on which it went: its time is
 * met, and it is counted. Nothing goes out by this act.
 */
export async function deliverCustodyReport(
  context: ClientContext,
  {
    params,
    body: { disclosureId },
    version,
  }: {
    params: z.infer<typeof OneCustodyReport>;
    body: z.infer<typeof DeliverCustodyReport>;
    version: number;
  },
): Promise<Answer<CustodyReportChanged>> {
  const { actor, now, today, file } = context;
  const { clientId } = file.head;
  const [before, disclosure] = await Promise.all([
    findCustodyReport(context, params.reportId),
    loadDisclosure(context, clientId, disclosureId),
  ]);
  expectVersion(before, version);
  refuseErrors(CUSTODY_REPORT_REFUSALS.notValid, judgeDelivery(before, disclosure));
  const on = disclosure?.sent?.on ?? today;
  const unitId = unitOfReport(context, before);
  const after = deliveredReport(before, { on, disclosureId, unitId }, { now, by: actor.userId });
  const time = await loadDeadline(context, clientId, before.deadlineId);
  return commit(context, {
    changes: [
      { put: after, when: { version } },
      ...(time?.state === 'running' ? meetDeadline(context, time, { on }).changes : []),
    ],
    line: lineOfReport(after, ['delivered']),
    facts: factsOfDelivery(after),
    answer: answerOfReport(after),
  });
}
