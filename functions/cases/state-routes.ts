import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import { APPOINTMENT_REFUSALS } from '../../shared/domain/appointments/refusals.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { DOCUMENT_REFUSALS, FINAL_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { type Route, writeOfClient } from '../../shared/http/route.ts';
import { CaseClosed, CloseCase, closeCase } from './close-case.ts';
import { CaseChanged, OneCase, ofPath } from './one-case.ts';
import { reopenCase } from './reopen-case.ts';
import { resumeCase } from './resume-case.ts';
import { SuspendCase, suspendCase } from './suspend-case.ts';

/** The states of a case: suspended and resumed, closed and reopened. */
export const stateRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/suspend',
    action: CASE_ACTIONS.suspend,
    event: 'CaseSuspended',
    summary: 'Suspends the handling of a case.',
    writes: 'changes',
    params: OneCase,
    body: SuspendCase,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, CASE_REFUSALS.isSuspended, CASE_REFUSALS.notValid],
    example: { suspendedOn: '2026-11-24' },
    client: ofPath,
    handle: suspendCase,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/resume',
    action: CASE_ACTIONS.resume,
    event: 'CaseResumed',
    summary: 'Goes on with a suspended case.',
    writes: 'changes',
    params: OneCase,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, CASE_REFUSALS.isNotSuspended],
    client: ofPath,
    handle: resumeCase,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/close',
    action: CASE_ACTIONS.close,
    event: 'CaseClosed',
    summary:
      'Closes a case with its ground and summary: its plans end, its appointments if asked, retention begins.',
    writes: 'changes',
    params: OneCase,
    body: CloseCase,
    returns: CaseClosed,
    refusals: [
      CASE_REFUSALS.isClosed,
      CASE_REFUSALS.notValid,
      CASE_REFUSALS.goesOn,
      CASE_REFUSALS.tooMuchAtOnce,
      CASE_REFUSALS.notItsSummary,
      APPOINTMENT_REFUSALS.tooMuchAtOnce,
      DOCUMENT_REFUSALS.byAct,
      DOCUMENT_REFUSALS.noCase,
      DOCUMENT_REFUSALS.noRelationship,
      DOCUMENT_REFUSALS.notOfCase,
      ...FINAL_REFUSALS,
    ],
    example: { closedOn: '2026-11-24', ground: 'needEnded' },
    client: ofPath,
    handle: closeCase,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/reopen',
    action: CASE_ACTIONS.reopen,
    event: 'CaseReopened',
    summary: 'Opens a closed case again.',
    writes: 'changes',
    params: OneCase,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isNotClosed, CASE_REFUSALS.noRelationship],
    client: ofPath,
    handle: reopenCase,
  }),
];
