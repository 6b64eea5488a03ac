import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import { openReason } from '../../shared/domain/case-notes/texts.ts';
import { ReasonView } from '../../shared/domain/case-notes/view.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import {
  CorrectedReportDays,
  CourtRequest,
  CustodyReport,
} from '../../shared/domain/custody-reports/model.ts';
import { loadCustodyReports, openCourtRequest } from '../../shared/domain/custody-reports/store.ts';
import { CustodyReportId } from '../../shared/kernel/id.ts';
import {
  findCustodyReport,
  lineOfReport,
  mayUseReport,
  type OneCustodyReport,
  resourceOfReport,
} from './custody-report.ts';

/** A report as it is listed: what the court asks is read one by one. */
const CustodyReportRow = CustodyReport.pick({
  reportId: true,
  caseId: true,
  serviceTasks: true,
  unitId: true,
  state: true,
  supplements: true,
  requestedOn: true,
  dueOn: true,
  heard: true,
  documentId: true,
  readyOn: true,
  delivered: true,
  ended: true,
  version: true,
})
  .strip()
  .meta({ id: 'CustodyReportRow' });

export const CustodyReportList = z
  .strictObject({ reports: z.array(CustodyReportRow) })
  .meta({ id: 'CustodyReportList' });

export const CustodyReportView = CustodyReportRow.extend({
  request: CourtRequest,
  corrected: z.boolean(),
}).meta({ id: 'CustodyReportView' });

/** The reports of a child, the latest asked first. */
export async function listCustodyReports(
  context: ClientContext,
): Promise<Reading<z.infer<typeof CustodyReportList>>> {
  refuseMergedItself(context);
  const { clientId } = context.file.head;
  const all = await loadCustodyReports(context, clientId);
  const reports = all.filter((one) => mayUseReport(context, one)).toReversed();
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }, ...reports.map(resourceOfReport)],
      dataGroups: ['documents'],
    },
    body: () => ({ reports: reports.map((one) => CustodyReportRow.parse(one)) }),
  };
}

/** One report, with what the court asks. */
export async function readCustodyReport(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneCustodyReport> },
): Promise<Reading<z.infer<typeof CustodyReportView>>> {
  const report = await findCustodyReport(context, params.reportId);
  const { version, corrections = [] } = report;
  return {
    version,
    line: lineOfReport(report, []),
    body: async () => ({
      ...CustodyReportRow.parse(report),
      request: await openCourtRequest(ringOf(context), report),
      corrected: corrections.length > 0,
    }),
  };
}

export const CustodyReportCorrections = z
  .strictObject({
    reportId: CustodyReportId,
    corrections: z.array(
      z.strictObject({ ...CorrectedReportDays.omit({ reason: true }).shape, reason: ReasonView.optional() }),
    ),
  })
  .meta({ id: 'CustodyReportCorrections' });

/** What stood before of the days of a report, the first correction first, each with its ground in words. */
export async function readReportCorrections(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneCustodyReport> },
): Promise<Reading<z.infer<typeof CustodyReportCorrections>>> {
  const report = await findCustodyReport(context, params.reportId);
  const { reportId, requestedOn, corrections = [] } = report;
  const ring = ringOf(context);
  return {
    line: { ...lineOfReport(report, []), historyFrom: requestedOn },
    body: async () => ({
      reportId,
      corrections: await Promise.all(
        corrections.map(async ({ reason, ...said }) => ({
          ...said,
          reason: await openReason(ring, { pk: report.pk, sk: report.sk, reason }),
        })),
      ),
    }),
  };
}
