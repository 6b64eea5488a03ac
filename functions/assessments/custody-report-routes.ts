import { CUSTODY_REPORT_ACTIONS } from '../../shared/access/actions/custody-reports.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { CUSTODY_REPORT_REFUSALS } from '../../shared/domain/custody-reports/refusals.ts';
import { DOCUMENT_REFUSALS, FINAL_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { CustodyReportChanged, OneCustodyReport } from './custody-report.ts';
import { DeliverCustodyReport, deliverCustodyReport } from './deliver-custody-report.ts';
import { EndCustodyReport, endCustodyReport } from './end-custody-report.ts';
import { FinishCustodyReport, finishCustodyReport } from './finish-custody-report.ts';
import { HearForCustodyReport, hearForCustodyReport } from './hear-for-custody-report.ts';
import { OneClient, ofPath } from './one-assessment.ts';
import {
  CustodyReportCorrections,
  CustodyReportList,
  CustodyReportView,
  listCustodyReports,
  readCustodyReport,
  readReportCorrections,
} from './read-custody-reports.ts';
import { RequestCustodyReport, requestCustodyReport } from './request-custody-report.ts';
import {
  CorrectCustodyReport,
  correctCustodyReport,
  SetTimeOfCustodyReport,
  setTimeOfCustodyReport,
} from './time-of-custody-report.ts';

const ALL = '/v1/assessments/clients/{clientId}/custody-reports';
const ONE = `${ALL}/{reportId}`;
const AN_ID = '01J0000000000000000000000A';
const CHANGING = [
  CLIENT_REFUSALS.merged,
  CUSTODY_REPORT_REFUSALS.notValid,
  CUSTODY_REPORT_REFUSALS.wrongState,
];

/** Olosuhdeselvitys: reports on custody and access that courts ask for (361/1983 §§ 16–16 a). */
export const custodyReportRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: ALL,
    action: CUSTODY_REPORT_ACTIONS.request,
    event: 'CustodyReportRequested',
    summary:
      'Records that a court asks for a report on a child’s custody and access, or for a supplement: the time that it set begins.',
    writes: 'creates',
    params: OneClient,
    body: RequestCustodyReport,
    returns: CustodyReportChanged,
    refusals: [CUSTODY_REPORT_REFUSALS.notValid, CASE_REFUSALS.isClosed],
    example: {
      caseId: AN_ID,
      requestedOn: '2026-11-20',
      dueOn: '2027-01-29',
      request: {
        court: 'Keksitty käräjäoikeus',
        diaryNumber: 'L 26/00001',
        questions: 'Lapsen asuminen ja tapaamisoikeus.',
      },
    },
    client: ofPath,
    handle: requestCustodyReport,
  }),
  readOfClient({
    method: 'GET',
    path: ALL,
    action: CUSTODY_REPORT_ACTIONS.list,
    event: 'CustodyReportsListed',
    summary: 'The reports on a child that courts have asked for, the latest first.',
    params: OneClient,
    returns: CustodyReportList,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listCustodyReports,
  }),
  readOfClient({
    method: 'GET',
    path: ONE,
    action: CUSTODY_REPORT_ACTIONS.read,
    event: 'CustodyReportRead',
    summary: 'One report, with what the court asks.',
    params: OneCustodyReport,
    returns: CustodyReportView,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readCustodyReport,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/hear`,
    action: CUSTODY_REPORT_ACTIONS.hear,
    event: 'HeardForCustodyReport',
    summary: 'Records that it was talked with the child or another person for the report, or why it was not.',
    writes: 'changes',
    params: OneCustodyReport,
    body: HearForCustodyReport,
    returns: CustodyReportChanged,
    refusals: CHANGING,
    example: { person: { kind: 'child' }, on: '2026-11-24', way: 'meeting' },
    client: ofPath,
    handle: hearForCustodyReport,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/finish`,
    action: CUSTODY_REPORT_ACTIONS.finish,
    event: 'CustodyReportFinished',
    summary: 'Makes the report final: its draft becomes the document that goes to the court.',
    writes: 'changes',
    params: OneCustodyReport,
    body: FinishCustodyReport,
    returns: CustodyReportChanged,
    refusals: [
      ...FINAL_REFUSALS,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
      DOCUMENT_REFUSALS.noRelationship,
      ...CHANGING,
      CUSTODY_REPORT_REFUSALS.otherCase,
    ],
    example: { draftId: AN_ID, draftVersion: 2 },
    client: ofPath,
    handle: finishCustodyReport,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/deliver`,
    action: CUSTODY_REPORT_ACTIONS.deliver,
    event: 'CustodyReportDelivered',
    summary: 'Marks the report as delivered by the disclosure that sent it to the court: its time is met.',
    writes: 'changes',
    params: OneCustodyReport,
    body: DeliverCustodyReport,
    returns: CustodyReportChanged,
    refusals: CHANGING,
    example: { disclosureId: AN_ID },
    client: ofPath,
    handle: deliverCustodyReport,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/time`,
    action: CUSTODY_REPORT_ACTIONS.setTime,
    event: 'TimeOfCustodyReportSet',
    summary: 'The court gave another day for the report.',
    writes: 'changes',
    params: OneCustodyReport,
    body: SetTimeOfCustodyReport,
    returns: CustodyReportChanged,
    refusals: CHANGING,
    example: { dueOn: '2027-02-26' },
    client: ofPath,
    handle: setTimeOfCustodyReport,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/end`,
    action: CUSTODY_REPORT_ACTIONS.end,
    event: 'CustodyReportEnded',
    summary: 'No report is needed any more: an agreement was reached, or the court needs it no longer.',
    writes: 'changes',
    params: OneCustodyReport,
    body: EndCustodyReport,
    returns: CustodyReportChanged,
    refusals: [CLIENT_REFUSALS.merged, CUSTODY_REPORT_REFUSALS.wrongState],
    example: { ground: 'agreementReached' },
    client: ofPath,
    handle: endCustodyReport,
  }),
  writeOfClient({
    method: 'POST',
    path: `${ONE}/correct`,
    action: CUSTODY_REPORT_ACTIONS.correct,
    event: 'CustodyReportCorrected',
    summary: 'Corrects the days of a report: its time and the figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneCustodyReport,
    body: CorrectCustodyReport,
    returns: CustodyReportChanged,
    refusals: [
      CLIENT_REFUSALS.merged,
      CUSTODY_REPORT_REFUSALS.notValid,
      CUSTODY_REPORT_REFUSALS.correctedTooOften,
      NOTE_REFUSALS.notTheAuthor,
      NOTE_REFUSALS.presenceNeeded,
    ],
    example: {
      requestedOn: '2026-11-19',
      dueOn: '2027-01-29',
      reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Pyyntö saapui jo 19.11.' },
    },
    client: ofPath,
    handle: correctCustodyReport,
  }),
  readOfClient({
    method: 'GET',
    path: `${ONE}/corrections`,
    action: CUSTODY_REPORT_ACTIONS.readCorrections,
    event: 'CustodyReportCorrectionsRead',
    summary: 'What stood before of the days of a report: who corrected them, when and why.',
    params: OneCustodyReport,
    returns: CustodyReportCorrections,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readReportCorrections,
  }),
];
