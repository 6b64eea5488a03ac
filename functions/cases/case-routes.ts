import { CASE_ACTIONS } from '../../shared/access/actions/cases.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { AddClient, addClient } from './add-client.ts';
import { AssignCase, assignCase } from './assign-case.ts';
import { ChangeCase, changeCase } from './change-case.ts';
import { ClosedCases, listClosed } from './list-closed.ts';
import { CaseChanged, OneCase, OneClient, ofPath } from './one-case.ts';
import { OpenCase, openCase } from './open-case.ts';
import { OneCaseView, readCase } from './read-case.ts';
import { CaseDocument, readCaseDocument } from './read-case-document.ts';

const ID = '01KBN4PZ00000000000000000A';

/** What a case is, whose, and in whose hands. */
export const caseRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases',
    action: CASE_ACTIONS.open,
    event: 'CaseOpened',
    summary: 'Opens a case of a client, or one shared by several.',
    writes: 'creates',
    params: OneClient,
    body: OpenCase,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.noRelationship, CASE_REFUSALS.notValid, CASE_REFUSALS.workerCannot],
    example: {
      name: 'Perheen tuen tarve',
      description: 'Vanhempi pyysi apua arkeen; kotipalvelun tarve arvioidaan.',
      serviceTasks: ['families'],
      wayOfOpening: 'contact',
      initiator: 'client',
      openedAt: '2026-11-24T07:15:00.000Z',
      unitId: ID,
    },
    client: ofPath,
    handle: openCase,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/cases/clients/{clientId}/closed',
    action: CASE_ACTIONS.listClosed,
    event: 'ClosedCasesListed',
    summary: 'The closed cases of a client, the latest opened first.',
    params: OneClient,
    query: PageQuery,
    returns: ClosedCases,
    client: ofPath,
    handle: listClosed,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}',
    action: CASE_ACTIONS.read,
    event: 'CaseRead',
    summary: 'A case, active or closed, with its other clients as far as the worker may know of them.',
    params: OneCase,
    returns: OneCaseView,
    client: ofPath,
    handle: readCase,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/document',
    action: CASE_ACTIONS.readDocument,
    event: 'CaseDocumentRead',
    summary: 'The case document in national form, with what is missing of it.',
    params: OneCase,
    returns: CaseDocument,
    client: ofPath,
    handle: readCaseDocument,
  }),
  writeOfClient({
    method: 'PATCH',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}',
    action: CASE_ACTIONS.change,
    event: 'CaseChanged',
    summary: 'Changes the name, description, children or service tasks of a case.',
    writes: 'changes',
    params: OneCase,
    body: ChangeCase,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, CASE_REFUSALS.notValid],
    example: { serviceTasks: ['families', 'childWelfare'] },
    client: ofPath,
    handle: changeCase,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/assign',
    action: CASE_ACTIONS.assign,
    event: 'CaseAssigned',
    summary: 'Gives a case to a responsible worker, to others beside, or to another unit.',
    writes: 'changes',
    params: OneCase,
    body: AssignCase,
    returns: CaseChanged,
    refusals: [CASE_REFUSALS.isClosed, CASE_REFUSALS.workerCannot],
    example: { responsibleWorkerId: ID, workerIds: [] },
    client: ofPath,
    handle: assignCase,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/cases/clients/{clientId}/cases/{caseId}/clients',
    action: CASE_ACTIONS.addClient,
    event: 'ClientAddedToCase',
    summary: 'Takes a further client, such as a sibling, into a case.',
    writes: 'changes',
    params: OneCase,
    body: AddClient,
    returns: CaseChanged,
    refusals: [
      CASE_REFUSALS.isClosed,
      CASE_REFUSALS.clientInCase,
      CASE_REFUSALS.tooManyClients,
      CASE_REFUSALS.noRelationship,
    ],
    example: { addedClientId: '01KBN4PZ00000000000000000A' },
    client: ofPath,
    handle: addClient,
  }),
];
