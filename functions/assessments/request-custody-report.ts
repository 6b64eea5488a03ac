import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { openedInCase } from '../../shared/domain/cases/openings.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { factOfRequest } from '../../shared/domain/custody-reports/counted.ts';
import { CourtRequest, type CustodyReport } from '../../shared/domain/custody-reports/model.ts';
import { CUSTODY_REPORT_REFUSALS } from '../../shared/domain/custody-reports/refusals.ts';
import { judgeRequest } from '../../shared/domain/custody-reports/rules.ts';
import { loadCustodyReport, sealCourtRequest } from '../../shared/domain/custody-reports/store.ts';
import { startDeadline } from '../../shared/domain/deadlines/start-deadline.ts';
import { CaseId, CustodyReportId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { custodyReportKeys } from '../../shared/table/keys.ts';
import { answerOfReport, type CustodyReportChanged, lineOfReport, mayUseReport } from './custody-report.ts';

export const RequestCustodyReport = z
  .strictObject({
    caseId: CaseId,
    requestedOn: LocalDate,
    /** The day that the court has set. */
    dueOn: LocalDate,
    /** The court asks for more on a report that it has. */
    supplements: CustodyReportId.optional(),
    request: CourtRequest,
  })
  .meta({ id: 'RequestCustodyReport' });
type RequestCustodyReport = z.infer<typeof RequestCustodyReport>;

/** Records that a court asks for a report on a child's custody and access (361/1983 § 16): its time begins. */
export async function requestCustodyReport(
  context: ClientContext,
  { body }: { body: RequestCustodyReport },
): Promise<Answer<CustodyReportChanged>> {
  const { file, services, actor, now, today } = context;
  const { clientId } = file.head;
  const { caseId, requestedOn, dueOn, supplements, request } = body;
  const ofCase = file.cases.find((item) => item.caseId === caseId);
  if (ofCase === undefined || !mayUseReport(context, ofCase)) throw new Refusal(COMMON_REFUSALS.notFound);
  const ring = ringOf(context);
  const [{ data }, first] = await Promise.all([
    openBase(ring, file.head),
    supplements === undefined ? undefined : loadCustodyReport(context, clientId, supplements),
  ]);
  const { serviceTasks, unitId, responsibleWorkerId } = ofCase;
  refuseErrors(
    CUSTODY_REPORT_REFUSALS.notValid,
    judgeRequest(body, { serviceTasks, birthDate: birthDateIn(data), first, today }),
  );
  const reportId = CustodyReportId.parse(newId(services));
  const key = custodyReportKeys.one(actor.controller, clientId, reportId);
  const time = startDeadline(context, {
    clientId,
    caseId,
    rule: 'custodyReport',
    start: { on: requestedOn, due: dueOn },
    subject: { kind: 'custodyReport', id: reportId },
    serviceTasks,
    unitId,
    workerId: responsibleWorkerId,
  });
  const put: CustodyReport = {
    ...key,
    entity: 'custodyReport',
    ...created(now, actor.userId),
    reportId,
    clientId,
    caseId,
    serviceTasks,
    unitId,
    state: 'underWay',
    ...(supplements === undefined ? {} : { supplements }),
    requestedOn,
    dueOn,
    deadlineId: time.deadline.deadlineId,
    asked: await sealCourtRequest(ring, { ...key, caseId }, request),
    heard: [],
  };
  return openedInCase(context, caseId, (held) =>
    commit(context, {
      changes: [{ put, when: 'absent' }, held, ...time.changes],
      line: lineOfReport(put, ['request']),
      facts: [factOfRequest(put)],
      answer: answerOfReport(put),
    }),
  );
}
