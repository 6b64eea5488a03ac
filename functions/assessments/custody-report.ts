import * as z from 'zod';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import type { Answer, LinePart } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import type { CustodyReport } from '../../shared/domain/custody-reports/model.ts';
import { loadCustodyReport } from '../../shared/domain/custody-reports/store.ts';
import { ClientId, CustodyReportId, DocumentId, type UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const OneCustodyReport = z.strictObject({ clientId: ClientId, reportId: CustodyReportId });

export const CustodyReportChanged = z
  .strictObject({
    reportId: CustodyReportId,
    version: z.int(),
    documentId: DocumentId.optional(),
    findings: z.array(z.string()),
  })
  .meta({ id: 'CustodyReportChanged' });
export type CustodyReportChanged = z.infer<typeof CustodyReportChanged>;

/** Whether the worker may know of a report: as of the statement that says it (457/2024). */
export const mayUseReport = (
  { actor, today }: ClientContext,
  { serviceTasks }: Pick<CustodyReport, 'serviceTasks'>,
): boolean =>
  mayUseDocument(
    actor,
    { serviceTasks, socialServices: [], sensitivity: 'ordinary', phase: 'arranging', kind: 'other' },
    today,
  );

/** @throws Refusal `request.notFound`, `client.merged`. */
export async function findCustodyReport(
  context: ClientContext,
  reportId: CustodyReportId,
): Promise<CustodyReport> {
  refuseMergedItself(context);
  const found = await loadCustodyReport(context, context.file.head.clientId, reportId);
  if (found === undefined || !mayUseReport(context, found)) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** The unit that has the case of the report now, where it was transferred after the request came. */
export const unitOfReport = (
  { file }: ClientContext,
  { caseId, unitId }: Pick<CustodyReport, 'caseId' | 'unitId'>,
): UnitId => file.cases.find((one) => one.caseId === caseId)?.unitId ?? unitId;

export const resourceOfReport = ({
  clientId,
  reportId,
  version,
  serviceTasks,
}: CustodyReport): LinePart['resources'][number] => ({
  kind: 'custodyReport',
  id: reportId,
  client: clientId,
  version,
  serviceTasks,
});

export const lineOfReport = (report: CustodyReport, changedFields: readonly string[]): LinePart => ({
  clients: [report.clientId],
  resources: [resourceOfReport(report)],
  dataGroups: ['documents'],
  changedFields,
});

export const answerOfReport = (
  { reportId, version }: CustodyReport,
  findings: readonly string[] = [],
): Answer<CustodyReportChanged> => ({
  body: { reportId, version, findings: [...findings] },
  version,
});
